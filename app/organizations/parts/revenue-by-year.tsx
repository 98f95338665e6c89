/** Revenue of the whole company by fiscal year, as bars in the margin. */

import { millions } from '@/app/components/format'
import type { Source } from '@/db/records/citations'
import type { FinancialRow } from '@/db/records/organization-lists'
import { Cite } from './cite'
import { Bar } from './figures'
import { groupBy } from './group'
import { MarginSection } from './section'

interface RevenueByYearProps {
  rows: readonly FinancialRow[]
  sources: readonly Source[]
}

export function RevenueByYear({ rows, sources }: RevenueByYearProps) {
  const years = wholeYears(rows)
  const most = Math.max(...years.map((row) => row.usd ?? 0))
  if (years.length < 2) return null
  return (
    <MarginSection title="Revenue, USD million">
      <table className="w-full text-m">
        <caption className="sr-only">Revenue of the whole company by fiscal year</caption>
        <tbody>
          {years.map((row) => (
            <tr key={row.fiscalYear}>
              <th scope="row" className="w-16 py-0.5 text-left font-normal text-ink-2">
                FY{row.fiscalYear}
              </th>
              <td>
                <Bar share={(row.usd ?? 0) / most} />
              </td>
              <td className="w-20 whitespace-nowrap pl-2 text-right tabular-nums">
                {millions(row.usd ?? 0)}
                <Cite sources={sources} of={row.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </MarginSection>
  )
}

/** One figure a year: the reported one where there are several, else the first. */
function wholeYears(rows: readonly FinancialRow[]): FinancialRow[] {
  const whole = rows.filter(
    (row) =>
      row.scope === null &&
      row.metric.value === 'revenue' &&
      row.period.value === 'year' &&
      row.basis.value !== 'forecast' &&
      row.usd !== null,
  )
  return [...groupBy(whole, (row) => row.fiscalYear).values()]
    .flatMap((ofYear) => ofYear.find((row) => row.basis.value === 'reported') ?? ofYear[0] ?? [])
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
}
