/** The columns in which lists and rankings are exported. */
import { type Cell, writeSheet } from '../export/sheet'
import type { RankedCompany } from './ranked'
import type { RankingPlace } from './rankings'

type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>

const RANKED: Columns<RankedCompany> = {
  rank: ({ rank }) => rank,
  slug: ({ slug }) => slug,
  name: ({ name }) => name,
  tier: ({ tier }) => tier,
  revenue: ({ revenue }) => revenue.amount,
  revenueCurrency: ({ revenue }) => revenue.currency,
  revenueUsd: ({ revenue }) => revenue.usd,
  revenueYear: ({ revenue }) => revenue.fiscalYear,
  basis: ({ basis }) => basis,
  reason: ({ reason }) => reason,
  source: ({ source }) => source?.url ?? null,
  url: ({ url }) => url,
}

const PUBLISHED: Columns<RankingPlace> = {
  rank: ({ rank }) => rank,
  name: ({ name }) => name,
  organization: ({ organization }) => organization?.slug ?? null,
  amount: ({ amount }) => amount,
  source: ({ source }) => source?.url ?? null,
  url: ({ organization }) => organization?.url ?? null,
}

export const topListCsv = (companies: readonly RankedCompany[]) => writeSheet(RANKED, companies)
export const rankingCsv = (places: readonly RankingPlace[]) => writeSheet(PUBLISHED, places)
