/** The market map: a row for what is sold, a column for a tier, in each cell a square as large as its number of companies. */
import { scaleSqrt } from 'd3-scale'
import { count, counted, money } from '@/app/components/format'
import { ENTRY_WORDS } from '@/app/components/words'
import type { MapCell, MapRow, MarketMap } from '@/db/market/map'
import { Figure } from './figure'

const LABEL = 190
const CELL = { width: 132, height: 52 }
const HEAD = 28
const LARGEST = 44

export function MarketMapFigure({ map }: { map: MarketMap }) {
  const rows = [...map.rows, map.total]
  const columns = [...map.tiers.map(({ label }) => label), 'All']
  const width = LABEL + columns.length * CELL.width
  const height = HEAD + rows.length * CELL.height
  const side = scaleSqrt()
    .domain([0, Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.count)))])
    .range([0, LARGEST])
  return (
    <Figure
      id="map-caption"
      caption="The area of a square is the number of companies; beside it the number and their revenue together, as far as it is known. A company that sells several things stands in several rows; in the last row each is counted once."
      table={<MapTable map={map} rows={rows} />}
    >
      <svg viewBox={`0 0 ${width} ${height}`} className="market-map" style={{ minWidth: width, maxWidth: width * 1.25 }}>
        <title>Companies by what they sell and by tier</title>
        {columns.map((label, column) => (
          <text key={label} x={LABEL + column * CELL.width} y={HEAD - 10} className="figure-head">
            {label}
          </text>
        ))}
        {rows.map((row, index) => (
          <g key={row.value} transform={`translate(0 ${HEAD + index * CELL.height})`}>
            <line x2={width} className={row === map.total ? 'figure-rule-strong' : 'figure-rule'} />
            <text y={CELL.height / 2 + 5} className="figure-name">
              {row.label}
            </text>
            {[...row.cells, row.all].map((cell, column) => (
              <g key={columns[column]} transform={`translate(${LABEL + column * CELL.width} 0)`}>
                <Cell
                  cell={cell}
                  words={wordsOf(row, columns[column] ?? '', cell)}
                  side={side(cell.count)}
                  tier={map.tiers[column]?.value ?? 'all'}
                />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </Figure>
  )
}

interface CellProps {
  cell: MapCell
  words: string
  /** Of the square. */
  side: number
  tier: string
}

/** Totals have no square: theirs would be larger than any and say nothing of its neighbours. */
function Cell({ cell, words, side, tier }: CellProps) {
  if (cell.count === 0) return null
  const middle = CELL.height / 2
  const drawn = tier === 'all' ? 0 : side
  return (
    <a href={cell.url} aria-label={words} className="figure-mark" data-tier={tier}>
      <rect className="figure-ground" x={-6} y={1} width={CELL.width - 2} height={CELL.height - 2} />
      {drawn > 0 && <rect className="figure-square" y={middle - drawn / 2} width={drawn} height={drawn} rx={1} />}
      <text x={drawn === 0 ? 0 : drawn + 8} y={middle - 1} className="figure-count">
        {count(cell.count)}
      </text>
      <text x={drawn === 0 ? 0 : drawn + 8} y={middle + 13} className="figure-small">
        {cell.revenue.known === 0 ? '' : short(cell.revenue.usd)}
      </text>
    </a>
  )
}

const billions = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })
/** Dollars where there is little room: "$33.6 bn". */
const short = (usd: number) => (usd >= 1e9 ? `$${billions.format(usd / 1e9)} bn` : `$${billions.format(usd / 1e6)} m`)

function wordsOf(row: MapRow, column: string, { count: companies, revenue }: MapCell): string {
  const sum = revenue.known === 0 ? 'no revenue known' : `${money(revenue.usd, 'USD')} of ${count(revenue.known)}`
  return `${row.label}, ${column}: ${counted(companies, ...ENTRY_WORDS.organizations)}, ${sum}`
}

function MapTable({ map, rows }: { map: MarketMap; rows: readonly MapRow[] }) {
  return (
    <table className="sheet-table">
      <caption>Companies, and their revenue in USD as far as it is known</caption>
      <thead>
        <tr>
          <th scope="col">Segment</th>
          {[...map.tiers.map(({ label }) => label), 'All'].map((label) => (
            <th key={label} scope="col" data-numeric>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value}>
            <th scope="row">{row.label}</th>
            {[...row.cells, row.all].map((cell) => (
              <td key={cell.url} data-numeric>
                <a href={cell.url}>{count(cell.count)}</a>{' '}
                <span className="quiet">{cell.revenue.known === 0 ? '' : short(cell.revenue.usd)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
