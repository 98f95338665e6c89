/** The orders of an index besides relevance, each computed at its first use and kept. */
import type { Sort } from '../question'
import { type Bits, hasBit } from './bits'

/** A value as numbers compare it: itself, of a text its rank among the texts; NaN is unknown. */
type Column = Float64Array

export class OrdersBuilder {
  readonly #slugs: string[] = []
  readonly #columns = new Map<string, (string | number | null)[]>()

  /** @param sorts Per sort the entry's value; null is unknown. */
  add(slug: string, sorts: { readonly [sort: string]: string | number | null }): void {
    this.#slugs.push(slug)
    for (const [sort, value] of Object.entries(sorts)) {
      const column = this.#columns.get(sort)
      if (column) column.push(value)
      else this.#columns.set(sort, [value])
    }
  }

  finish(): OrdersData {
    return {
      slugRanks: Uint32Array.from(ranked(this.#slugs)),
      columns: new Map([...this.#columns].map(([sort, values]) => [sort, ranked(values)])),
    }
  }
}

export interface OrdersData {
  /** Per entry the place of its slug among all. */
  slugRanks: Uint32Array
  columns: ReadonlyMap<string, Column>
}

/** Numbers as they are, texts as ranks: equal ones share one. */
function ranked(values: readonly (string | number | null)[]): Column {
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))].sort()
  const ranks = new Map(texts.map((text, rank) => [text, rank]))
  return Float64Array.from(values, (value) => (typeof value === 'string' ? (ranks.get(value) as number) : (value ?? Number.NaN)))
}

export class Orders {
  readonly #slugRanks: Uint32Array
  readonly #columns: ReadonlyMap<string, Column>
  readonly #kept = new Map<string, Uint32Array>()

  constructor({ slugRanks, columns }: OrdersData) {
    this.#slugRanks = slugRanks
    this.#columns = columns
  }

  /** Every entry in the order asked for: unknown values last in either direction, ties by slug. */
  order(sort: Sort): Uint32Array {
    const key = `${sort.descending ? '-' : ''}${sort.by}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const values = this.#columns.get(sort.by)
    // An index of nothing has seen no entry that could have told it what to order by.
    if (this.#slugRanks.length === 0) return this.#slugRanks
    if (!values) throw new Error(`The index has no order by ${sort.by}.`)
    const ranks = this.#slugRanks
    const direction = sort.descending ? -1 : 1
    const order = Uint32Array.from(ranks.keys()).sort((a, b) => {
      const left = values[a] as number
      const right = values[b] as number
      if (left === right || (Number.isNaN(left) && Number.isNaN(right))) return (ranks[a] as number) - (ranks[b] as number)
      if (Number.isNaN(left)) return 1
      return Number.isNaN(right) ? -1 : (left - right) * direction
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
