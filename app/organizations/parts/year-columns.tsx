/** Figures of one kind by fiscal year, as columns; a year that no source states stays empty. Drawn on the server. */
import { scaleBand, scaleLinear } from 'd3-scale'
import { count, millions } from '@/app/components/format'
import type { Source } from '@/db/records/citations'
import type { FinancialRow } from '@/db/records/organization-lists'
import type { YearSeries } from './series'

interface YearColumnsProps {
  series: YearSeries
  sources: readonly Source[]
}

const SLOT = 58
const HEIGHT = 118
/** Room for the figure over a column (under one, for a loss) and for the years at the foot. */
const FIGURE = 16
const YEARS = 18
/** A longer gap than this between two years is left out: the years are written below. */
const LONGEST = 6

export function YearColumns({ series: { title, unit, soft, points }, sources }: YearColumnsProps) {
  const years = yearsOf(points.map(({ row }) => row.fiscalYear))
  const amounts = points.map(({ row }) => row.amount)
  const lowest = Math.min(0, ...amounts)
  const x = scaleBand<number>()
    .domain(years)
    .range([0, years.length * SLOT])
    .paddingInner(0.42)
    .paddingOuter(0.21)
  const y = scaleLinear()
    .domain([lowest, Math.max(0, ...amounts)])
    .range([HEIGHT - YEARS - (lowest < 0 ? FIGURE : 0), FIGURE])
  const [left, right] = x.range()
  return (
    <figure className="chart">
      <figcaption>
        {title}
        {unit !== null && <small> {unit}</small>}
      </figcaption>
      <svg width={right} height={HEIGHT} viewBox={`0 0 ${right} ${HEIGHT}`} data-soft={soft || undefined}>
        <title>{[title, unit].filter(Boolean).join(', ')}</title>
        <line x1={left} x2={right} y1={y(0)} y2={y(0)} />
        {years.map((year) => {
          const point = points.find(({ row }) => row.fiscalYear === year)
          const start = x(year) ?? 0
          const middle = start + x.bandwidth() / 2
          return (
            <g key={year}>
              <text x={middle} y={HEIGHT - 4} className={point ? 'chart-label' : 'chart-gap'}>
                {year}
              </text>
              {point && <Column row={point.row} start={start} width={x.bandwidth()} y={y} source={sources[(point.row.source ?? 0) - 1]} />}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

interface ColumnProps {
  row: FinancialRow
  start: number
  width: number
  y: (amount: number) => number
  source: Source | undefined
}

function Column({ row, start, width, y, source }: ColumnProps) {
  const top = Math.min(y(row.amount), y(0))
  const bottom = Math.max(y(row.amount), y(0))
  return (
    <>
      <rect x={start} y={top} width={width} height={Math.max(1, bottom - top)} />
      <text x={start + width / 2} y={row.amount < 0 ? bottom + 12 : top - 5}>
        {figure(row)}
        <SvgCite source={source} />
      </text>
    </>
  )
}

/** Every year from the first to the last, or only those that have a figure where that would be too many. */
function yearsOf(known: readonly number[]): number[] {
  const first = Math.min(...known)
  const span = Math.max(...known) - first + 1
  return span > LONGEST ? [...known] : Array.from({ length: span }, (_, index) => first + index)
}

/** An amount as figures have it: money in millions, counts as they are. */
export const figure = ({ amount, currency }: { amount: number; currency: string | null }) =>
  currency === null ? count(amount) : millions(amount)

function SvgCite({ source }: { source: Source | undefined }) {
  if (source === undefined) return null
  return (
    <a href={`#source-${source.number}`} aria-label={`Source ${source.number}: ${source.title}`}>
      <title>{source.title}</title>
      <tspan dx="2" dy="-4" className="chart-source">
        {source.number}
      </tspan>
    </a>
  )
}
