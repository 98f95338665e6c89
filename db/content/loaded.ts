/**
 * What a database remembers of the content it was filled with. It is apart from loading itself because every start asks it, and most have
 * nothing to load: then the schemas, the YAML parser and the planner need not be read at all.
 */
import { isAbsolute, relative, resolve } from 'node:path'
import type { DatabaseFile, Sqlite } from '../sqlite'
import { type Folders, readFolders } from './folders'

/** Changes with what the loader makes of equal content, so that a database that an older loader filled is filled anew. */
export const LOADER_VERSION = 2

const FOLDERS_SETTING = 'contentFolders'
const CONTENT_SETTING = 'content'
const DEFAULT_FOLDERS = ['content']

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

export interface Comparison {
  files: Folders
  /** Names this content, as this version would load it. */
  mark: string
  /** Whether the database holds exactly that. */
  current: boolean
}

/**
 * Compare content folders with what a database holds.
 * @param folders None means those of the last load, else `content`.
 * @throws {Problem} as readFolders does.
 */
export function compareWithLoaded({ sqlite }: Pick<DatabaseFile, 'sqlite'>, folders: readonly string[]): Comparison {
  const remembered = rememberedFolders(sqlite)
  const named = folders.length > 0 ? [...folders] : remembered
  const files = readFolders(named)
  const mark = `${LOADER_VERSION}/${migrations(sqlite)}/${files.fingerprint}`
  return { files, mark, current: readSetting(sqlite, CONTENT_SETTING) === mark && sameFolders(remembered, named) }
}

/** Remember that the database now holds this content. */
export function rememberLoad(sqlite: Sqlite, { files, mark }: Comparison): void {
  writeSetting(sqlite, FOLDERS_SETTING, JSON.stringify(files.folders.map(portable)))
  writeSetting(sqlite, CONTENT_SETTING, mark)
}

/** Set a value of `settings`. @returns whether it was another before. */
export function writeSetting(sqlite: Sqlite, key: string, value: string): boolean {
  if (readSetting(sqlite, key) === value) return false
  sqlite.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(key, value)
  return true
}

const readSetting = (sqlite: Sqlite, key: string) =>
  sqlite.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(key) as string | undefined

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

export function readTotals({ sqlite }: Pick<DatabaseFile, 'sqlite'>): LoadTotals {
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
