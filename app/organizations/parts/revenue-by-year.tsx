/** Revenue of the whole company by fiscal year, as reported, in the margin. */
import type { Source } from '@/db/records/citations'
import type { FinancialRow } from '@/db/records/organization-lists'
import { type YearSeries, yearSeries } from './series'
import { YearColumns } from './year-columns'

interface RevenueByYearProps {
  rows: readonly FinancialRow[]
  sources: readonly Source[]
}

export function RevenueByYear({ rows, sources }: RevenueByYearProps) {
  return yearSeries(rows)
    .filter(isMainSeries)
    .map((series) => <YearColumns key={series.key} series={series} sources={sources} />)
}

export const isMainSeries = ({ scope, metric, soft }: YearSeries) => scope === null && metric === 'revenue' && !soft
