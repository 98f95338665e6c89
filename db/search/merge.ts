/** Putting rows that are in order together, with few comparisons: each may read a row of the database. */

type Order<Row> = (a: Row, b: Row) => number

/** All of two lists in order. */
export function mergedRows<Row>(a: readonly Row[], b: readonly Row[], compare: Order<Row>): Row[] {
  return a.length < b.length ? mergedPage(b, a, compare, 0, a.length + b.length) : mergedPage(a, b, compare, 0, a.length + b.length)
}

/** What stands from one position to another in many rows with few among them. */
export function mergedPage<Row>(many: readonly Row[], few: readonly Row[], compare: Order<Row>, from: number, to: number): Row[] {
  const page: Row[] = []
  /** How many of the many have been passed, and how many of all. */
  let taken = 0
  let passed = 0
  const takeUntil = (end: number) => {
    const first = Math.max(0, from - passed)
    for (const row of many.slice(taken + first, Math.min(end, taken + to - passed))) page.push(row)
    passed += end - taken
    taken = end
  }
  for (const row of few) {
    if (passed >= to) return page
    // One that stands behind all that is wanted need not be placed.
    takeUntil(firstAfter(many, taken, Math.min(many.length, taken + to - passed), row, compare))
    if (passed >= from && passed < to) page.push(row)
    passed++
  }
  if (passed < to) takeUntil(many.length)
  return page
}

/** The place of the first of sorted rows from one place to another that comes after a row; near ones are found first. */
function firstAfter<Row>(rows: readonly Row[], from: number, to: number, row: Row, compare: Order<Row>): number {
  const before = (at: number) => compare(rows[at] as Row, row) < 0
  let low = from
  let step = 1
  while (low + step <= to && before(low + step - 1)) {
    low += step
    step *= 2
  }
  let high = Math.min(to, low + step - 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(middle)) low = middle + 1
    else high = middle
  }
  return low
}
