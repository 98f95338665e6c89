/** Where the numbers of a map stand that have no room on their own shape: near it, and clear of one another. */

export interface Point {
  x: number
  y: number
}

interface Place extends Point {
  /** Of its shape. */
  area: number
}

/** What a label takes, with the paper around it. */
export const LABEL = { width: 40, height: 18 }
/** The least of a place that a label may not hide. */
const LEAST = 10
/** How far off places are that crowd a place. */
const NEIGHBOURHOOD = 90
const DISTANCES = Array.from({ length: 14 }, (_, index) => 22 + index * 7)
const DIRECTIONS = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8)

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * The middle of a label for each place, in their order: as near as it is clear of the labels before it and of every place, away from the crowd.
 * @param taken Numbers that stand on their own shapes.
 */
export function placeLabels(places: readonly Place[], taken: readonly Point[]): Point[] {
  const hidden = places.map((place) => boxAround(place, sideOf(place), sideOf(place)))
  const boxes = taken.map((point) => boxAround(point, LABEL.width, LABEL.height))
  return places.map((place) => {
    const outward = directionFrom(crowdAround(place, places), place)
    const directions = DIRECTIONS.toSorted((a, b) => turn(a, outward) - turn(b, outward))
    const wanted = DISTANCES.flatMap((distance) => directions.map((direction) => away(place, distance, direction)))
    const label = wanted.find((point) => isClear(labelBox(point), [...boxes, ...hidden])) ?? place
    boxes.push(labelBox(label))
    return label
  })
}

const sideOf = ({ area }: Place) => Math.max(LEAST, Math.sqrt(area))

/** The middle of the places nearby, itself among them. */
function crowdAround(place: Point, places: readonly Point[]): Point {
  const near = places.filter(({ x, y }) => Math.hypot(x - place.x, y - place.y) < NEIGHBOURHOOD)
  const mean = (axis: 'x' | 'y') => near.reduce((sum, each) => sum + each[axis], 0) / near.length
  return { x: mean('x'), y: mean('y') }
}

const directionFrom = (from: Point, to: Point) => Math.atan2(to.y - from.y, to.x - from.x)

/** How far one turns from one direction to another, without regard to the hand. */
const turn = (a: number, b: number) => Math.acos(Math.cos(a - b))

const labelBox = (middle: Point) => boxAround(middle, LABEL.width, LABEL.height)

const away = ({ x, y }: Point, distance: number, direction: number): Point => ({
  x: Math.round(x + Math.cos(direction) * distance * 1.3),
  y: Math.round(y + Math.sin(direction) * distance),
})

const boxAround = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})

const isClear = (box: Box, others: readonly Box[]) =>
  others.every(({ left, right, top, bottom }) => box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom)
