/** A line for each company over the years, named at its end. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import { money } from '@/app/components/format'
import type { CompanyYears } from '@/db/market/years'

const WIDTH = 1000
const HEIGHT = 460
const SIDE = { left: 70, right: 220, top: 14, bottom: 30 }
/** Between the names at the ends of lines. */
const STEP = 17

type Year = CompanyYears['years'][number]

export function YearLines({ companies }: { companies: readonly CompanyYears[] }) {
  const figures = companies.flatMap(({ years }) => years)
  const years = figures.map(({ fiscalYear }) => fiscalYear)
  const amounts = figures.map(({ usd }) => usd)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([SIDE.left, WIDTH - SIDE.right])
  const y = scaleLog()
    .domain([Math.min(...amounts), Math.max(...amounts)])
    .nice()
    .range([HEIGHT - SIDE.bottom, SIDE.top])
  const path = line<Year>()
    .x(({ fiscalYear }) => x(fiscalYear))
    .y(({ usd }) => y(usd))
  const ends = spread(companies.map(({ years }) => y(years.at(-1)?.usd ?? 1)))
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="year-lines" style={{ minWidth: WIDTH * 0.9, maxWidth: WIDTH * 1.2 }}>
      <title>Revenue by fiscal year</title>
      {y
        .ticks()
        .filter((tick) => Number.isInteger(Math.log10(tick)))
        .map((tick) => (
          <g key={tick}>
            <line className="figure-rule" x1={SIDE.left} x2={WIDTH - SIDE.right} y1={y(tick)} y2={y(tick)} />
            <text x={SIDE.left - 8} y={y(tick) + 4} textAnchor="end" className="figure-small">
              {tick >= 1e9 ? `$${tick / 1e9} bn` : `$${tick / 1e6} m`}
            </text>
          </g>
        ))}
      {Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => (
        <text key={year} x={x(year)} y={HEIGHT - 8} textAnchor="middle" className="figure-small">
          {year}
        </text>
      ))}
      {companies.map((company, index) => (
        <a key={company.slug} href={company.url} aria-label={wordsOf(company)} className="year-line">
          <path className="year-path" d={path(company.years) ?? ''} />
          {company.years.map((year) => (
            <circle key={year.fiscalYear} cx={x(year.fiscalYear)} cy={y(year.usd)} r={3.5} data-basis={year.basis.value} />
          ))}
          <path
            className="year-leader"
            d={`M${x(company.years.at(-1)?.fiscalYear ?? last) + 6} ${y(company.years.at(-1)?.usd ?? 1)}L${WIDTH - SIDE.right + 14} ${ends[index]}`}
          />
          <text x={WIDTH - SIDE.right + 18} y={(ends[index] ?? 0) + 4} className="year-name">
            {company.name}
          </text>
        </a>
      ))}
    </svg>
  )
}

const wordsOf = ({ name, years }: CompanyYears) =>
  `${name}: ${years.map(({ fiscalYear, usd }) => `${money(usd, 'USD')} in ${fiscalYear}`).join(', ')}`

/** The same heights, moved apart as far as names need, from the top; what would leave the picture at the bottom is moved up again. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height)
  let above = Number.NEGATIVE_INFINITY
  for (const each of order) {
    each.height = Math.max(each.height, above + STEP)
    above = each.height
  }
  const over = Math.max(0, above - (HEIGHT - SIDE.bottom))
  const placed = [...heights]
  for (const { height, index } of order) placed[index] = Math.max(SIDE.top, height - over)
  return placed
}
