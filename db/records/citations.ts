/** The numbered sources of one record. */
import type { sources } from '../schema'
import type { Link } from './links'

export type SourceRow = typeof sources.$inferSelect

export interface Source {
  /** From 1; facts name it by this number. */
  number: number
  /** Its id in the file that lists it. */
  key: string
  url: string
  title: string
  publisher: string | null
  date: string | null
  /** Whose file lists it, another organization's or a published ranking's; null for a source of the record's own file. */
  listedBy: Link | null
}

/** Gives each source its number: those of the record's own file first, in its order, then others as they are first cited. */
export class Citations {
  readonly #numbers = new Map<number, number>()
  readonly #numbersByUrl = new Map<string, number>()
  readonly #sources: Source[] = []

  /** @param own The sources of the record's file in its order. */
  constructor(own: readonly SourceRow[]) {
    for (const row of own) this.#add(row, null)
  }

  /** The number of one of the record's own sources; null where the fact names none. */
  number(id: number | null): number | null {
    return id === null ? null : (this.#numbers.get(id) ?? null)
  }

  /** The number of a source that another file lists; a page that is cited already keeps the number it has. */
  cite(row: SourceRow | null, listedBy: Link): number | null {
    if (row === null) return null
    return this.#numbers.get(row.id) ?? this.#numbersByUrl.get(row.url) ?? this.#add(row, listedBy)
  }

  list(): Source[] {
    return this.#sources
  }

  #add(row: SourceRow, listedBy: Link | null): number {
    const number = this.#sources.length + 1
    this.#numbers.set(row.id, number)
    if (!this.#numbersByUrl.has(row.url)) this.#numbersByUrl.set(row.url, number)
    const { key, url, title, publisher, date } = row
    this.#sources.push({ number, key, url, title, publisher, date, listedBy })
    return number
  }
}
