/** The few of many names that are nearest to what was typed, for "did you mean". */
import { editDistance } from './typo'

/**
 * @returns at most `most` of `names`, those that start with or hold `typed` first, then by edit distance (at most half of its length), then as listed.
 */
export function closest(typed: string, names: readonly string[], most: number): string[] {
  const wanted = typed.toLowerCase()
  const limit = Math.max(2, Math.floor(wanted.length / 2))
  const ranked: { name: string; distance: number }[] = []
  for (const name of names) {
    const candidate = name.toLowerCase()
    const holds = wanted !== '' && candidate.includes(wanted)
    const distance = holds ? (candidate.startsWith(wanted) ? -2 : -1) : editDistance(wanted, candidate, limit)
    if (distance <= limit) ranked.push({ name, distance })
  }
  ranked.sort((a, b) => a.distance - b.distance)
  return ranked.slice(0, most).map((entry) => entry.name)
}
