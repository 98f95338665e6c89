/** The words of an index in code-unit order, and the ways a typed word finds them: itself, as a beginning, with typos. */
import { typos } from './typo'
import { WordList, type WordListData } from './word-list'

/** The places of found words in the lexicon, by the number of typos it took; a word stands in one row only. */
export type Found = [none: number[], one: number[], two: number[]]

/** Words found by walks for typos that are kept: a text is asked again with every filter and page, and with every letter that follows. */
const KEPT_WORDS = 500_000

export class Lexicon {
  readonly #walks = new Map<string, Found>()
  #kept = 0

  readonly #words: WordList
  readonly #firstLetters: readonly string[]

  constructor(words: WordListData) {
    this.#words = new WordList(words)
    this.#firstLetters = [...this.#letters()]
  }

  /** A word by its place. */
  word(place: number): string {
    return this.#words.word(place)
  }

  /** The place of a word, or -1. */
  find(word: string): number {
    return this.#words.find(word)
  }

  /** Every word that `typed` matches with at most `limit` typos (0 to 2), as a whole or as a beginning. */
  matching(typed: string, prefix: boolean, limit: number): Found {
    const [from, to] = this.#places(typed, prefix)
    const exact: number[] = []
    for (let at = from; at < to; at++) exact.push(at)
    if (limit === 0) return [exact, [], []]
    const [, one, two] = this.#walk(typed, prefix, limit)
    return [exact, one, two]
  }

  /** The places [from, to) of the words that are what was typed, or begin with it. */
  #places(typed: string, prefix: boolean): [from: number, to: number] {
    if (prefix) return this.#words.range(typed)
    const at = this.#words.find(typed)
    return at < 0 ? [0, 0] : [at, at + 1]
  }

  /** The words that take typos. */
  #walk(typed: string, prefix: boolean, limit: number): Found {
    const key = `${typed} ${prefix} ${limit}`
    const kept = this.#walks.get(key)
    if (kept) return kept
    const found: Found = [[], [], []]
    this.#sameFirstLetter(typed, prefix, limit, found)
    if (limit > 1) this.#otherFirstLetter(typed, prefix, limit, found)
    this.#keep(key, found)
    return found
  }

  #keep(key: string, found: Found): void {
    this.#walks.set(key, found)
    this.#kept += sizeOf(found)
    for (const [oldest, old] of this.#walks) {
      if (this.#kept <= KEPT_WORDS) break
      this.#walks.delete(oldest)
      this.#kept -= sizeOf(old)
    }
  }

  /**
   * Walk the words of the typed word's first letter as a tree: neighbours in order share their beginnings, so a row of the edit table is
   * computed once per beginning, and where a row's least value is over the limit, every word that begins so is skipped.
   */
  #sameFirstLetter(typed: string, prefix: boolean, limit: number, found: Found): void {
    const words = this.#words
    const [from, to] = words.range(typed.slice(0, 1))
    const last = typed.length
    const rows: Uint8Array[] = [Uint8Array.from({ length: last + 1 }, (_, i) => Math.min(i, 9))]
    /** Per depth: the fewest typos of a beginning so far. */
    const nearest: number[] = [limit + 1]
    /** How many rows stand: those of the letters that the word before shares. */
    let standing = 0
    for (let at = from; at < to; ) {
      const length = words.lengthOf(at)
      let depth = standing + 1
      let dead = 0
      for (; depth <= length && dead === 0; depth++) {
        const least = fillRow(rows, depth, typed, words.unit(at, depth - 1), depth > 1 ? words.unit(at, depth - 2) : -1)
        nearest[depth] = Math.min(nearest[depth - 1] as number, rows[depth]?.[last] as number)
        if (least > limit && (!prefix || (nearest[depth] as number) > limit)) dead = depth
      }
      if (dead === 0) {
        const cost = (prefix ? nearest[length] : rows[length]?.[last]) as number
        if (cost > 0 && cost <= limit && !(prefix && words.beginsWith(at, typed))) found[cost as 1 | 2].push(at)
      }
      const next = dead > 0 ? words.after(at, dead) : at + 1
      if (next < to) standing = words.shared(at, next, dead > 0 ? dead - 1 : length)
      at = next
    }
  }

  /** Two typos spent on the first letter leave none for the rest: replaced, left out, put before, or swapped with its neighbour. */
  #otherFirstLetter(typed: string, prefix: boolean, limit: number, found: Found): void {
    const rest = typed.slice(1)
    const beginnings = new Set([rest, typed.charAt(1) + typed.charAt(0) + typed.slice(2)])
    for (const first of this.#firstLetters) for (const tail of [rest, typed]) beginnings.add(first + tail)
    const places = new Set<number>()
    for (const beginning of beginnings) {
      const [from, to] = this.#places(beginning, prefix)
      for (let at = from; at < to; at++) places.add(at)
    }
    for (const at of places) {
      const word = this.word(at)
      if (word.charAt(0) !== typed.charAt(0) && typos(typed, word, prefix, limit) === 2) found[2].push(at)
    }
  }

  /** The first letters that words have. */
  *#letters(): Generator<string> {
    for (let at = 0; at < this.#words.length; at = this.#words.after(at, 1)) yield String.fromCharCode(this.#words.unit(at, 0))
  }
}

/** What a walk takes, its own name counted as some words. */
const sizeOf = ([, one, two]: Found) => 16 + one.length + two.length

/**
 * Row `depth` of the edit table of `typed` against a word, from the two rows before it; returns its least value.
 * @param letter,before The word's letter at this depth, and the one before it.
 */
function fillRow(rows: Uint8Array[], depth: number, typed: string, letter: number, before: number): number {
  const width = typed.length + 1
  let row = rows[depth]
  if (!row || row.length !== width) {
    row = new Uint8Array(width)
    rows[depth] = row
  }
  const above = rows[depth - 1] as Uint8Array
  const twoAbove = rows[depth - 2]
  let least = Math.min(depth, 9)
  row[0] = least
  for (let i = 1; i < width; i++) {
    const same = typed.charCodeAt(i - 1) === letter
    let cost = Math.min((above[i] as number) + 1, (row[i - 1] as number) + 1, (above[i - 1] as number) + (same ? 0 : 1))
    if (twoAbove && i > 1 && typed.charCodeAt(i - 2) === letter && typed.charCodeAt(i - 1) === before) {
      cost = Math.min(cost, (twoAbove[i - 2] as number) + 1)
    }
    row[i] = cost
    if (cost < least) least = cost
  }
  return least
}
