/** Loading content packs: check everything, then write what differs in one transaction, or nothing at all. */
import { checkContent } from './content/check'
import { compareWithLoaded, LOADER_VERSION, type LoadTotals, readTotals, rememberLoad } from './content/loaded'
import { planLoad } from './content/plan'
import { ContentError } from './content/problems'
import { type Changes, writePlan } from './content/write'
import { type DatabaseFile, explain } from './sqlite'

export interface LoadOptions {
  /** Called as a step goes on, with how many of how many are done. */
  onProgress?: (step: LoadStep, done: number, total: number) => void
}

type LoadStep = 'read' | 'check' | 'plan' | 'write'

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

/**
 * Load content folders into a database: afterwards it holds what they say and nothing that an earlier load put there beyond it.
 * @param folders In order, later ones after those they build on; none means those of the last load, else `content`.
 * @throws {ContentError} with every problem of the content; {Problem} for a folder that is missing, a full disk and the like.
 *   Whatever it throws, the database is as it was.
 */
export function load(database: DatabaseFile, folders: readonly string[] = [], options: LoadOptions = {}): LoadReport {
  const { sqlite } = database
  const steps: LoadReport['steps'] = []
  const timed = <T>(step: LoadStep, work: () => T): T => {
    const start = performance.now()
    const result = work()
    steps.push({ step, ms: Math.round(performance.now() - start) })
    return result
  }
  const progress = (step: LoadStep) => (done: number, total: number) => options.onProgress?.(step, done, total)

  const found = timed('read', () => compareWithLoaded(database, folders))
  const { files } = found
  const named = files.folders
  if (found.current) {
    const count = readTotals(database)
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
  if ('problems' in checked) throw new ContentError(checked.problems, named)
  const plan = timed('plan', () => planLoad(checked.content, LOADER_VERSION))
  try {
    const written = timed('write', () =>
      sqlite
        .transaction(() => {
          const changes = writePlan(sqlite, plan, progress('write'))
          rememberLoad(sqlite, found)
          return changes
        })
        .immediate(),
    )
    const { organizations, rankings, ...parts } = written
    const unchanged = ![organizations, rankings].some(hasChanges) && !Object.values(parts).includes(true)
    return { folders: named, unchanged, organizations, rankings, totals: readTotals(database), steps }
  } catch (error) {
    throw explain(error, database.file)
  }
}

const hasChanges = ({ added, changed, removed }: Changes) => added + changed + removed > 0
