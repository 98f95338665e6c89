/** The orders of an index besides relevance, each computed at its first use and kept. */
import type { Sort } from '../question'
import { type Bits, hasBit } from './bits'
import { GrowingNumbers, type Numbers, narrowest } from './grow'

/** The values of one sort as ranks among those that differ; what is not known has the last. */
interface Column {
  ranks: Numbers
  /** How many values differ, the unknown not counted. */
  distinct: number
}

export interface OrdersData {
  /** Every entry in the order of the slugs. */
  bySlug: Uint32Array
  columns: ReadonlyMap<string, Column>
}

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
    const unordered = Uint32Array.from(this.#slugs.keys())
    return {
      bySlug: inOrder(unordered, ranked(this.#slugs), false),
      columns: new Map([...this.#columns].map(([sort, values]) => [sort, ranked(values)])),
    }
  }
}

function ranked(values: readonly (string | number | null)[]): Column {
  const known = [...new Set(values)].filter((value) => value !== null)
  const sorted = known.sort((a, b) => (a < b ? -1 : 1))
  const ranks = new Map<string | number | null, number>(sorted.map((value, rank) => [value, rank]))
  const column = new GrowingNumbers()
  for (const value of values) column.push(ranks.get(value) ?? sorted.length)
  return { ranks: column.finish(narrowest(sorted.length)), distinct: sorted.length }
}

/** Entries by their ranks, equal ones as they came, unknown ones last in either direction: a sort by counting. */
function inOrder(entries: Uint32Array, { ranks, distinct }: Column, descending: boolean): Uint32Array {
  const slot = (rank: number) => (descending && rank < distinct ? distinct - 1 - rank : rank)
  const starts = new Uint32Array(distinct + 2)
  for (const rank of ranks) starts[slot(rank) + 1] = (starts[slot(rank) + 1] as number) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number)
  const order = new Uint32Array(entries.length)
  for (const entry of entries) {
    const at = slot(ranks[entry] as number)
    order[starts[at] as number] = entry
    starts[at] = (starts[at] as number) + 1
  }
  return order
}

export class Orders {
  readonly #data: OrdersData
  readonly #kept = new Map<string, Uint32Array>()

  constructor(data: OrdersData) {
    this.#data = data
  }

  /** Every entry in the order asked for: unknown values last in either direction, ties by slug. */
  order(sort: Sort): Uint32Array {
    const key = `${sort.descending ? '-' : ''}${sort.by}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const { bySlug, columns } = this.#data
    // An index of nothing has seen no entry that could have told it what to order by.
    if (bySlug.length === 0) return bySlug
    const column = columns.get(sort.by)
    if (!column) throw new Error(`The index has no order by ${sort.by}.`)
    const order = inOrder(bySlug, column, sort.descending)
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
