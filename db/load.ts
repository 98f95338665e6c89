/** Loading content packs: check everything, then write what differs in one transaction, or nothing at all. */
import { isAbsolute, relative, resolve } from 'node:path'
import { checkContent } from './content/check'
import { readFolders } from './content/folders'
import { planLoad } from './content/plan'
import { ContentError } from './content/problems'
import { type Changes, readSetting, writePlan, writeSetting } from './content/write'
import { type Database, explain, type Sqlite } from './database'

/** Changes with what the loader makes of equal content, so that a database that an older loader filled is filled anew. */
const LOADER_VERSION = 1

const FOLDERS_SETTING = 'contentFolders'
const CONTENT_SETTING = 'content'
const DEFAULT_FOLDERS = ['content']

export interface LoadOptions {
  /** Called as a step goes on, with how many of how many are done. */
  onProgress?: (step: LoadStep, done: number, total: number) => void
}

export type LoadStep = 'read' | 'check' | 'plan' | 'write'

export interface LoadReport {
  folders: string[]
  /** Whether the database held exactly this content: then nothing was written. */
  unchanged: boolean
  organizations: Changes
  rankings: Changes
  /** What the database holds now. */
  totals: LoadTotals
  /** Milliseconds of each step that was needed. */
  steps: { step: LoadStep; ms: number }[]
}

export interface LoadTotals {
  organizations: number
  products: number
  sources: number
  people: number
  financials: number
  events: number
  rankings: number
  /** Relationships by what their other party turned out to be: another organization, the organization itself, a name alone. */
  relationships: { organization: number; self: number; text: number }
  headings: { linked: number; total: number }
}

/**
 * Load content folders into a database: afterwards it holds what they say and nothing that an earlier load put there beyond it.
 * @param folders In order, later ones after those they build on; none means those of the last load, else `content`.
 * @throws {ContentError} with every problem of the content; {Problem} for a folder that is missing, a full disk and the like.
 *   Whatever it throws, the database is as it was.
 */
export function load(database: Database, folders: readonly string[] = [], options: LoadOptions = {}): LoadReport {
  const { sqlite } = database
  const steps: LoadReport['steps'] = []
  const timed = <T>(step: LoadStep, work: () => T): T => {
    const start = performance.now()
    const result = work()
    steps.push({ step, ms: Math.round(performance.now() - start) })
    return result
  }
  const progress = (step: LoadStep) => (done: number, total: number) => options.onProgress?.(step, done, total)

  const named = folders.length > 0 ? [...folders] : rememberedFolders(sqlite)
  const files = timed('read', () => readFolders(named))
  const mark = `${LOADER_VERSION}/${migrations(sqlite)}/${files.fingerprint}`
  if (readSetting(sqlite, CONTENT_SETTING) === mark && sameFolders(rememberedFolders(sqlite), named)) {
    const count = readTotals(sqlite)
    const kept = (unchanged: number): Changes => ({ added: 0, changed: 0, removed: 0, unchanged })
    return {
      folders: named,
      unchanged: true,
      organizations: kept(count.organizations),
      rankings: kept(count.rankings),
      totals: count,
      steps,
    }
  }

  const checked = timed('check', () => checkContent(files, { onProgress: progress('check') }))
  if ('problems' in checked) throw new ContentError(checked.problems)
  const plan = timed('plan', () => planLoad(checked.content, LOADER_VERSION))
  try {
    const written = timed('write', () =>
      sqlite
        .transaction(() => {
          const changes = writePlan(sqlite, plan, progress('write'))
          writeSetting(sqlite, FOLDERS_SETTING, JSON.stringify(named.map(portable)))
          writeSetting(sqlite, CONTENT_SETTING, mark)
          return changes
        })
        .immediate(),
    )
    const { organizations, rankings, ...parts } = written
    const unchanged = ![organizations, rankings].some(hasChanges) && !Object.values(parts).includes(true)
    return { folders: named, unchanged, organizations, rankings, totals: readTotals(sqlite), steps }
  } catch (error) {
    throw explain(error, database.file)
  }
}

const hasChanges = ({ added, changed, removed }: Changes) => added + changed + removed > 0

/** The folders of the last load, else the pack that comes with Tierbook. */
function rememberedFolders(sqlite: Sqlite): string[] {
  const stored = readSetting(sqlite, FOLDERS_SETTING)
  return stored === undefined ? DEFAULT_FOLDERS : (JSON.parse(stored) as string[])
}

/** A folder inside the working folder is remembered relative to it, so that the project can be moved. */
function portable(folder: string): string {
  const inside = relative('', folder)
  return inside && !inside.startsWith('..') && !isAbsolute(inside) ? inside : resolve(folder)
}

const sameFolders = (a: readonly string[], b: readonly string[]) =>
  a.map((folder) => resolve(folder)).join('\n') === b.map((folder) => resolve(folder)).join('\n')

const migrations = (sqlite: Sqlite) => sqlite.prepare('SELECT count(*) FROM __migrations').pluck().get() as number

function readTotals(sqlite: Sqlite): LoadTotals {
  const count = (from: string) => sqlite.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number
  const resolved = (how: string) => count(`relationships WHERE resolved = '${how}'`)
  return {
    organizations: count('organizations'),
    products: count('products'),
    sources: count('sources'),
    people: count('people'),
    financials: count('financials'),
    events: count('events'),
    rankings: count('rankings'),
    relationships: { organization: resolved('organization'), self: resolved('self'), text: resolved('text') },
    headings: {
      linked: count('report_headings WHERE organization_id IS NOT NULL OR product_id IS NOT NULL OR category IS NOT NULL'),
      total: count('report_headings'),
    },
  }
}
