/** The running directory: one database, one engine, one vocabulary; what pages, route handlers and scripts open. */
import { type Database, openDatabase } from './database'
import { EmbeddedEngine } from './search/embedded'
import type { SearchEngine } from './search/engine'
import { readSynonyms, type Synonyms } from './search/synonyms'
import { readSettings, type Settings } from './settings'
import { DirectoryVocabulary } from './vocabulary'

export interface Directory {
  settings: Settings
  database: Database
  engine: SearchEngine
  /** Changes whenever any process has written to the database. */
  version(): string
  /** The words and labels of the data as they stand now. */
  vocabulary(): DirectoryVocabulary
  synonyms(): Synonyms
  close(): Promise<void>
}

/**
 * Open the directory of a data folder; nothing is loaded.
 * @throws {Problem} when the database cannot be opened (see openDatabase).
 */
export function openDirectory(settings: Settings = readSettings()): Directory {
  const database = openDatabase(settings.dataFolder)
  const version = versionOf(database)
  const vocabulary = whileUnchanged(version, () => new DirectoryVocabulary(database.sqlite))
  const synonyms = whileUnchanged(version, () => readSynonyms(database.sqlite))
  const engine = openEngine(settings, database)
  return {
    settings,
    database,
    engine,
    version,
    vocabulary,
    synonyms,
    async close() {
      await engine.close()
      database.close()
    },
  }
}

function openEngine(settings: Settings, database: Database): SearchEngine {
  try {
    return new EmbeddedEngine(settings.dataFolder)
  } catch (error) {
    database.close()
    throw error
  }
}

/** SQLite tells of other connections' writes and of this one's in two numbers. */
function versionOf(database: Database): () => string {
  const dataVersion = database.sqlite.prepare('PRAGMA data_version').pluck()
  const ownChanges = database.sqlite.prepare('SELECT total_changes()').pluck()
  return () => `${dataVersion.get()}/${ownChanges.get()}`
}

/** Keep what was read until any process writes to the database. */
function whileUnchanged<T>(version: () => string, read: () => T): () => T {
  let kept: { version: string; value: T } | undefined
  return () => {
    const now = version()
    if (kept?.version !== now) kept = { version: now, value: read() }
    return kept.value
  }
}

const shared = globalThis as typeof globalThis & { tierbook?: Directory }

/** The directory of this process, opened at the first call and kept. */
export function directory(): Directory {
  shared.tierbook ??= openDirectory()
  return shared.tierbook
}
