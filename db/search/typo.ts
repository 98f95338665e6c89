/** How far one word is from another, as the contract counts typos. */

/** What a typo in the first letter costs above any other. */
const FIRST_LETTER = 1

/** Three rows of the edit table, kept because words are compared by the hundred thousand. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const

/**
 * The edits (insert, delete, replace, swap of neighbours; in UTF-16 units) that turn `a` into `b`, or with `prefix` into the nearest
 * beginning of `b` that is not empty.
 * @returns the distance, or `limit + 1` where it is greater than `limit`.
 */
export function editDistance(a: string, b: string, limit: number, prefix = false): number {
  const width = prefix ? Math.min(b.length, a.length + limit) : b.length
  if (a.length - width > limit || width - a.length > limit) return limit + 1
  if (rows[0].length <= width) rows = [new Int32Array(width * 2), new Int32Array(width * 2), new Int32Array(width * 2)]
  let [twoAbove, above, row] = rows
  for (let j = 0; j <= width; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    let left = i
    let least = i
    row[0] = i
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = (above[j - 1] as number) + (letter === other ? 0 : 1)
      if ((above[j] as number) + 1 < cost) cost = (above[j] as number) + 1
      if (left + 1 < cost) cost = left + 1
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other && (twoAbove[j - 2] as number) + 1 < cost) {
        cost = (twoAbove[j - 2] as number) + 1
      }
      row[j] = cost
      left = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    const spare = twoAbove
    twoAbove = above
    above = row
    row = spare
  }
  let distance = above[width] as number
  if (prefix) for (let j = Math.min(1, width); j < width; j++) distance = Math.min(distance, above[j] as number)
  return Math.min(distance, limit + 1)
}

/**
 * The typos between what was typed and a word, as the contract counts them: edits, and one more where the first letters differ.
 * @param prefix Whether the beginning of `word` that is nearest to `typed` counts, not the whole of it.
 * @returns 0 to `limit`, or `limit + 1` where there are more.
 */
export function typos(typed: string, word: string, prefix: boolean, limit: number): number {
  if (typed === word || (prefix && word.startsWith(typed))) return 0
  if (limit === 0) return 1
  const first = typed.charCodeAt(0) === word.charCodeAt(0) ? 0 : FIRST_LETTER
  // Without the first letter's edit there must be one more: it costs two in all.
  if (first + 1 > limit) return limit + 1
  return Math.min(editDistance(typed, word, limit - first, prefix) + first, limit + 1)
}
