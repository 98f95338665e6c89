/** An index of entries of one collection as they stood at one moment: never changed, only replaced. */
import { chosenAndExcluded, type FilterName, type Question, type Sort } from '../question'
import { andInto, type Bits, countBits, dropFrom, eachBit, fullBits } from './bits'
import { TextBuilder, type TextData } from './builder'
import { FacetBuilder, type FacetData, FacetIndex } from './facets'
import type { EngineDocument } from './fields'
import { GrowingNumbers } from './grow'
import { Lexicon } from './lexicon'
import { Matcher, type Matches } from './match'
import { NameReader } from './names'
import { Orders, OrdersBuilder, type OrdersData, pageOf } from './orders'
import { Relevance } from './relevance'
import { Streams } from './streams'
import type { Synonyms } from './synonyms'
import type { Need, Text } from './text'

/** What an index is made of: plain rows of numbers, so that one thread can build it and hand it to another. */
export interface IndexData {
  /** Per entry the id of its row, and of the organization it belongs to. */
  ids: Uint32Array
  owners: Uint32Array
  text: TextData
  facets: FacetData
  orders: OrdersData
}

/** @param documents In relevance's last order. */
export function buildIndex(documents: Iterable<EngineDocument>, synonyms: Synonyms): IndexData {
  const text = new TextBuilder(synonyms)
  const facets = new FacetBuilder()
  const orders = new OrdersBuilder()
  const ids = new GrowingNumbers()
  const owners = new GrowingNumbers()
  for (const document of documents) {
    text.add(document)
    facets.add(document.facets)
    orders.add(document.slug, document.sorts)
    ids.push(document.id)
    owners.push(document.owner)
  }
  return { ids: ids.finish(), owners: owners.finish(), text: text.finish(), facets: facets.finish(), orders: orders.finish() }
}

/** Entries of an index that match a text and pass filters. */
export interface Part {
  /** Null where no text was given. */
  matches: Matches | null
  /** undefined stands for every entry. */
  set: Bits | undefined
  total: number
  /** Whether no filter narrows what the text matches. */
  unfiltered: boolean
}

/** Call `visit` with every entry of a part, in the index's own order. */
export function eachEntry({ set, total }: Part, visit: (entry: number) => void): void {
  if (set) eachBit(set, visit)
  else for (let entry = 0; entry < total; entry++) visit(entry)
}

/** Entries in an order. */
export interface Page {
  entries: Uint32Array
  /** By relevance what decides before an entry's standing, see Ranked. */
  ranks?: Uint32Array
}

export class Index {
  readonly size: number
  readonly ids: Uint32Array
  readonly owners: Uint32Array
  readonly facets: FacetIndex
  readonly #lexicon: Lexicon
  readonly #matcher: Matcher
  readonly #orders: Orders
  readonly #relevance: Relevance

  constructor({ ids, owners, text, facets, orders }: IndexData, synonyms: Synonyms) {
    this.size = ids.length
    this.ids = ids
    this.owners = owners
    this.facets = new FacetIndex(facets)
    this.#lexicon = new Lexicon(text.words)
    this.#orders = new Orders(orders)
    const names = new NameReader(text.names, synonyms)
    this.#matcher = new Matcher(text.postings, this.#lexicon, new Streams(text.streams), names, this.size)
    this.#relevance = new Relevance(text, names)
  }

  find(text: Text): Matches | null {
    return this.#matcher.matchAll(text.needs)
  }

  /**
   * What the filters leave of what was found.
   * @param live The entries that still stand; undefined for all.
   * @param without A filter to leave out, for its own counts.
   */
  narrow(matches: Matches | null, filters: Question['filters'], live: Bits | undefined, without?: FilterName): Part {
    const within = [...(live ? [live] : []), ...(matches ? [matches.bits] : [])]
    const outside: Bits[] = []
    for (const [filter, values] of Object.entries(filters)) {
      if (filter === without) continue
      const { chosen, excluded } = chosenAndExcluded(values)
      if (chosen.length > 0) within.push(this.facets.any(filter, chosen))
      if (excluded.length > 0) outside.push(this.facets.any(filter, excluded))
    }
    const set = this.#common(within, outside)
    const unfiltered = outside.length === 0 && within.length === (live ? 1 : 0) + (matches ? 1 : 0)
    return { matches, set, total: set ? countBits(set) : this.size, unfiltered }
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

  /** Entries of a part from one position to another in an order. */
  page(part: Part, text: Text, sort: Sort, from: number, to: number): Page {
    const { matches, set, total } = part
    if (from >= total) return { entries: new Uint32Array(0), ranks: new Uint32Array(0) }
    if (sort.by !== 'relevance') return { entries: pageOf(this.#orders.order(sort), set, from, to) }
    const entries = new Uint32Array(total)
    let at = 0
    eachEntry(part, (entry) => (entries[at++] = entry))
    return matches ? this.#relevance.page(text, matches, entries, from, to) : { entries: entries.slice(from, to) }
  }

  /** Words that are close to what was typed and not it, with the number of standing entries that have each: those one typo away, and two. */
  closeWords(typed: string, live: Bits | undefined): { word: string; frequency: number }[][] {
    const [, ...close] = this.#lexicon.matching(typed, false, 2)
    return close.map((places) =>
      places.map((place) => ({ word: this.#lexicon.word(place), frequency: this.#matcher.frequency(place, live) })),
    )
  }

  /** The entries that meet a need. */
  match(need: Need): Matches {
    return this.#matcher.match(need)
  }

  /** Compute what the first questions would wait for: the order by name and the beginnings that match most. */
  warm(beginnings: readonly Text[]): void {
    this.#orders.order({ by: 'name', descending: false })
    for (const text of beginnings) this.find(text)
  }
}
