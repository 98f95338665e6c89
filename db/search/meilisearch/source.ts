/** The truth that an index of Meilisearch follows: what SQLite holds now, and where its row of changes has come to. */
import { openReader, type Sqlite } from '../../sqlite'
import { versionOf, whileUnchanged } from '../../unchanged'
import { DirectoryVocabulary } from '../../vocabulary'
import { readSynonyms, type Synonyms } from '../synonyms'
import { settingsStamp } from './index-settings'

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
    const settings = whileUnchanged(loaded, () => settingsStamp(this.synonyms()))
    this.stamp = whileUnchanged(version, () => ({
      database: setting(DATABASE_KEY),
      position: position.get() as number,
      vocabulary: loaded(),
      settings: settings(),
    }))
  }

  /** How many organizations have changed since a position. */
  lag(position: number): number {
    return this.#lag.get(position) as number
  }

  close(): void {
    this.sqlite.close()
  }
}

/** The row of `settings` with the random name that the database got when it was first indexed. */
export const DATABASE_KEY = 'database'
