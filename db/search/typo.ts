/** How far one word is from another, as the contract counts typos. */

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, in UTF-16 units.
 * @returns the distance, or `limit + 1` where it is greater than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = new Int32Array(b.length + 1)
  let previous = Int32Array.from({ length: b.length + 1 }, (_, j) => j)
  let current = new Int32Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, at(before, j - 2) + 1)
      }
      current[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    const spare = before
    before = previous
    previous = current
    current = spare
  }
  return Math.min(at(previous, b.length), limit + 1)
}

const at = (row: Int32Array, index: number) => row[index] ?? 0

/** What a typo in the first letter costs above any other. */
const FIRST_LETTER = 1

/**
 * The typos between what was typed and a word, as the contract counts them: edits, and one more where the first letters differ.
 * @param prefix Whether the beginning of `word` that is nearest to `typed` counts, not the whole of it.
 * @returns 0 to `limit`, or `limit + 1` where there are more.
 */
export function typos(typed: string, word: string, prefix: boolean, limit: number): number {
  if (typed === word || (prefix && word.startsWith(typed))) return 0
  if (limit === 0) return 1
  const first = typed.charCodeAt(0) === word.charCodeAt(0) ? 0 : FIRST_LETTER
  if (first > limit) return limit + 1
  if (!prefix) return Math.min(editDistance(typed, word, limit - first) + first, limit + 1)
  let least = limit + 1
  const longest = Math.min(word.length, typed.length + limit)
  for (let length = Math.max(1, typed.length - limit); length <= longest; length++) {
    least = Math.min(least, editDistance(typed, word.slice(0, length), limit - first) + first)
  }
  return least
}
