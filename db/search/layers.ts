/**
 * All entries of one collection: a large index of those that were there when it was built, and smaller ones of what has changed since.
 * An entry stands in the last index that has it. Answers are those of one index of everything: counts are sums, and where orders of several
 * indexes meet, the rows' own keys decide.
 */
import type { FilterName, Question, Sort } from '../question'
import { eachEntry, type Page, type Part } from './collection-index'
import type { EngineDocument } from './fields'
import { bySort, byStanding, type Compare, type EntryKeys } from './keys'
import { Layer, ownerBits } from './layer'
import type { Matches } from './match'
import { mergedPage, mergedRows } from './merge'
import type { Synonyms } from './synonyms'
import { type Need, readText, type Text } from './text'
import { ValuePlaces } from './value-places'

/** A layer is built anew together with the next where it is less than so many times its size: there are never many, and none is built often. */
const GROWTH = 4

/** What a text matches, before any filter. */
export interface Found {
  text: Text
  /** Per layer; null where no text was given: every entry. */
  matches: (Matches | null)[]
}

/** Entries that match a text and pass filters. */
export interface Selection extends Found {
  /** Per layer. */
  parts: Part[]
  total: number
}

/** An entry on its way to a page. */
interface Row {
  layer: Layer
  entry: number
  /** By relevance what decides before the keys, the lower the better. */
  rank: number
}

export class Layers {
  readonly size: number
  /** How many entries have changed since the large index was built. */
  readonly outdated: number
  readonly values: ValuePlaces
  readonly #large: Layer
  readonly #small: readonly Layer[]
  readonly #all: readonly Layer[]
  readonly #synonyms: Synonyms
  readonly #readKeys: (id: number) => EntryKeys

  /** @param readKeys Reads the keys of a row, as it was when the layers were built or last changed. */
  constructor(large: Layer, small: readonly Layer[], synonyms: Synonyms, readKeys: (id: number) => EntryKeys) {
    this.#large = large
    this.#small = small
    this.#all = [large, ...small]
    this.#synonyms = synonyms
    this.#readKeys = readKeys
    this.size = this.#all.reduce((sum, layer) => sum + layer.size, 0)
    this.outdated = Math.max(this.size, large.index.size) - large.size
    this.values = new ValuePlaces(this.#all.map((layer) => layer.index.facets))
  }

  /**
   * The same with some organizations as they are now.
   * @param read Gives the entries of organizations that exist, in relevance's last order.
   */
  with(changed: readonly number[], read: (owners: readonly number[]) => Iterable<EngineDocument>): Layers {
    const bits = ownerBits(changed)
    const fresh = new Set(changed)
    const [large, ...small] = this.#all.map((layer) => layer.without(bits)) as [Layer, ...Layer[]]
    for (let last = small.at(-1); last && last.size <= fresh.size * GROWTH; last = small.at(-1)) {
      for (const owner of last.owners()) fresh.add(owner)
      small.pop()
    }
    const layer = Layer.of(read([...fresh]), this.#synonyms)
    return new Layers(large, layer.size > 0 ? [...small, layer] : small, this.#synonyms, this.#readKeys)
  }

  find(q: string): Found {
    const text = readText(q, this.#synonyms)
    return { text, matches: this.#all.map((layer) => layer.index.find(text)) }
  }

  /** What the filters leave of what was found. @param without A filter to leave out, for its own counts. */
  narrow({ text, matches }: Found, filters: Question['filters'], without?: FilterName): Selection {
    const parts = this.#all.map(({ index, live }, at) => index.narrow(matches[at] ?? null, filters, live, without))
    return { text, matches, parts, total: parts.reduce((sum, part) => sum + part.total, 0) }
  }

  /** Count the values of some filters in a selection; by the value's place in `values`, other filters' places are left as they are. */
  count(filters: ReadonlySet<FilterName>, { parts }: Selection, into: Uint32Array): void {
    for (const [at, layer] of this.#all.entries()) {
      const part = parts[at]
      if (!part || part.total === 0) continue
      const counts = at === 0 ? into : new Uint32Array(layer.index.facets.size)
      layer.count(filters, part, counts)
      if (at > 0) this.values.addTo(into, at, counts)
    }
  }

  /** Row ids of a selection in no order. */
  members({ parts, total }: Selection): Uint32Array {
    const ids = new Uint32Array(total)
    let at = 0
    for (const [layer, { index }] of this.#all.entries()) {
      const part = parts[layer]
      if (part) eachEntry(part, (entry) => (ids[at++] = index.ids[entry] as number))
    }
    return ids
  }

  /** Row ids of a selection from one position to another in an order. */
  ids({ text, parts, total }: Selection, sort: Sort, from: number, to: number): Uint32Array {
    const last = Math.min(to, total)
    const page = (at: number, first: number, end: number) => {
      const [layer, part] = [this.#all[at], parts[at]]
      return layer && part ? rowsOf(layer, layer.page(part, text, sort, first, end)) : []
    }
    const [large] = parts
    if (this.#small.length === 0 && large) return idsOf(this.#large, this.#large.page(large, text, sort, from, last).entries)
    const compare = this.#compare(sort, text)
    const few = this.#small.map((_, at) => page(at + 1, 0, last)).reduce((all, rows) => mergedRows(all, rows, compare), [])
    // As many as there are few may come before these.
    const skipped = Math.max(0, from - few.length)
    const rows = mergedPage(page(0, skipped, last), few, compare, from - skipped, last - skipped)
    return Uint32Array.from(rows, ({ layer, entry }) => layer.index.ids[entry] as number)
  }

  #compare(sort: Sort, text: Text): (a: Row, b: Row) => number {
    const relevance = sort.by === 'relevance' && text.needs.length > 0
    const keys: Compare = sort.by === 'relevance' ? byStanding : bySort(sort)
    const keysOf = ({ layer, entry }: Row) => layer.keysOf(entry, this.#readKeys)
    return (a, b) => (relevance && a.rank !== b.rank ? a.rank - b.rank : keys(keysOf(a), keysOf(b)))
  }

  /** Words of the entries that are close to a need that nothing meets, the most frequent of the closest first. */
  closeWords(need: Need, most: number): string[] {
    const [alternative] = need.alternatives
    if (alternative?.kind !== 'word' || this.#all.some((layer) => layer.hasAny(layer.index.match(need)))) return []
    const byTypos: Map<string, number>[] = [new Map(), new Map()]
    for (const { index, live } of this.#all) {
      index.closeWords(alternative.word, live).forEach((words, at) => {
        for (const { word, frequency } of words) if (frequency > 0) byTypos[at]?.set(word, (byTypos[at].get(word) ?? 0) + frequency)
      })
    }
    const ordered = (words: ReadonlyMap<string, number>) => [...words].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    return byTypos
      .flatMap(ordered)
      .slice(0, most)
      .map(([word]) => word)
  }

  /** Compute what the first questions would wait for. */
  warm(): void {
    this.#large.index.warm([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => readText(letter, this.#synonyms)))
  }
}

const rowsOf = (layer: Layer, { entries, ranks }: Page): Row[] =>
  Array.from(entries, (entry, at) => ({ layer, entry, rank: ranks?.[at] ?? 0 }))

const idsOf = ({ index }: Layer, entries: Uint32Array) => entries.map((entry) => index.ids[entry] as number)
