/** A company in the middle, its relations on a circle around it and theirs on a second one. */
import { linkRadial, pointRadial } from 'd3-shape'
import type { Around, AroundNode } from '@/db/market/around'
import { aroundUrl } from '@/db/records/links'

const RINGS = [0, 190, 340] as const
const MARGIN = 175
const DOT = 4
const LONGEST = 24

/** Where a node stands: an angle clockwise from the top, and its distance from the middle. */
interface Placed {
  node: AroundNode
  angle: number
  radius: number
}

export function AroundPicture({ around: { centre, nodes, edges } }: { around: Around }) {
  const placed = place(nodes)
  const at = new Map(placed.map((each) => [each.node.slug, each]))
  const link = linkRadial<unknown, Placed>()
    .angle(({ angle }) => angle)
    .radius(({ radius }) => radius)
  const half = Math.max(...placed.map(({ radius }) => radius)) + MARGIN
  return (
    <svg viewBox={`${-half} ${-half} ${half * 2} ${half * 2}`} className="around" style={{ minWidth: half * 1.5, maxWidth: half * 2.2 }}>
      <title>{`The relationships around ${centre.name}`}</title>
      {edges.map(({ from, to }) => {
        const [source, target] = [at.get(from), at.get(to)].toSorted((a, b) => (a?.radius ?? 0) - (b?.radius ?? 0))
        if (source === undefined || target === undefined) return null
        const straight = { ...source, angle: target.angle }
        return (
          <path key={`${from} ${to}`} className="around-line" d={link({ source: source.radius === 0 ? straight : source, target }) ?? ''} />
        )
      })}
      {placed.map((each) => (
        <Node key={each.node.slug} placed={each} />
      ))}
    </svg>
  )
}

/** Those of the first step evenly around the middle with room for what hangs on them, those of the second on the side of what they hang on. */
function place(nodes: readonly AroundNode[]): Placed[] {
  const hanging = (slug: string) => nodes.filter(({ via, step }) => step === 2 && via === slug)
  const first = nodes.filter(({ step }) => step === 1)
  const weights = first.map(({ slug }) => Math.max(1, hanging(slug).length))
  const turn =
    (Math.PI * 2) /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    )
  const placed: Placed[] = nodes.filter(({ step }) => step === 0).map((node) => ({ node, angle: 0, radius: RINGS[0] }))
  let from = 0
  first.forEach((node, index) => {
    const weight = weights[index] ?? 1
    placed.push({ node, angle: turn * (from + weight / 2), radius: RINGS[1] })
    hanging(node.slug).forEach((child, place) => {
      placed.push({ node: child, angle: turn * (from + place + 0.5), radius: RINGS[2] })
    })
    from += weight
  })
  return placed
}

/** A name along its ray, on the left half turned so that it reads from the left. */
function Node({ placed: { node, angle, radius } }: { placed: Placed }) {
  const [x, y] = pointRadial(angle, radius)
  const shown = node.name.length > LONGEST ? `${node.name.slice(0, LONGEST - 1)}…` : node.name
  if (node.step === 0) {
    return (
      <a href={node.url} aria-label={node.name} className="around-node">
        <circle r={DOT * 2} />
        <text y={-16} textAnchor="middle" className="figure-name">
          {node.name}
        </text>
      </a>
    )
  }
  const left = angle > Math.PI
  const degrees = (angle * 180) / Math.PI - 90
  return (
    <a href={aroundUrl(node.slug)} aria-label={`Around ${node.name}`} className="around-node" data-step={node.step}>
      <circle cx={x} cy={y} r={DOT} />
      <text
        transform={`translate(${x} ${y}) rotate(${left ? degrees + 180 : degrees})`}
        x={left ? -9 : 9}
        y={4}
        textAnchor={left ? 'end' : 'start'}
      >
        {shown}
      </text>
    </a>
  )
}
