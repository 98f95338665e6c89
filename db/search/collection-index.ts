/** An index of one collection as it stood at one moment: never changed, only replaced. */
import { chosenAndExcluded, type FilterName, type Question, type Sort } from '../question'
import { andInto, type Bits, countBits, dropFrom, eachBit, fullBits } from './bits'
import { TextBuilder, type TextIndex } from './builder'
import { FacetBuilder, FacetIndex } from './facets'
import type { EngineDocument } from './fields'
import { GrowingNumbers } from './grow'
import { Matcher, type Matches } from './match'
import { NameReader } from './names'
import { type Orders, OrdersBuilder, pageOf } from './orders'
import { Relevance } from './relevance'
import type { Synonyms } from './synonyms'
import { type Need, readText, type Text } from './text'

/** What a text matches, before any filter. */
export interface Found {
  text: Text
  /** Null where no text was given: every entry. */
  matches: Matches | null
}

/** Entries that match a text and pass filters. */
export interface Selection extends Found {
  /** undefined stands for every entry. */
  set: Bits | undefined
  total: number
}

export class Index {
  readonly size: number
  readonly facets: FacetIndex
  readonly #ids: Uint32Array
  readonly #text: TextIndex
  readonly #matcher: Matcher
  readonly #names: NameReader
  readonly #orders: Orders
  readonly #relevance: Relevance
  readonly #synonyms: Synonyms

  /** @param documents In relevance's last order. */
  constructor(documents: Iterable<EngineDocument>, synonyms: Synonyms) {
    const text = new TextBuilder(synonyms)
    const facets = new FacetBuilder()
    const orders = new OrdersBuilder()
    const ids = new GrowingNumbers()
    for (const document of documents) {
      text.add(document)
      facets.add(document.facets)
      orders.add(document.slug, document.sorts)
      ids.push(document.id)
    }
    this.size = ids.length
    this.#ids = ids.finish()
    this.#text = text.finish()
    this.facets = new FacetIndex(facets)
    this.#orders = orders.finish()
    this.#names = new NameReader(this.#text.names, synonyms)
    this.#matcher = new Matcher(this.#text, this.size, this.#names)
    this.#relevance = new Relevance(this.#text, this.#names)
    this.#synonyms = synonyms
  }

  find(q: string): Found {
    const text = readText(q, this.#synonyms)
    return { text, matches: this.#matcher.matchAll(text.needs) }
  }

  /** What the filters leave of what was found. @param without A filter to leave out, for its own counts. */
  narrow(found: Found, filters: Question['filters'], without?: FilterName): Selection {
    const within = found.matches ? [found.matches.bits] : []
    const outside: Bits[] = []
    for (const [filter, values] of Object.entries(filters)) {
      if (filter === without) continue
      const { chosen, excluded } = chosenAndExcluded(values)
      if (chosen.length > 0) within.push(this.facets.any(filter, chosen))
      if (excluded.length > 0) outside.push(this.facets.any(filter, excluded))
    }
    const set = this.#common(within, outside)
    return { ...found, set, total: set ? countBits(set) : this.size }
  }

  /** What all of some sets have and none of others, to be read, not changed; undefined where there is nothing to narrow by. */
  #common(within: readonly Bits[], outside: readonly Bits[]): Bits | undefined {
    const [first, ...others] = within
    if (outside.length === 0 && others.length === 0) return first
    const bits = first?.slice() ?? fullBits(this.size)
    for (const other of others) andInto(bits, other)
    for (const other of outside) dropFrom(bits, other)
    return bits
  }

  /** Row ids of a selection from one position to another in an order. */
  ids(selection: Selection, sort: Sort, from: number, to: number): Uint32Array {
    const entries = this.#entries(selection, sort, from, to)
    return entries.map((entry) => this.#ids[entry] as number)
  }

  #entries({ text, matches, set, total }: Selection, sort: Sort, from: number, to: number): Uint32Array {
    if (from >= total) return new Uint32Array(0)
    if (sort.by !== 'relevance') return pageOf(this.#orders.order(sort), set, from, to)
    const entries = new Uint32Array(total)
    let at = 0
    if (set) eachBit(set, (entry) => (entries[at++] = entry))
    else for (; at < total; at++) entries[at] = at
    return matches ? this.#relevance.page(text, matches, entries, from, to) : entries.slice(from, to)
  }

  /** Words of the index that are close to a need that nothing meets, the most frequent of the closest first. */
  closeWords(need: Need, most: number): string[] {
    const [alternative] = need.alternatives
    if (alternative?.kind !== 'word' || this.#matcher.match(need).entries.length > 0) return []
    const { lexicon, frequencies } = this.#text.postings
    const [, one, two] = lexicon.matching(alternative.word, false, 2)
    const byFrequency = (a: number, b: number) => (frequencies[b] as number) - (frequencies[a] as number)
    return [...one.toSorted(byFrequency), ...two.toSorted(byFrequency)].slice(0, most).map((place) => lexicon.words[place] as string)
  }

  /** Compute what the first questions would wait for: the order by name and the beginnings that match most. */
  warm(): void {
    this.#orders.order({ by: 'name', descending: false })
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') this.find(letter)
  }
}
