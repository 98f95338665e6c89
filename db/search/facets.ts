/** The filter side of an index: which entries have which value, and how many of a set have each. */
import { type Bits, countCommon, eachBit, emptyBits, hasBit, orInto, setBit } from './bits'
import { GrowingNumbers, type Numbers, narrowest } from './grow'

/** A value that more than one in this many entries have is kept as bits, a rarer one as a list of its entries. */
const RARE = 64

interface Value {
  filter: string
  value: string
}

export interface FacetData {
  /** Every value that an entry has; its place here stands for it. */
  values: readonly Value[]
  /** Per value, how many entries have it. */
  totals: Uint32Array
  /** Where the places of each entry's values end in `ofEntry`; they begin where those of the entry before end. */
  ends: Uint32Array
  ofEntry: Numbers
  /** Per value the entries that have it, where it is no rare one. */
  bits: readonly (Bits | undefined)[]
  /** The entries of the rare values one value after the other, and where each value's end. */
  rare: Uint32Array
  rareEnds: Uint32Array
}

const NONE: ReadonlyMap<string, number> = new Map()

export class FacetIndex {
  /** How many values there are. */
  readonly size: number
  readonly #data: Omit<FacetData, 'values'>
  readonly #entries: number
  readonly #places: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Values that an entry has on average, which is what it costs to count one entry more. */
  readonly #perEntry: number
  /** Per filter what it costs to count all its values. */
  readonly #costs = new Map<string, number>()

  /** Every filter that has values. */
  readonly filters: ReadonlySet<string>

  constructor({ values, ...data }: FacetData) {
    this.size = values.length
    this.#data = data
    this.#entries = data.ends.length
    const places = new Map<string, Map<string, number>>()
    for (const [place, { filter, value }] of values.entries()) {
      places.set(filter, (places.get(filter) ?? new Map<string, number>()).set(value, place))
    }
    this.#places = places
    this.filters = new Set(places.keys())
    this.#perEntry = data.ofEntry.length / Math.max(1, this.#entries)
    for (const [place, { filter }] of values.entries()) {
      const cost = data.bits[place]?.length ?? (data.totals[place] as number)
      this.#costs.set(filter, (this.#costs.get(filter) ?? 0) + cost)
    }
  }

  /** The places of a filter's values, by value. */
  of(filter: string): ReadonlyMap<string, number> {
    return this.#places.get(filter) ?? NONE
  }

  /** The entries of a rare value. */
  #rareOf(place: number): Uint32Array {
    const { rare, rareEnds } = this.#data
    return rare.subarray(place === 0 ? 0 : rareEnds[place - 1], rareEnds[place])
  }

  /** The entries that have any of the values; to be read, not changed. */
  any(filter: string, values: readonly string[]): Bits {
    const [only = '', ...others] = values
    const kept = this.#data.bits[this.of(filter).get(only) ?? -1]
    if (kept && others.length === 0) return kept
    const chosen = emptyBits(this.#entries)
    for (const value of values) {
      const place = this.of(filter).get(value)
      if (place === undefined) continue
      const bits = this.#data.bits[place]
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
    if (set === undefined) this.copy(this.#data.totals, filters, into)
    else if (total * this.#perEntry < this.#costByValue(filters)) this.copy(this.#countByEntry(set), filters, into)
    else for (const filter of filters) for (const place of this.of(filter).values()) into[place] = this.#common(place, set)
  }

  /** Steps to count some filters value by value: words of bits, and entries of rare values. */
  #costByValue(filters: ReadonlySet<string>): number {
    let cost = 0
    for (const filter of filters) cost += this.#costs.get(filter) ?? 0
    return cost
  }

  /** The same for every entry but those of a set. */
  countOthers(filters: ReadonlySet<string>, set: Bits, into: Uint32Array): void {
    const counts = this.#countByEntry(set)
    for (let place = 0; place < counts.length; place++) counts[place] = (this.#data.totals[place] as number) - (counts[place] as number)
    this.copy(counts, filters, into)
  }

  /** Copy the counts of some filters. */
  copy(counts: Uint32Array, filters: ReadonlySet<string>, into: Uint32Array): void {
    for (const filter of filters) for (const place of this.of(filter).values()) into[place] = counts[place] as number
  }

  #countByEntry(set: Bits): Uint32Array {
    const counts = new Uint32Array(this.size)
    const { ends, ofEntry } = this.#data
    eachBit(set, (entry) => {
      const end = ends[entry] as number
      for (let at = entry === 0 ? 0 : (ends[entry - 1] as number); at < end; at++) {
        const place = ofEntry[at] as number
        counts[place] = (counts[place] as number) + 1
      }
    })
    return counts
  }

  #common(place: number, set: Bits): number {
    const bits = this.#data.bits[place]
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
    const [values, ends] = [this.#values, this.#ends.finish()]
    const ofEntry = this.#ofEntry.finish(narrowest(values.length - 1))
    const totals = new Uint32Array(values.length)
    for (const place of ofEntry) totals[place] = (totals[place] as number) + 1
    const isRare = (total: number) => total <= ends.length / RARE
    const bits = Array.from(totals, (total) => (isRare(total) ? undefined : emptyBits(ends.length)))
    // For now where they begin: filling moves each to where they end.
    const rareEnds = new Uint32Array(values.length)
    let room = 0
    for (const [place, total] of totals.entries()) {
      rareEnds[place] = room
      if (isRare(total)) room += total
    }
    const rare = new Uint32Array(room)
    for (let entry = 0, at = 0; entry < ends.length; entry++) {
      for (; at < (ends[entry] as number); at++) {
        const place = ofEntry[at] as number
        const own = bits[place]
        if (own) setBit(own, entry)
        else {
          rare[rareEnds[place] as number] = entry
          rareEnds[place] = (rareEnds[place] as number) + 1
        }
      }
    }
    return { values, totals, ends, ofEntry, bits, rare, rareEnds }
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
