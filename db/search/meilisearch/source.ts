/** The truth that an index of Meilisearch follows: what SQLite holds now, and where its row of changes has come to. */
import type { Collection } from '../../question'
import { openReader, type Sqlite } from '../../sqlite'
import { versionOf, whileUnchanged } from '../../unchanged'
import { DirectoryVocabulary } from '../../vocabulary'
import type { EngineDocument } from '../fields'
import { readSynonyms, type Synonyms } from '../synonyms'
import { DOCUMENTS } from './document'
import { settingsStamp } from './index-settings'

/** Entries kept for the next keystroke: some ten megabytes. */
const MOST_ENTRIES = 4_000

/** A state of the truth. An index that was filled from an equal one is current. */
export interface Stamp {
  /** Names the database file, so that an index of another one is not taken for its own. */
  database: string
  /** The number of the last change. */
  position: number
  /** Of labels and taxonomy, which stand in every document. */
  vocabulary: string
  /** Of the settings that this version of the code gives an index. */
  settings: string
}

export class Source {
  readonly sqlite: Sqlite
  readonly stamp: () => Stamp
  readonly vocabulary: () => DirectoryVocabulary
  readonly synonyms: () => Synonyms
  readonly #setting
  readonly #lag
  readonly #entries: () => Record<Collection, Map<number, EngineDocument>>

  /** @throws {Problem} as openReader does. */
  constructor(dataFolder: string) {
    this.sqlite = openReader(dataFolder)
    const version = versionOf(this.sqlite)
    const position = this.sqlite.prepare('SELECT coalesce(max(seq), 0) FROM changes').pluck()
    this.#setting = this.sqlite.prepare('SELECT value FROM settings WHERE key = ?').pluck()
    this.#lag = this.sqlite.prepare('SELECT count(*) FROM changes WHERE seq > ?').pluck()
    const setting = (key: string) => (this.#setting.get(key) as string | undefined) ?? ''
    // A load replaces vocabulary and synonyms together; what is written otherwise changes neither.
    const loaded = whileUnchanged(version, () => setting('vocabulary'))
    this.vocabulary = whileUnchanged(version, () => new DirectoryVocabulary(this.sqlite))
    this.synonyms = whileUnchanged(loaded, () => readSynonyms(this.sqlite))
    this.#entries = whileUnchanged(version, () => ({ organizations: new Map(), products: new Map() }))
    const settings = whileUnchanged(loaded, () => settingsStamp(this.synonyms()))
    this.stamp = whileUnchanged(version, () => ({
      database: setting(DATABASE_KEY),
      position: position.get() as number,
      vocabulary: loaded(),
      settings: settings(),
    }))
  }

  /** Entries by their ids, in that order. Those of a text are those of its next letter too, so the last ones read are kept. */
  entries(collection: Collection, ids: readonly number[]): EngineDocument[] {
    const kept = this.#entries()[collection]
    const missing = ids.filter((id) => !kept.has(id))
    if (kept.size + missing.length > MOST_ENTRIES) kept.clear()
    const read = kept.size === 0 ? [...ids] : missing
    for (const entry of DOCUMENTS[collection](this.sqlite, this.vocabulary(), read)) kept.set(entry.id, entry)
    return ids.flatMap((id) => kept.get(id) ?? [])
  }

  /** How many organizations have changed since a position. */
  lag(position: number): number {
    return this.#lag.get(position) as number
  }

  count(collection: Collection): number {
    return this.sqlite.prepare(`SELECT count(*) FROM ${collection}`).pluck().get() as number
  }

  close(): void {
    this.sqlite.close()
  }
}

/** The row of `settings` with the random name that the database got when it was first indexed. */
export const DATABASE_KEY = 'database'
