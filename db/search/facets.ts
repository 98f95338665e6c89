/** The filter side of an index: which entries have which value, and how many of a set have each. */
import { type Bits, countCommon, eachBit, emptyBits, hasBit, orInto, setBit } from './bits'
import { GrowingNumbers } from './grow'

/** A value that more than one in this many entries have is kept as bits, a rarer one as a list of its entries. */
const RARE = 64
/** Up to one in this many entries, counting goes entry by entry; above, value by value. */
const FEW = 16

interface Value {
  filter: string
  value: string
}

export interface FacetData {
  /** Every value that an entry has; its place here stands for it. */
  values: readonly Value[]
  /** Where the places of each entry's values end in `ofEntry`; they begin where those of the entry before end. */
  ends: Uint32Array
  ofEntry: Uint32Array
}

const NONE: ReadonlyMap<string, number> = new Map()

export class FacetIndex {
  readonly values: readonly Value[]
  /** Per value, how many entries have it. */
  readonly #totals: Uint32Array
  readonly #size: number
  readonly #places = new Map<string, Map<string, number>>()
  readonly #ends: Uint32Array
  readonly #ofEntry: Uint32Array
  readonly #bits: (Bits | undefined)[] = []
  /** The entries of the rare values one value after the other, and where each value's end. */
  readonly #rare: Uint32Array
  readonly #rareEnds: Uint32Array

  constructor({ values, ends, ofEntry }: FacetData) {
    this.values = values
    this.#size = ends.length
    this.#ends = ends
    this.#ofEntry = ofEntry
    this.#totals = new Uint32Array(values.length)
    for (const place of ofEntry) this.#totals[place] = (this.#totals[place] as number) + 1
    this.#rareEnds = new Uint32Array(values.length)
    let rare = 0
    for (const [place, { filter, value }] of values.entries()) {
      const ofFilter = this.#places.get(filter) ?? new Map<string, number>()
      this.#places.set(filter, ofFilter.set(value, place))
      const frequent = (this.#totals[place] as number) > this.#size / RARE
      this.#bits.push(frequent ? emptyBits(this.#size) : undefined)
      // For now where they begin: filling moves it to where they end.
      this.#rareEnds[place] = rare
      if (!frequent) rare += this.#totals[place] as number
    }
    this.#rare = new Uint32Array(rare)
    for (let entry = 0; entry < this.#size; entry++) this.#fill(entry)
  }

  #fill(entry: number): void {
    for (let at = this.#startOf(entry); at < (this.#ends[entry] as number); at++) {
      const place = this.#ofEntry[at] as number
      const bits = this.#bits[place]
      if (bits) {
        setBit(bits, entry)
      } else {
        this.#rare[this.#rareEnds[place] as number] = entry
        this.#rareEnds[place] = (this.#rareEnds[place] as number) + 1
      }
    }
  }

  /** The places of a filter's values, by value. */
  of(filter: string): ReadonlyMap<string, number> {
    return this.#places.get(filter) ?? NONE
  }

  /** The entries of a rare value. */
  #rareOf(place: number): Uint32Array {
    return this.#rare.subarray(place === 0 ? 0 : this.#rareEnds[place - 1], this.#rareEnds[place])
  }

  /** The entries that have any of the values; to be read, not changed. */
  any(filter: string, values: readonly string[]): Bits {
    const [only = '', ...others] = values
    const kept = this.#bits[this.of(filter).get(only) ?? -1]
    if (kept && others.length === 0) return kept
    const chosen = emptyBits(this.#size)
    for (const value of values) {
      const place = this.of(filter).get(value)
      if (place === undefined) continue
      const bits = this.#bits[place]
      if (bits) orInto(chosen, bits)
      else for (const entry of this.#rareOf(place)) setBit(chosen, entry)
    }
    return chosen
  }

  /**
   * Count the values of some filters in a set.
   * @param set undefined for every entry.
   * @param total How many entries the set has.
   * @param into Receives the counts by place; places of other filters are left as they are.
   */
  count(filters: ReadonlySet<string>, set: Bits | undefined, total: number, into: Uint32Array): void {
    if (set === undefined) this.#copy(this.#totals, filters, into)
    else if (total <= this.#size / FEW) this.#copy(this.#countByEntry(set), filters, into)
    else for (const filter of filters) for (const place of this.of(filter).values()) into[place] = this.#common(place, set)
  }

  /** The same for every entry but those of a set. */
  countOthers(filters: ReadonlySet<string>, set: Bits, into: Uint32Array): void {
    const counts = this.#countByEntry(set)
    for (let place = 0; place < counts.length; place++) counts[place] = (this.#totals[place] as number) - (counts[place] as number)
    this.#copy(counts, filters, into)
  }

  #copy(counts: Uint32Array, filters: ReadonlySet<string>, into: Uint32Array): void {
    for (const filter of filters) for (const place of this.of(filter).values()) into[place] = counts[place] as number
  }

  #countByEntry(set: Bits): Uint32Array {
    const counts = new Uint32Array(this.values.length)
    eachBit(set, (entry) => {
      const end = this.#ends[entry] as number
      for (let at = this.#startOf(entry); at < end; at++) {
        const place = this.#ofEntry[at] as number
        counts[place] = (counts[place] as number) + 1
      }
    })
    return counts
  }

  #startOf(entry: number): number {
    return entry === 0 ? 0 : (this.#ends[entry - 1] as number)
  }

  #common(place: number, set: Bits): number {
    const bits = this.#bits[place]
    if (bits) return countCommon(bits, set)
    let count = 0
    for (const entry of this.#rareOf(place)) if (hasBit(set, entry)) count++
    return count
  }
}

/** Collects the values of entries in their order. */
export class FacetBuilder {
  readonly #values: Value[] = []
  readonly #places = new Map<string, Map<string, number>>()
  readonly #ends = new GrowingNumbers()
  readonly #ofEntry = new GrowingNumbers()

  add(facets: { readonly [filter: string]: readonly string[] }): void {
    for (const [filter, values] of Object.entries(facets)) for (const value of values) this.#ofEntry.push(this.#place(filter, value))
    this.#ends.push(this.#ofEntry.length)
  }

  finish(): FacetData {
    return { values: this.#values, ends: this.#ends.finish(), ofEntry: this.#ofEntry.finish() }
  }

  #place(filter: string, value: string): number {
    let places = this.#places.get(filter)
    if (!places) {
      places = new Map()
      this.#places.set(filter, places)
    }
    let place = places.get(value)
    if (place === undefined) {
      place = this.#values.push({ filter, value }) - 1
      places.set(value, place)
    }
    return place
  }
}
