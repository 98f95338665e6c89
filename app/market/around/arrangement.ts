/** Where the companies of a picture stand: one in the middle, those a step away in a column at either hand, what hangs on them in a column beyond. */
import type { AroundNode } from '@/db/market/around'
import { fitText, textWidth } from '../text-width'

/** Of the names, by the step they are away. */
export const SIZES = [15, 13, 12] as const
/** From a dot to its name. */
export const NAME_GAP = 9
const ROW = 24
const ROOM = 185
const FIRST_COLUMN = 110
const BETWEEN_COLUMNS = 60
const MARGIN = 12
/** Rows of a picture that stand at one hand alone. */
const ONE_SIDED = 6

export interface Placed {
  node: AroundNode
  /** The name as far as there is room for it. */
  shown: string
  x: number
  y: number
  /** 1 at the right hand, -1 at the left; 0 in the middle. */
  side: -1 | 0 | 1
  /** Where the name ends. */
  end: number
}

export interface Layout {
  placed: Placed[]
  box: { x: number; y: number; width: number; height: number }
}

/** Every name has a row of its own, so that none stands on another. */
export function layOut(nodes: readonly AroundNode[]): Layout {
  const middle = nodes.filter(({ step }) => step === 0).map((node) => placeAt(node, 0, 0, 0))
  const first = nodes.filter(({ step }) => step === 1)
  const branches = first.map((node) => ({ node, hanging: nodes.filter(({ step, via }) => step === 2 && via === node.slug) }))
  const near = Math.max(FIRST_COLUMN, ...middle.map(({ end }) => end + MARGIN * 2))
  const [right, left] = halve(branches)
  const placed = [...middle, ...placeSide(right, 1, near), ...placeSide(left, -1, near)]
  return { placed, box: boxOf(placed) }
}

interface Branch {
  node: AroundNode
  /** Those of the second step that it leads to. */
  hanging: readonly AroundNode[]
}

const rowsOf = ({ hanging }: Branch) => Math.max(1, hanging.length)
const sumRows = (branches: readonly Branch[]) => branches.reduce((sum, branch) => sum + rowsOf(branch), 0)

/** In their order, about as many rows at one hand as at the other. */
function halve(branches: readonly Branch[]): [right: Branch[], left: Branch[]] {
  const all = sumRows(branches)
  if (all <= ONE_SIDED) return [[...branches], []]
  const right: Branch[] = []
  for (const branch of branches) if (sumRows(right) + rowsOf(branch) / 2 <= all / 2) right.push(branch)
  return [right, branches.filter((branch) => !right.includes(branch))]
}

function placeSide(branches: readonly Branch[], side: 1 | -1, near: number): Placed[] {
  const far = near + NAME_GAP + Math.max(0, ...branches.map(({ node }) => widthOf(node))) + BETWEEN_COLUMNS
  let top = -(sumRows(branches) * ROW) / 2
  return branches.flatMap((branch) => {
    const middle = top + (rowsOf(branch) * ROW) / 2
    const hanging = branch.hanging.map((node, row) => placeAt(node, far * side, top + (row + 0.5) * ROW, side))
    top += rowsOf(branch) * ROW
    return [placeAt(branch.node, near * side, middle, side), ...hanging]
  })
}

const nameOf = ({ name, step }: AroundNode) => (step === 0 ? name : fitText(name, SIZES[step] ?? SIZES[2], ROOM))
const widthOf = (node: AroundNode) => textWidth(nameOf(node), SIZES[node.step] ?? SIZES[2])

function placeAt(node: AroundNode, x: number, y: number, side: Placed['side']): Placed {
  const end = side === 0 ? widthOf(node) / 2 : x + side * (NAME_GAP + widthOf(node))
  return { node, shown: nameOf(node), x, y, side, end }
}

/** What holds every dot and name. */
function boxOf(placed: readonly Placed[]): Layout['box'] {
  const xs = placed.flatMap(({ x, end, side }) => (side === 0 ? [-end, end] : [x, end]))
  const ys = placed.map(({ y }) => y)
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(-SIZES[0] * 2, ...ys) - MARGIN]
  return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(SIZES[0], ...ys) + MARGIN - y }
}
