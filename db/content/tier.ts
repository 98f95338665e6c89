/** The tier of an organization, computed from its financial rows and employees by the rule in taxonomy.yaml. */
import type { Converter } from './exchange-rates'
import type { FinancialRow } from './organization'
import { type Taxonomy, tierBound } from './taxonomy'

export interface TierFacts {
  financials?: readonly FinancialRow[] | undefined
  employees?: { count: number; asOf: number; source: string } | undefined
}

export interface Rating {
  /** 0 to 3; null is unrated. */
  tier: number | null
  estimated: boolean
  /** What decided, in words, with what was done to it. */
  reason: string
  /** The rule that decided, 1 to 4; null where none did. */
  rule: 1 | 2 | 3 | 4 | null
  /** The id of the source of what decided, as the file gives it. */
  source: string | null
  /** What rules 1 to 3 decided by, as a year's amount; null elsewhere. */
  revenue: { amount: number; currency: string; usd: number; fiscalYear: number } | null
}

/** The fiscal years that the directory describes, and the one it stands in. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2003
const CENTRE_YEAR = 2002

/** How many of a period make a year, and its name in a sentence. */
const SCALES: Record<string, { times: number; name: string }> = {
  quarter: { times: 4, name: 'the quarter' },
  half: { times: 2, name: 'the half year' },
  'nine-months': { times: 4 / 3, name: 'the nine months' },
}

type Revenue = FinancialRow & { currency: string }

const isYear = (row: Revenue) => (row.period ?? 'year') === 'year'
const isReported = (row: Revenue) => (row.basis ?? 'reported') === 'reported'
const isCurrent = (row: Revenue) => row.fiscalYear >= FIRST_YEAR && row.fiscalYear <= LAST_YEAR

/** Rate an organization: the first rule that something of it satisfies decides; an amount in a currency without a rate satisfies none. */
export function rate(facts: TierFacts, taxonomy: Pick<Taxonomy, 'tiers' | 'tiersByEmployees'>, converter: Converter): Rating {
  const revenues = (facts.financials ?? []).filter(
    (row): row is Revenue => row.metric === 'revenue' && row.scope === undefined && row.basis !== 'forecast' && row.currency !== undefined,
  )
  const comparable = revenues.filter((row) => converter.rate(row.currency, row.fiscalYear) !== null)
  const incomparable = [...new Set(revenues.filter((row) => !comparable.includes(row)).map((row) => row.currency))]
  const without = incomparable.length ? `; revenue in ${incomparable.join(', ')} cannot be compared: no exchange rate is known` : ''

  const rating =
    byYear(comparable, taxonomy, converter) ??
    byPart(comparable, taxonomy, converter) ??
    byOtherYear(comparable, taxonomy, converter) ??
    byEmployees(facts, taxonomy)
  if (rating) return { ...rating, reason: rating.reason + without }
  const reason = `Not rated: no ${without ? 'comparable ' : ''}revenue and no number of employees is known${without}`
  return { tier: null, estimated: false, reason, rule: null, source: null, revenue: null }
}

type Tiers = Pick<Taxonomy, 'tiers' | 'tiersByEmployees'>

function byYear(rows: Revenue[], taxonomy: Tiers, converter: Converter): Rating | undefined {
  const row = first(
    rows.filter((each) => isYear(each) && isCurrent(each)),
    (each) => [-each.fiscalYear, isReported(each) ? 0 : 1],
  )
  if (!row) return undefined
  const rating = byRevenue(1, row, row.amount, taxonomy, converter)
  const basis = isReported(row) ? '' : `, ${BASES[row.basis ?? ''] ?? row.basis}`
  return { ...rating, estimated: !isReported(row), reason: `${rating.reason}, fiscal year ${row.fiscalYear}${basis}` }
}

const BASES: Record<string, string> = { estimate: 'estimated', annualized: 'annualized, estimated', 'pro-forma': 'pro forma, estimated' }

function byPart(rows: Revenue[], taxonomy: Tiers, converter: Converter): Rating | undefined {
  const parts = rows.filter((each) => SCALES[each.period ?? ''] && isCurrent(each))
  const row = first(parts, (each) => [-each.fiscalYear, -lastDay(each.periodEnd), isReported(each) ? 0 : 1])
  const scale = SCALES[row?.period ?? '']
  if (!row || !scale) return undefined
  const rating = byRevenue(2, row, row.amount * scale.times, taxonomy, converter)
  const end = row.periodEnd ? ` to ${printMonth(row.periodEnd)}` : ''
  return { ...rating, reason: `${rating.reason} a year: ${scale.name}${end} of fiscal year ${row.fiscalYear} scaled to a year, estimated` }
}

function byOtherYear(rows: Revenue[], taxonomy: Tiers, converter: Converter): Rating | undefined {
  const others = rows.filter((each) => isYear(each) && !isCurrent(each))
  const row = first(others, (each) => [Math.abs(each.fiscalYear - CENTRE_YEAR), each.fiscalYear, isReported(each) ? 0 : 1])
  if (!row) return undefined
  const rating = byRevenue(3, row, row.amount, taxonomy, converter)
  return { ...rating, reason: `${rating.reason}, fiscal year ${row.fiscalYear}, the nearest known, estimated` }
}

function byEmployees({ employees }: TierFacts, { tiersByEmployees }: Tiers): Rating | undefined {
  if (!employees) return undefined
  return {
    tier: tierFrom(employees.count, tiersByEmployees),
    estimated: true,
    reason: `${employees.count.toLocaleString('en-US')} employees (${employees.asOf}), estimated`,
    rule: 4,
    source: employees.source,
    revenue: null,
  }
}

/** The rating by an amount of a year; the reason holds the amount alone. */
function byRevenue(rule: 1 | 2 | 3, row: Revenue, amount: number, { tiers }: Tiers, converter: Converter): Rating {
  const used = converter.rate(row.currency, row.fiscalYear)
  if (!used) throw new Error(`No exchange rate for ${row.currency}`)
  const usd = amount * used.usdPerUnit
  const bounds = Object.fromEntries(Object.entries(tiers).map(([tier, meaning]) => [tier, tierBound(meaning) ?? 0]))
  const year = used.year === row.fiscalYear ? '' : ` at the rate of ${used.year}`
  const converted = row.currency === 'USD' ? '' : ` (${printMoney(usd, 'USD', bounds)}${year})`
  return {
    tier: tierFrom(usd, bounds),
    estimated: true,
    reason: printMoney(amount, row.currency, row.currency === 'USD' ? bounds : {}) + converted,
    rule,
    source: row.source,
    // Scaling and rates leave fractions of a unit that no source has.
    revenue: { amount: Math.round(amount), currency: row.currency, usd: Math.round(usd), fiscalYear: row.fiscalYear },
  }
}

/** The tier with the highest lower bound that the figure reaches; a figure under all bounds has the last tier. */
function tierFrom(figure: number, bounds: Readonly<Record<string, number>>): number {
  const tiers = Object.entries(bounds).sort(([, a], [, b]) => b - a)
  const [tier] = tiers.find(([, bound]) => figure >= bound) ?? tiers.at(-1) ?? []
  return Number(tier)
}

/** The row that comes first by the given keys, each deciding where those before it tie; of equal rows the first listed. */
function first(rows: Revenue[], keys: (row: Revenue) => number[]): Revenue | undefined {
  const order = (a: number[], b: number[]) => a.map((key, index) => key - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  return [...rows].sort((a, b) => order(keys(a), keys(b)))[0]
}

/** A period's end as a number that sorts; a month stands for its last day, no end at all for the oldest. */
const lastDay = (periodEnd = '0000') => Number(periodEnd.padEnd(7, '-12').padEnd(10, '-31').replaceAll('-', ''))

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const printMonth = (day: string) => (day.length === 4 ? day : MONTH.format(new Date(day)))

const COMPACT = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 } as const
const ROUNDED = new Intl.NumberFormat('en-US', COMPACT)
const ROUNDED_DOWN = new Intl.NumberFormat('en-US', { ...COMPACT, roundingMode: 'trunc' })

/** An amount in words: `USD 33.6 billion`; rounded down where it would else read as a tier whose bound it does not reach. */
function printMoney(amount: number, currency: string, bounds: Readonly<Record<string, number>>): string {
  const reads = Number(amount.toPrecision(COMPACT.maximumSignificantDigits))
  const format = Object.values(bounds).some((bound) => amount < bound && reads >= bound) ? ROUNDED_DOWN : ROUNDED
  return `${currency} ${format.format(amount)}`
}
