/** Figures of one kind beside one another, as bars with their names: the parts of a company, the quarters of a year. */
import { scaleLinear } from 'd3-scale'
import type { Source } from '@/db/records/citations'
import { Cite } from './cite'
import type { Series } from './series'
import { figure } from './year-columns'

interface BarListProps {
  series: Series
  sources: readonly Source[]
  /** The scale that it shares with the lists that it is compared with. */
  scale: (amount: number) => number
}

export function BarList({ series: { title, unit, soft, points }, sources, scale }: BarListProps) {
  return (
    <table className="bar-list" data-soft={soft || undefined}>
      <caption>
        {title}
        {unit !== null && <small> {unit}</small>}
      </caption>
      <tbody>
        {points.map(({ label, row }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <Bar from={scale(0)} to={scale(row.amount)} />
            </td>
            <td>
              {figure(row)}
              <Cite sources={sources} of={row.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** From nothing, or the greatest loss, to the largest figure, in percent of the width. */
export function percentScale(points: Series['points']): (amount: number) => number {
  const amounts = points.map(({ row }) => row.amount)
  return scaleLinear()
    .domain([Math.min(0, ...amounts), Math.max(0, ...amounts)])
    .range([0, 100])
}

function Bar({ from, to }: { from: number; to: number }) {
  return (
    <svg width="100%" height="10" aria-hidden="true">
      <rect x={`${Math.min(from, to)}%`} width={`${Math.max(0.5, Math.abs(to - from))}%`} height="10" />
    </svg>
  )
}
