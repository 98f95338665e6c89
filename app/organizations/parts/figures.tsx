/** The published figures of an organization: the whole first, then its parts, each with a bar to compare by. */

import { count, millions } from '@/app/components/format'
import type { Source } from '@/db/records/citations'
import type { FinancialRow } from '@/db/records/organization-lists'
import { Cite } from './cite'
import { groupBy } from './group'

interface FiguresProps {
  rows: readonly FinancialRow[]
  sources: readonly Source[]
}

export function Figures({ rows, sources }: FiguresProps) {
  const largest = largestByScale(rows)
  const scopes = groupBy(rows, (row) => row.scope)
  const ordered = [...scopes].sort(([a], [b]) => Number(a !== null) - Number(b !== null))
  return (
    <table className="w-full border-collapse text-left text-m">
      <caption className="pb-1 text-left text-ink-3 text-s">Money in millions; the bars compare amounts of one kind.</caption>
      <thead>
        <tr className="text-ink-2 text-s *:py-1 *:pr-4 *:font-semibold">
          <th scope="col">Fiscal year</th>
          <th scope="col">Figure</th>
          <th scope="col" className="text-right">
            Amount
          </th>
          <th scope="col" className="max-sm:hidden">
            <span className="sr-only">Compared</span>
          </th>
          <th scope="col">Remarks</th>
        </tr>
      </thead>
      {ordered.map(([scope, figures]) => (
        <tbody key={scope}>
          {(ordered.length > 1 || scope !== null) && (
            <tr>
              <th scope="rowgroup" colSpan={5} className="pt-3 pb-1 font-semibold font-serif text-name">
                {scope ?? 'The whole company'}
              </th>
            </tr>
          )}
          {figures.toSorted(byFigureAndYear).map((row, index) => (
            <tr key={index} className="border-rule border-t align-baseline *:py-1 *:pr-4">
              <th scope="row" className="whitespace-nowrap font-normal tabular-nums">
                {row.fiscalYear}
              </th>
              <td className="text-ink-2">{row.metric.label}</td>
              <td className="whitespace-nowrap text-right tabular-nums">
                {row.currency !== null && <span className="text-ink-3 text-s">{row.currency} </span>}
                {row.currency === null ? count(row.amount) : millions(row.amount)}
                <Cite sources={sources} of={row.source} />
              </td>
              <td className="w-[22%] max-sm:hidden">
                <Bar share={(row.usd ?? row.amount) / (largest.get(scaleOf(row)) ?? 1)} />
              </td>
              <td className="w-[30%] pr-0! text-ink-2">{remarks(row)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** @param share Of the largest amount of its kind, from -1 to 1; a loss is an outline. */
export function Bar({ share }: { share: number }) {
  const width = `${Math.max(0.5, Math.abs(share) * 100)}%`
  return (
    <svg width="100%" height="9" aria-hidden="true" className="block">
      <rect
        width={width}
        height="9"
        className={share < 0 ? 'fill-none stroke-ink-3' : 'fill-ink-2'}
        strokeWidth={share < 0 ? 2 : 0}
        strokeDasharray={share < 0 ? '2 2' : undefined}
      />
    </svg>
  )
}

/** What is compared with one another: a metric of the whole, or of all parts. */
const scaleOf = (row: FinancialRow) => `${row.scope === null} ${row.metric.value} ${row.usd === null ? row.currency : 'USD'}`

function largestByScale(rows: readonly FinancialRow[]): Map<string, number> {
  const largest = new Map<string, number>()
  for (const row of rows) {
    const scale = scaleOf(row)
    largest.set(scale, Math.max(largest.get(scale) ?? 0, Math.abs(row.usd ?? row.amount)))
  }
  return largest
}

/** Figures of one kind together, in the order in which the file first has them, by year. */
function byFigureAndYear(a: FinancialRow, b: FinancialRow): number {
  return (
    Number(a.metric.value !== 'revenue') - Number(b.metric.value !== 'revenue') ||
    a.metric.label.localeCompare(b.metric.label) ||
    a.fiscalYear - b.fiscalYear
  )
}

/** What keeps a figure from being a plain reported year. */
function remarks({ period, periodEnd, basis, note }: FinancialRow): string {
  const span = period.value === 'year' ? null : period.label.toLowerCase()
  const end = periodEnd === null ? null : `to ${periodEnd}`
  return [[span, end].filter(Boolean).join(' '), basis.value === 'reported' ? null : basis.label.toLowerCase(), note]
    .filter(Boolean)
    .join('; ')
}
