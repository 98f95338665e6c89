/** The running directory: one database, one engine, one vocabulary; what pages, route handlers and scripts open. */
import { type Database, openDatabase } from './database'
import { EmbeddedEngine } from './search/embedded'
import type { SearchEngine } from './search/engine'
import { GuardedEngine } from './search/meilisearch/guarded'
import { readSynonyms, type Synonyms } from './search/synonyms'
import { readSettings, type Settings } from './settings'
import { versionOf, whileUnchanged } from './unchanged'
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
 * @param follows Whether this process brings what is written to a search server: the one that serves does.
 * @throws {Problem} when the database cannot be opened (see openDatabase).
 */
export function openDirectory(settings: Settings = readSettings(), follows = false): Directory {
  const database = openDatabase(settings.dataFolder)
  const version = versionOf(database.sqlite)
  const vocabulary = whileUnchanged(version, () => new DirectoryVocabulary(database.sqlite))
  const synonyms = whileUnchanged(version, () => readSynonyms(database.sqlite))
  const engine = openEngine(settings, database, follows)
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

function openEngine({ dataFolder, meilisearch }: Settings, database: Database, follows: boolean): SearchEngine {
  try {
    return meilisearch ? new GuardedEngine(meilisearch, dataFolder, { follows }) : new EmbeddedEngine(dataFolder)
  } catch (error) {
    database.close()
    throw error
  }
}

const shared = globalThis as typeof globalThis & { tierbook?: Directory }

/** The directory of this process, opened at the first call and kept. */
export function directory(): Directory {
  shared.tierbook ??= openDirectory(readSettings(), true)
  return shared.tierbook
}
