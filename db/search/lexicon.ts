/** The words of an index in code-unit order, and the ways a typed word finds them: itself, as a beginning, with typos. */
import { typos } from './typo'

/** The places of found words in the lexicon, by the number of typos it took; a word stands in one row only. */
export type Found = [none: number[], one: number[], two: number[]]

/** Walks for typos that are kept: a text is asked again with every filter and page, and with every letter that follows. */
const KEPT_WALKS = 2000

export class Lexicon {
  readonly #walks = new Map<string, Found>()

  /** @param words Sorted by UTF-16 code units, without repeats. */
  constructor(readonly words: readonly string[]) {}

  /** The place of a word, or -1. */
  find(word: string): number {
    const at = this.#from(word)
    return this.words[at] === word ? at : -1
  }

  /** The places [from, to) of the words that begin with `beginning`. */
  range(beginning: string): [from: number, to: number] {
    return [this.#from(beginning), this.#from(`${beginning}\uffff`)]
  }

  /** Every word that `typed` matches with at most `limit` typos (0 to 2), as a whole or as a beginning. */
  matching(typed: string, prefix: boolean, limit: number): Found {
    const [from, to] = prefix ? this.range(typed) : [this.find(typed), this.find(typed) + 1]
    const exact: number[] = []
    if (from >= 0) for (let at = from; at < to; at++) exact.push(at)
    if (limit === 0) return [exact, [], []]
    const [, one, two] = this.#walk(typed, prefix, limit)
    return [exact, one, two]
  }

  /** The words that take typos. */
  #walk(typed: string, prefix: boolean, limit: number): Found {
    const key = `${typed} ${prefix} ${limit}`
    const kept = this.#walks.get(key)
    if (kept) return kept
    const found: Found = [[], [], []]
    this.#sameFirstLetter(typed, prefix, limit, found)
    if (limit > 1) this.#otherFirstLetter(typed, prefix, limit, found)
    for (const oldest of this.#walks.keys()) {
      if (this.#walks.size < KEPT_WALKS) break
      this.#walks.delete(oldest)
    }
    this.#walks.set(key, found)
    return found
  }

  /**
   * Walk the words of the typed word's first letter as a tree: neighbours in order share their beginnings, so a row of the edit table is
   * computed once per beginning, and where a row's least value is over the limit, every word that begins so is skipped.
   */
  #sameFirstLetter(typed: string, prefix: boolean, limit: number, found: Found): void {
    const [from, to] = this.range(typed.slice(0, 1))
    const width = typed.length + 1
    const rows: Uint8Array[] = [Uint8Array.from({ length: width }, (_, i) => Math.min(i, 9))]
    /** Per depth: the fewest typos of a beginning so far. */
    const nearest: number[] = [limit + 1]
    let before = ''
    for (let at = from; at < to; ) {
      const word = this.words[at] ?? ''
      let depth = shared(before, word) + 1
      let dead = 0
      for (; depth <= word.length; depth++) {
        const least = fillRow(rows, depth, typed, word)
        nearest[depth] = Math.min(nearest[depth - 1] ?? 9, rows[depth]?.[width - 1] ?? 9)
        if (least > limit && (!prefix || (nearest[depth] ?? 9) > limit)) {
          dead = depth
          break
        }
      }
      if (dead > 0) {
        before = word.slice(0, dead - 1)
        at = this.#from(`${word.slice(0, dead)}\uffff`, at + 1)
        continue
      }
      const cost = prefix ? (nearest[word.length] ?? 9) : (rows[word.length]?.[width - 1] ?? 9)
      if (cost > 0 && cost <= limit && !(prefix && word.startsWith(typed))) found[cost as 1 | 2].push(at)
      before = word
      at++
    }
  }

  /** Two typos spent on the first letter leave none for the rest: replaced, left out, put before, or swapped with its neighbour. */
  #otherFirstLetter(typed: string, prefix: boolean, limit: number, found: Found): void {
    const rest = typed.slice(1)
    const beginnings = new Set([rest, typed.charAt(1) + typed.charAt(0) + typed.slice(2)])
    for (const first of this.#firstLetters()) for (const tail of [rest, typed]) beginnings.add(first + tail)
    const places = new Set<number>()
    for (const beginning of beginnings) {
      const [from, to] = prefix ? this.range(beginning) : [this.find(beginning), this.find(beginning) + 1]
      if (from >= 0) for (let at = from; at < to; at++) places.add(at)
    }
    for (const at of places) {
      const word = this.words[at] ?? ''
      if (word.charAt(0) !== typed.charAt(0) && typos(typed, word, prefix, limit) === 2) found[2].push(at)
    }
  }

  #firstLetters(): string[] {
    const letters: string[] = []
    for (let at = 0; at < this.words.length; ) {
      const letter = (this.words[at] ?? '').charAt(0)
      letters.push(letter)
      at = this.#from(`${letter}\uffff`)
    }
    return letters
  }

  /** The place of the first word from `start` on that is not before `word`: near ones are found first. */
  #from(word: string, start = 0): number {
    let low = start
    let step = 1
    while (low + step < this.words.length && (this.words[low + step - 1] as string) < word) {
      low += step
      step *= 2
    }
    let high = Math.min(this.words.length, low + step)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.words[middle] as string) < word) low = middle + 1
      else high = middle
    }
    return low
  }
}

function shared(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

/** Row `depth` of the edit table of `typed` against `word`, from the two rows before it; returns its least value. */
function fillRow(rows: Uint8Array[], depth: number, typed: string, word: string): number {
  const width = typed.length + 1
  let row = rows[depth]
  if (!row || row.length !== width) {
    row = new Uint8Array(width)
    rows[depth] = row
  }
  const above = rows[depth - 1] as Uint8Array
  const twoAbove = rows[depth - 2]
  const letter = word.charCodeAt(depth - 1)
  let least = Math.min(depth, 9)
  row[0] = least
  for (let i = 1; i < width; i++) {
    const same = typed.charCodeAt(i - 1) === letter
    let cost = Math.min((above[i] as number) + 1, (row[i - 1] as number) + 1, (above[i - 1] as number) + (same ? 0 : 1))
    if (twoAbove && i > 1 && typed.charCodeAt(i - 2) === letter && typed.charCodeAt(i - 1) === word.charCodeAt(depth - 2)) {
      cost = Math.min(cost, (twoAbove[i - 2] as number) + 1)
    }
    row[i] = cost
    if (cost < least) least = cost
  }
  return least
}
