/** What companies earn, and what some of them earn together. */
import type { Directory } from '../directory'
import { keptWhileUnchanged } from '../unchanged'

export interface Revenue {
  /** The sum of what is known, in USD. */
  usd: number
  /** How many companies have a figure. */
  known: number
}

type Source = Pick<Directory, 'database' | 'version'>

/** USD by the id of a company; NaN where nothing is known. */
type RevenueOf = (id: number) => number

/** The revenue of every company, read once for each state of the data: pages add it up in more than a hundred ways. */
export const revenueOf = keptWhileUnchanged(({ database: { sqlite } }: Source): RevenueOf => {
  const last = sqlite.prepare('SELECT max(id) FROM organizations').pluck().get() as number | null
  const all = new Float64Array((last ?? 0) + 1).fill(Number.NaN)
  const rows = sqlite.prepare('SELECT id, revenue_usd FROM organizations WHERE revenue_usd IS NOT NULL').raw()
  for (const [id, usd] of rows.iterate() as IterableIterator<[number, number]>) all[id] = usd
  return (id) => all[id] ?? Number.NaN
})

/** The revenue of companies together, by their ids. */
export function sumRevenue(directory: Source, ids: Uint32Array): Revenue {
  const revenue = revenueOf(directory)
  let [usd, known] = [0, 0]
  for (const id of ids) {
    const own = revenue(id)
    if (Number.isNaN(own)) continue
    usd += own
    known++
  }
  return { usd, known }
}
