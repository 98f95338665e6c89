/** The companies of a question ranked by revenue, each figure with its source, and those that have none. */
import type { Directory } from '../directory'
import type { Question } from '../question'
import { type Link, organizationLink } from '../records/links'
import { revenueOf, sumRevenue } from './revenues'

/** A page a figure was read on. */
export interface FigureSource {
  url: string
  title: string
  publisher: string | null
  date: string | null
}

export interface RankedCompany extends Link {
  /** Companies of equal revenue share a rank. */
  rank: number
  tier: number | null
  tierEstimated: boolean
  revenue: { amount: number; currency: string; usd: number; fiscalYear: number }
  /** Whether the figure is a year's as the company reported it, or was estimated, by others or from a part of the year. */
  basis: 'reported' | 'estimate'
  /** The figure in words, with what was done to it. */
  reason: string
  source: FigureSource | null
}

export interface Ranked {
  /** How many companies the question finds. */
  total: number
  /** How many of them have a figure. */
  known: number
  /** Their revenue together. */
  knownUsd: number
  /** The first of those, by revenue. */
  companies: RankedCompany[]
  /** The first of those without a figure, by name. */
  lacking: Link[]
}

/** How many companies without a figure are named. */
const MOST_LACKING = 500

interface Row {
  slug: string
  name: string
  tier: number | null
  tierEstimated: number
  amount: number
  currency: string
  usd: number
  fiscalYear: number
  reason: string
  rule: number
  rowBasis: string | null
  sourceUrl: string | null
  sourceTitle: string | null
  publisher: string | null
  date: string | null
}

/** The financial row that the figure is tells how it was come by; a part of a year that was scaled is no row as it stands. */
const ROWS = `SELECT organizations.slug, organizations.name, tier, tier_estimated AS tierEstimated, revenue_amount AS amount, revenue_currency AS currency,
  revenue_usd AS usd, revenue_year AS fiscalYear, tier_reason AS reason, tier_rule AS rule,
  (SELECT basis FROM financials WHERE organization_id = organizations.id AND metric = 'revenue' AND scope IS NULL AND period = 'year'
    AND fiscal_year = revenue_year AND amount = revenue_amount AND source_id IS tier_source_id ORDER BY position LIMIT 1) AS rowBasis,
  sources.url AS sourceUrl, sources.title AS sourceTitle, sources.publisher, sources.date
  FROM json_each(?) AS wanted CROSS JOIN organizations ON organizations.id = wanted.value LEFT JOIN sources ON sources.id = tier_source_id
  ORDER BY wanted.key`

/** @param most How many companies are given; the others are counted. */
export async function rankByRevenue(directory: Directory, question: Question, most: number): Promise<Ranked> {
  const ids = await directory.engine.matches({ ...question, sort: { by: 'revenue', descending: true } })
  const { sqlite } = directory.database
  const revenue = revenueOf(directory)
  const known = firstWhere(ids.length, (index) => Number.isNaN(revenue(ids[index] as number)))
  const wanted = JSON.stringify(Array.from(ids.subarray(0, Math.min(known, most))))
  const companies: RankedCompany[] = []
  for (const row of sqlite.prepare<[string], Row>(ROWS).iterate(wanted)) {
    const before = companies.at(-1)
    companies.push(describe(row, before?.revenue.usd === row.usd ? before.rank : companies.length + 1))
  }
  const { usd: knownUsd } = sumRevenue(directory, ids.subarray(0, known))
  return { total: ids.length, known, knownUsd, companies, lacking: readNames(directory, ids.subarray(known, known + MOST_LACKING)) }
}

/** The companies of some ids by name. */
function readNames({ database }: Directory, ids: Uint32Array): Link[] {
  const rows = database.sqlite
    .prepare('SELECT slug, name FROM organizations WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name COLLATE NOCASE, slug')
    .all(JSON.stringify(Array.from(ids))) as { slug: string; name: string }[]
  return rows.map(organizationLink)
}

function describe(
  { slug, name, tier, tierEstimated, amount, currency, usd, fiscalYear, reason, ...row }: Row,
  rank: number,
): RankedCompany {
  const { sourceUrl, sourceTitle, publisher, date } = row
  return {
    ...organizationLink({ slug, name }),
    rank,
    tier,
    tierEstimated: tierEstimated === 1,
    revenue: { amount, currency, usd, fiscalYear },
    basis: row.rowBasis === 'reported' ? 'reported' : 'estimate',
    reason,
    source: sourceUrl === null || sourceTitle === null ? null : { url: sourceUrl, title: sourceTitle, publisher, date },
  }
}

/** The first index for which a condition holds that holds for all after it; `length` where it holds for none. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
