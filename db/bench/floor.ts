/** What SQLite's own full-text index takes to match and count, without typos, fields, facets or order: the floor for any search over the same text. */
import { rmSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import type { EngineDocument } from '../search/fields'
import { chunks } from '../search/words'

const PHRASE = /^"(.*)"$/

export class TextFloor {
  readonly #sqlite: SQLite.Database
  readonly #count: SQLite.Statement
  readonly #page: SQLite.Statement

  /** @param file Written anew with one FTS5 index of all the text of the documents. */
  constructor(file: string, documents: Iterable<EngineDocument>) {
    rmSync(file, { force: true })
    this.#sqlite = new SQLite(file)
    this.#sqlite.pragma('journal_mode = OFF')
    this.#sqlite.exec("CREATE VIRTUAL TABLE floor USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2')")
    const insert = this.#sqlite.prepare('INSERT INTO floor (text) VALUES (?)')
    this.#sqlite.transaction(() => {
      for (const { name, aliases, products, labels, people, rest } of documents) {
        insert.run([name, ...aliases, ...products, ...labels, ...people, ...rest].join(' '))
      }
    })()
    this.#sqlite.exec("INSERT INTO floor (floor) VALUES ('optimize')")
    this.#count = this.#sqlite.prepare('SELECT count(*) FROM floor WHERE floor MATCH ?').pluck()
    this.#page = this.#sqlite.prepare('SELECT rowid FROM floor WHERE floor MATCH ? LIMIT ? OFFSET ?').pluck()
  }

  /** How many documents hold all the words, the last as a prefix, or the phrase; the page's ids are read too. */
  ask(q: string, page: number, size: number): number {
    const match = toMatch(q)
    if (match === '') return 0
    this.#page.all(match, size, (page - 1) * size)
    return this.#count.get(match) as number
  }

  close(): void {
    this.#sqlite.close()
  }
}

function toMatch(q: string): string {
  const phrase = PHRASE.exec(q)?.[1]
  const words = chunks(phrase ?? q).flatMap((chunk) => chunk.parts)
  if (phrase !== undefined) return `"${words.join(' ')}"`
  return words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ')
}
