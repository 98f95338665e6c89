/**
 * Which published figures can be drawn beside one another. Only what is of one kind is: the same metric and currency, of the same part of the
 * company, as firm as one another (reported, estimated) and of spans of the same length. What has nothing to stand beside is in the table alone.
 */
import type { FinancialRow } from '@/db/records/organization-lists'
import { groupBy } from './group'

/** Figures of one kind, each with the words that tell it from the others of its drawing. */
export interface Series {
  key: string
  title: string
  /** "USD million"; null for a plain count. */
  unit: string | null
  /** Whether the figures are no more than somebody's estimate or forecast. */
  soft: boolean
  points: { label: string; row: FinancialRow }[]
}

/** One figure a year, of the whole or of one of its parts; oldest first. */
export interface YearSeries extends Series {
  /** The part of the company that it is of. */
  scope: string | null
  metric: string
}

/** What a figure is of but for its time and part. */
const kindOf = ({ metric, currency, basis }: FinancialRow) => [metric.value, currency, basis.value].join(' ')

const isYearly = ({ period }: FinancialRow) => period.value === 'year' || period.value === 'instant'

/** The figures that there are for two years or more, those of the whole first; of two for one year the first. */
export function yearSeries(rows: readonly FinancialRow[]): YearSeries[] {
  return [...groupBy(rows.filter(isYearly), (row) => `${kindOf(row)} ${row.period.value} ${row.scope}`)]
    .map(([key, group]) => {
      const years = [...groupBy(group, (row) => row.fiscalYear)].sort(([a], [b]) => a - b)
      return { key, points: years.flatMap(([year, [row]]) => (row === undefined ? [] : [{ label: String(year), row }])) }
    })
    .flatMap(({ key, points }) => {
      const [first, second] = points
      if (first === undefined || second === undefined) return []
      const { scope, metric } = first.row
      return [{ key, scope, metric: metric.value, points, ...headOf(first.row, scope) }]
    })
    .toSorted((a, b) => Number(a.scope !== null) - Number(b.scope !== null))
}

/** The figures of several parts of the company for the same span of time, the largest part first; of two for one part the first. */
export function partSeries(rows: readonly FinancialRow[]): Series[] {
  const parts = rows.filter((row) => row.scope !== null)
  return [...groupBy(parts, (row) => `${kindOf(row)} ${spanOf(row)}`)].flatMap(([key, group]) => {
    const [first] = group
    const scopes = groupBy(group, (row) => row.scope ?? '')
    if (first === undefined || scopes.size < 2) return []
    const points = [...scopes].flatMap(([label, [row]]) => (row === undefined ? [] : [{ label, row }]))
    points.sort((a, b) => b.row.amount - a.row.amount)
    return [{ key, points, ...headOf(first, spanOf(first)) }]
  })
}

/** The quarters and other spans shorter than a year of the whole or one part, where two or more say when they end. */
export function spanSeries(rows: readonly FinancialRow[]): Series[] {
  const short = rows.filter((row) => !isYearly(row) && row.periodEnd !== null)
  return [...groupBy(short, (row) => `${kindOf(row)} ${row.period.value} ${row.scope}`)].flatMap(([key, group]) => {
    const [first] = group
    const ends = new Set(group.map((row) => row.periodEnd))
    if (first === undefined || ends.size < 2 || ends.size < group.length) return []
    const points = group.map((row) => ({ label: `to ${row.periodEnd}`, row })).toSorted((a, b) => (a.label < b.label ? -1 : 1))
    return [{ key, points, ...headOf(first, [first.period.label.toLowerCase(), first.scope].filter(Boolean).join(', ')) }]
  })
}

/** The span of a figure in words: "fiscal year 2003", "quarter to 2002-06", "third quarter, fiscal year 2003". */
export function spanOf({ period, periodEnd, fiscalYear, note }: FinancialRow): string {
  if (period.value === 'year') return `fiscal year ${fiscalYear}`
  const name = period.value === 'instant' ? 'at' : `${period.label.toLowerCase()} to`
  if (periodEnd !== null) return `${name} ${periodEnd}`
  const told = period.value === 'instant' ? null : (note ?? period.label.toLowerCase())
  return [told, `fiscal year ${fiscalYear}`].filter(Boolean).join(', ')
}

function headOf({ metric, currency, basis }: FinancialRow, detail: string | null): Pick<Series, 'title' | 'unit' | 'soft'> {
  const firm = basis.value === 'reported'
  return {
    title: [metric.label, firm ? null : basis.label.toLowerCase(), detail].filter(Boolean).join(', '),
    unit: currency === null ? null : `${currency} million`,
    soft: !firm,
  }
}
