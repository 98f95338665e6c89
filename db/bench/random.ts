/** Chance that repeats: the same seed gives the same row of numbers on every machine. */

/** A generator of numbers in [0, 1) with 32 bits of state (the "mulberry" mixing of a counter). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to `most` - 1. */
  below(most: number): number {
    return Math.floor(this.next() * most)
  }

  /** One of the items; @throws RangeError where there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new RangeError('Nothing to pick from.')
    return item
  }

  /** Whether something that happens with this probability happens. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** The items in a new order. */
  shuffled<T>(items: readonly T[]): T[] {
    const row = [...items]
    for (let last = row.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      const kept = row[last] as T
      row[last] = row[other] as T
      row[other] = kept
    }
    return row
  }
}
