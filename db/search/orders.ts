/** The orders of an index besides relevance, each computed at its first use and kept. */
import type { Sort } from '../question'
import { type Bits, hasBit } from './bits'

export class Orders {
  readonly #slugRanks: Uint32Array
  readonly #columns: ReadonlyMap<string, readonly (string | number | null)[]>
  readonly #kept = new Map<string, Uint32Array>()

  /**
   * @param slugs In the order of the entries.
   * @param columns Per sort the values in the order of the entries; null is unknown.
   */
  constructor(slugs: readonly string[], columns: ReadonlyMap<string, readonly (string | number | null)[]>) {
    const bySlug = Uint32Array.from(slugs.keys()).sort((a, b) => compare(slugs[a] as string, slugs[b] as string))
    this.#slugRanks = new Uint32Array(slugs.length)
    bySlug.forEach((entry, rank) => {
      this.#slugRanks[entry] = rank
    })
    this.#columns = columns
  }

  /** Every entry in the order asked for: unknown values last in either direction, ties by slug. */
  order(sort: Sort): Uint32Array {
    const key = `${sort.descending ? '-' : ''}${sort.by}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const values = this.#columns.get(sort.by)
    if (!values) throw new Error(`The index has no order by ${sort.by}.`)
    const ranks = this.#slugRanks
    const direction = sort.descending ? -1 : 1
    const order = Uint32Array.from(values.keys()).sort((a, b) => {
      const left = values[a] ?? null
      const right = values[b] ?? null
      if (left !== right) {
        if (left === null) return 1
        if (right === null) return -1
        const difference = compare(left, right)
        if (difference !== 0) return difference * direction
      }
      return (ranks[a] as number) - (ranks[b] as number)
    })
    this.#kept.set(key, order)
    return order
  }
}

/** Entries of a set in an order, from one position to another. @param set undefined for every entry. */
export function pageOf(order: Uint32Array, set: Bits | undefined, from: number, to: number): Uint32Array {
  if (set === undefined) return order.slice(from, to)
  const page: number[] = []
  let seen = 0
  for (let at = 0; at < order.length && seen < to; at++) {
    const entry = order[at] as number
    if (!hasBit(set, entry)) continue
    if (seen++ >= from) page.push(entry)
  }
  return Uint32Array.from(page)
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
