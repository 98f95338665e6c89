/**
 * The published figures of an organization: drawn where there are several of one kind, and all of them in a table, the whole first, then its
 * parts. Years of the whole company's revenue are drawn in the margin.
 */
import type { Source } from '@/db/records/citations'
import type { FinancialRow } from '@/db/records/organization-lists'
import { BarList, percentScale } from './bar-list'
import { Cite } from './cite'
import { groupBy } from './group'
import { isMainSeries } from './revenue-by-year'
import { partSeries, type Series, spanSeries, yearSeries } from './series'
import { figure, YearColumns } from './year-columns'

interface FiguresProps {
  rows: readonly FinancialRow[]
  sources: readonly Source[]
}

export function Figures({ rows, sources }: FiguresProps) {
  const years = yearSeries(rows).filter((series) => !isMainSeries(series))
  const bars = groupBy([...partSeries(rows), ...spanSeries(rows)], scaleOf)
  return (
    <>
      {years.length > 0 && (
        <div className="charts">
          {years.map((series) => (
            <YearColumns key={series.key} series={series} sources={sources} />
          ))}
        </div>
      )}
      {[...bars].map(([scale, group]) => (
        <BarLists key={scale} group={group} sources={sources} />
      ))}
      <FigureTable rows={rows} sources={sources} />
    </>
  )
}

/** What is compared with one another: amounts of one metric and currency over spans of the same length. */
function scaleOf({ points: [first] }: Series): string {
  return first === undefined ? '' : [first.row.metric.value, first.row.currency, first.row.period.value].join(' ')
}

function BarLists({ group, sources }: { group: readonly Series[]; sources: readonly Source[] }) {
  const scale = percentScale(group.flatMap(({ points }) => points))
  return (
    <div className="bar-lists">
      {group.map((series) => (
        <BarList key={series.key} series={series} sources={sources} scale={scale} />
      ))}
    </div>
  )
}

function FigureTable({ rows, sources }: FiguresProps) {
  const ofWhole = rows.filter(({ scope }) => scope === null).toSorted(byFigureAndYear)
  const ofParts = [...groupBy(rows, ({ scope }) => scope)].flatMap(([scope, group]) =>
    scope === null ? [] : group.toSorted(byFigureAndYear),
  )
  const both = ofWhole.length > 0 && ofParts.length > 0
  return (
    <div className="sideways">
      <table className="entry-table">
        <caption className="remark">
          Every figure that is known; money in millions.{ofParts.length > 1 && ' A part may hold another one.'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Fiscal year</th>
            <th scope="col">Figure</th>
            <th scope="col" data-numeric>
              Amount
            </th>
            <th scope="col">Remarks</th>
          </tr>
        </thead>
        {ofWhole.length > 0 && <FigureRows title={both ? 'The whole company' : null} rows={ofWhole} sources={sources} />}
        {ofParts.length > 0 && <FigureRows title="Parts of it" rows={ofParts} sources={sources} />}
      </table>
    </div>
  )
}

function FigureRows({ title, rows, sources }: FiguresProps & { title: string | null }) {
  return (
    <tbody>
      {title !== null && (
        <tr>
          <th scope="rowgroup" colSpan={4} className="entry-table-group">
            {title}
          </th>
        </tr>
      )}
      {rows.map((row, index) => (
        <tr key={index}>
          <th scope="row" className="whitespace-nowrap tabular-nums">
            {row.fiscalYear}
          </th>
          <td>
            {row.metric.label}
            {row.scope !== null && <span className="text-ink">, {row.scope}</span>}
          </td>
          <td data-numeric>
            {row.currency !== null && <span className="text-ink-3 text-s">{row.currency} </span>}
            {figure(row)}
            <Cite sources={sources} of={row.source} />
          </td>
          <td className="sm:w-[38%]">{remarks(row)}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** Figures of one kind together, revenue first, by year. */
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
