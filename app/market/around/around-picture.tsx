/** A company in the middle, its relations in columns at its sides and theirs in columns beyond. */
import { linkHorizontal } from 'd3-shape'
import type { Around } from '@/db/market/around'
import { aroundUrl } from '@/db/records/links'
import { layOut, NAME_GAP, type Placed } from './arrangement'

const DOT = 4

export function AroundPicture({ around: { centre, nodes, statements } }: { around: Around }) {
  const { placed, box } = layOut(nodes)
  const at = new Map(placed.map((each) => [each.node.slug, each]))
  return (
    <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} className="around" style={{ minWidth: box.width, maxWidth: box.width }}>
      <title>{`The relationships around ${centre.name}`}</title>
      {pairsOf(statements).map(([from, to]) => {
        const [near, far] = [at.get(from), at.get(to)].toSorted((a, b) => (a?.node.step ?? 0) - (b?.node.step ?? 0))
        if (near === undefined || far === undefined) return null
        const hangs = far.node.via === near.node.slug
        return <path key={`${from} ${to}`} className="around-line" data-aside={!hangs || undefined} d={lineOf(near, far)} />
      })}
      {placed.map((each) => (
        <Node key={each.node.slug} placed={each} />
      ))}
    </svg>
  )
}

/** Companies that are something to one another have one line, however much is stated of them. */
function pairsOf(statements: Around['statements']): (readonly [string, string])[] {
  return [...new Map(statements.map(({ from, to }) => [[from, to].toSorted().join(' '), [from, to] as const])).values()]
}

/** From behind the name of the one to the dot of the other; between two of one column in a bow that leaves their names alone. */
function lineOf(near: Placed, far: Placed): string {
  if (near.side === far.side && near.x === far.x) {
    const bow = near.x - near.side * Math.min(60, 12 + Math.abs(far.y - near.y) / 6)
    return `M${near.x},${near.y}C${bow},${near.y} ${bow},${far.y} ${far.x},${far.y}`
  }
  const behindName = near.side !== 0 && near.side === far.side
  const start = behindName ? near.end + near.side * DOT : near.x
  return linkHorizontal()({ source: [start, near.y], target: [far.x, far.y] }) ?? ''
}

function Node({ placed: { node, shown, x, y, side } }: { placed: Placed }) {
  if (side === 0) {
    return (
      <a href={node.url} aria-label={node.name} className="around-node">
        <circle r={DOT * 2} />
        <text y={-16} textAnchor="middle" className="figure-name">
          {shown}
        </text>
      </a>
    )
  }
  return (
    <a href={aroundUrl(node.slug)} aria-label={`Around ${node.name}`} className="around-node" data-step={node.step}>
      <circle cx={x} cy={y} r={DOT} />
      <text x={x + side * NAME_GAP} y={y + 4} textAnchor={side === 1 ? 'start' : 'end'}>
        {shown}
      </text>
    </a>
  )
}
