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
  /** How many entries have it. */
  total: number
}

export class FacetIndex {
  readonly values: readonly Value[]
  readonly #size: number
  readonly #places = new Map<string, Map<string, number>>()
  /** Where the places of each entry's values end in `#ofEntry`; they begin where those of the entry before end. */
  readonly #ends: Uint32Array
  readonly #ofEntry: Uint32Array
  readonly #bits: (Bits | undefined)[] = []
  readonly #lists: Uint32Array[] = []

  constructor(builder: FacetBuilder) {
    this.#size = builder.ends.length
    this.#ends = builder.ends.finish()
    this.#ofEntry = builder.ofEntry.finish()
    this.#places = builder.places
    const totals = new Uint32Array(builder.values.length)
    for (const place of this.#ofEntry) totals[place] = (totals[place] as number) + 1
    this.values = builder.values.map((value, place) => ({ ...value, total: totals[place] as number }))
    for (const value of this.values) {
      const frequent = value.total > this.#size / RARE
      this.#bits.push(frequent ? emptyBits(this.#size) : undefined)
      this.#lists.push(new Uint32Array(frequent ? 0 : value.total))
    }
    const filled = new Uint32Array(builder.values.length)
    for (let entry = 0; entry < this.#size; entry++) {
      for (let at = this.#startOf(entry); at < (this.#ends[entry] as number); at++) {
        const place = this.#ofEntry[at] as number
        const bits = this.#bits[place]
        if (bits) setBit(bits, entry)
        else (this.#lists[place] as Uint32Array)[filled[place] as number] = entry
        filled[place] = (filled[place] as number) + 1
      }
    }
  }

  /** The places of a filter's values, by value. */
  of(filter: string): ReadonlyMap<string, number> {
    return this.#places.get(filter) ?? new Map()
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
      else for (const entry of this.#lists[place] as Uint32Array) setBit(chosen, entry)
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
    if (set === undefined) {
      for (const filter of filters) for (const place of this.of(filter).values()) into[place] = this.values[place]?.total ?? 0
    } else if (total <= this.#size / FEW) {
      this.#countByEntry(filters, set, into)
    } else {
      for (const filter of filters) for (const place of this.of(filter).values()) into[place] = this.#common(place, set)
    }
  }

  /** The values of a filter with their counts. @param counts By place, as `count` fills them. */
  *counted(filter: string, counts: Uint32Array): Generator<[value: string, count: number]> {
    for (const [value, place] of this.of(filter)) yield [value, counts[place] as number]
  }

  #countByEntry(filters: ReadonlySet<string>, set: Bits, into: Uint32Array): void {
    const counts = new Uint32Array(this.values.length)
    eachBit(set, (entry) => {
      const end = this.#ends[entry] as number
      for (let at = this.#startOf(entry); at < end; at++) {
        const place = this.#ofEntry[at] as number
        counts[place] = (counts[place] as number) + 1
      }
    })
    for (const filter of filters) for (const place of this.of(filter).values()) into[place] = counts[place] as number
  }

  #startOf(entry: number): number {
    return entry === 0 ? 0 : (this.#ends[entry - 1] as number)
  }

  #common(place: number, set: Bits): number {
    const bits = this.#bits[place]
    if (bits) return countCommon(bits, set)
    let count = 0
    for (const entry of this.#lists[place] as Uint32Array) if (hasBit(set, entry)) count++
    return count
  }
}

/** Collects the values of entries in their order. */
export class FacetBuilder {
  readonly values: { filter: string; value: string }[] = []
  readonly places = new Map<string, Map<string, number>>()
  /** Where the values of each entry end in `ofEntry`. */
  readonly ends = new GrowingNumbers()
  readonly ofEntry = new GrowingNumbers()

  add(facets: { readonly [filter: string]: readonly string[] }): void {
    for (const [filter, values] of Object.entries(facets)) for (const value of values) this.ofEntry.push(this.#place(filter, value))
    this.ends.push(this.ofEntry.length)
  }

  #place(filter: string, value: string): number {
    let places = this.places.get(filter)
    if (!places) {
      places = new Map()
      this.places.set(filter, places)
    }
    let place = places.get(value)
    if (place === undefined) {
      place = this.values.push({ filter, value }) - 1
      places.set(value, place)
    }
    return place
  }
}
