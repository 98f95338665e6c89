/** Four boxes with bands between them. */
import { scaleSqrt } from 'd3-scale'
import { linkHorizontal } from 'd3-shape'
import { count, counted } from '@/app/components/format'
import { ENTRY_WORDS } from '@/app/components/words'
import type { Chain, Flow, Stage } from '@/db/market/chain'

const BOX = { width: 184, height: 236, top: 70 }
const STEP = 272
const ROW = 24
const HEIGHT = 400
const WIDEST = 56

export const flowId = ({ from, to }: Pick<Flow, 'from' | 'to'>) => `${from}-to-${to}`

export function ChainPicture({ chain: { stages, flows } }: { chain: Chain }) {
  const width = STEP * (stages.length - 1) + BOX.width
  const band = scaleSqrt()
    .domain([0, Math.max(1, ...flows.map((flow) => flow.count))])
    .range([0, WIDEST])
  const place = (id: Stage['id']) => stages.findIndex((stage) => stage.id === id)
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="chain" style={{ minWidth: width, maxWidth: width * 1.2 }}>
      <title>Stages of the value chain and the links between them</title>
      {flows.map((flow) => (
        <Band key={flowId(flow)} flow={flow} from={place(flow.from)} to={place(flow.to)} width={band(flow.count)} stages={stages} />
      ))}
      {stages.map((stage, index) => (
        <Box key={stage.id} stage={stage} x={index * STEP} />
      ))}
    </svg>
  )
}

function Box({ stage: { label, count: companies, url, roles }, x }: { stage: Stage; x: number }) {
  return (
    <g transform={`translate(${x} ${BOX.top})`}>
      <rect className="chain-box" width={BOX.width} height={BOX.height} rx={4} />
      <text x={14} y={28} className="figure-name">
        {label}
      </text>
      {companies === 0 ? (
        <text x={14} y={52} className="figure-small">
          no company here
        </text>
      ) : (
        <a href={url} aria-label={`${label}: ${counted(companies, ...ENTRY_WORDS.organizations)}`} className="chain-link">
          <text x={14} y={52} className="figure-count">
            {counted(companies, ...ENTRY_WORDS.organizations)}
          </text>
        </a>
      )}
      {roles.map((role, index) => (
        <a
          key={role.value}
          href={role.url}
          aria-label={`${role.label}: ${counted(role.count, ...ENTRY_WORDS.organizations)}`}
          className="chain-link"
        >
          <rect className="figure-ground" x={8} y={60 + index * ROW} width={BOX.width - 16} height={ROW} />
          <text x={14} y={76 + index * ROW} className="figure-small">
            {role.label}
          </text>
          <text x={BOX.width - 14} y={76 + index * ROW} textAnchor="end" className="figure-small">
            {count(role.count)}
          </text>
        </a>
      ))}
    </g>
  )
}

interface BandProps {
  flow: Flow
  /** Places of the stages, from the left. */
  from: number
  to: number
  width: number
  stages: readonly Stage[]
}

/** To the next stage straight, past one below, within a stage or back above the boxes. */
function Band({ flow, from, to, width, stages }: BandProps) {
  const words = `${stages[from]?.label} to ${stages[to]?.label}: ${counted(flow.count, 'pair', 'pairs')}`
  const { path, x, y } = route(from, to)
  return (
    <a href={`#${flowId(flow)}`} aria-label={words} className="chain-band">
      <path d={path} strokeWidth={Math.max(2, width)} />
      <circle cx={x} cy={y} r={14} />
      <text x={x} y={y + 4} textAnchor="middle" className="figure-count">
        {count(flow.count)}
      </text>
    </a>
  )
}

const horizontal = linkHorizontal<unknown, [number, number]>()

function route(from: number, to: number): { path: string; x: number; y: number } {
  const middle = (place: number) => place * STEP + BOX.width / 2
  const [a, b] = [middle(from), middle(to)]
  if (to === from + 1) {
    const y = BOX.top + BOX.height / 2
    const source: [number, number] = [from * STEP + BOX.width, y]
    const target: [number, number] = [to * STEP, y]
    return { path: horizontal({ source, target }) ?? '', x: (source[0] + target[0]) / 2, y }
  }
  if (to > from) {
    const [start, depth] = [BOX.top + BOX.height, 30 * (to - from)]
    return { path: `M${a} ${start}C${a} ${start + depth} ${b} ${start + depth} ${b} ${start}`, x: (a + b) / 2, y: start + depth * 0.75 }
  }
  const [left, right] = from === to ? [a - 46, a + 46] : [b + 20, a - 20]
  const rise = from === to ? 56 : 44
  return {
    path: `M${right} ${BOX.top}C${right} ${BOX.top - rise} ${left} ${BOX.top - rise} ${left} ${BOX.top}`,
    x: (left + right) / 2,
    y: BOX.top - rise * 0.75,
  }
}
