/**
 * The contract's text rules in the plainest way: every word is compared with every word. Nothing here is shared with an engine, and nothing
 * is clever.
 */

/** A text cut into words: those between spaces and those that punctuation keeps together in a name, written apart and as one. */
export interface Value {
  /** Its words in their order, names with punctuation apart. */
  apart: string[]
  /** The same with such names as one. */
  joined: string[]
  words: Set<string>
  /** All of it as one word. */
  squashed: string
  /** Characters of the words with one between each two. */
  length: number
}

/** The synonyms: what each word or phrase, squashed, finds. A phrase is several words side by side. */
export type Synonyms = ReadonlyMap<string, readonly string[][]>

interface Word {
  kind: 'word'
  joined: string
  apart: string[]
  last: boolean
}

interface Phrase {
  kind: 'phrase'
  rows: string[][]
}

/** A part of a question, with the synonyms that stand for it and for the parts before it from `from` on. */
export type Part = (Word | Phrase) & { synonyms: { from: number; phrases: readonly string[][] }[] }

/** More words than this that punctuation joins are an address, not a name. */
const LONGEST_NAME = 5
const NAME = /[\p{L}\p{N}\p{M}]+(?:[&/\-‐‑'’.,+*:_@#!·]+[\p{L}\p{N}\p{M}]+)*/gu
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const DECORATED: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

export const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => DECORATED[letter] ?? letter)

/** Names of a text in their order, each as its words: [["at", "t"], ["canada"]]. An ampersand beside initials ("AT & T") joins its sides. */
function names(text: string): string[][] {
  const found: { words: string[]; end: number }[] = []
  for (const { 0: name, index } of text.matchAll(NAME)) {
    const words = [...name.matchAll(WORD)].map(([word]) => fold(word)).filter(Boolean)
    const before = found.at(-1)
    const end = index + name.length
    const shortest = Math.min(before?.words.join('').length ?? 0, words.join('').length)
    if (before && shortest <= 2 && /^\s+&\s+$/.test(text.slice(before.end, index)))
      Object.assign(before, { words: [...before.words, ...words], end })
    else found.push({ words, end })
  }
  return found.map(({ words }) => words).filter((words) => words.length > 0)
}

export function readValue(text: string): Value {
  const row = names(text)
  const apart = row.flat()
  const joined = row.map((name) => name.join(''))
  return {
    apart,
    joined,
    words: new Set([...apart, ...row.filter((name) => name.length <= LONGEST_NAME).map((name) => name.join(''))]),
    squashed: joined.join(''),
    length: apart.join(' ').length,
  }
}

export const squash = (text: string) => readValue(text).squashed

/** The text of a question in its parts. */
export function readQuestion(q: string, synonyms: Synonyms): Part[] {
  const pieces = q.replace(/[“”„«»]/g, '"').split('"')
  const parts = pieces.flatMap((piece, index): (Word | Phrase)[] => {
    const row = names(piece)
    if (row.length === 0) return []
    if (index % 2 === 1 && index < pieces.length - 1) {
      return [{ kind: 'phrase', rows: [row.flat(), row.map((name) => name.join(''))] }]
    }
    const nothingFollows = pieces.slice(index + 1).every((later) => names(later).length === 0)
    return row.map((apart, at) => ({ kind: 'word', joined: apart.join(''), apart, last: nothingFollows && at === row.length - 1 }))
  })
  return parts.map((part, at) => {
    const spans = parts.slice(0, at + 1).map((_, from) => ({ from, span: parts.slice(from, at + 1) }))
    const known = spans.map(({ from, span }) => {
      const words = span.flatMap((each) => (each.kind === 'word' ? [each.joined] : []))
      return { from, phrases: (words.length === span.length && synonyms.get(words.join(''))) || [] }
    })
    return { ...part, synonyms: known.filter(({ phrases }) => phrases.length > 0) }
  })
}

/** How many typos a word forgives. */
function forgiven(word: string): number {
  const letters = word.replace(/\P{L}/gu, '').length
  return letters >= 9 ? 2 : letters >= 5 ? 1 : 0
}

/**
 * The typos between what was typed and a word or, where `beginning`, the beginning of it that is nearest.
 * @returns infinity where there are more than `most`.
 */
export function typosBetween(typed: string, word: string, beginning: boolean, most: number): number {
  if (typed === word || (beginning && word.startsWith(typed))) return 0
  const first = typed[0] === word[0] ? 0 : 1
  if (most <= first || word.length < typed.length - most || (!beginning && word.length > typed.length + most)) return Infinity
  return first + fewestEdits(typed, word, beginning, most - first)
}

/** Letters lost, added, exchanged or swapped with their neighbour: the fewest that turn one word into another; infinite where more than `most`. */
function fewestEdits(typed: string, word: string, beginning: boolean, most: number): number {
  let same = 0
  while (same < typed.length && typed[same] === word[same]) same++
  const [from, to] = [typed.slice(same), word.slice(same)]
  if (from === '' && (beginning || to === '')) return 0
  if (most === 0) return Infinity
  const after = (lost: number, added: number) => fewestEdits(from.slice(lost), to.slice(added), beginning, most - 1)
  const swapped = from[0] === to[1] && from[1] === to[0] && to.length > 1
  return (
    1 +
    Math.min(
      from ? after(1, 0) : Infinity,
      to ? after(0, 1) : Infinity,
      from && to ? after(1, 1) : Infinity,
      swapped ? after(2, 2) : Infinity,
    )
  )
}

/** The words that what was typed can mean, whole or as a beginning, with their typos. */
export type Meant = (typed: string, beginning: boolean) => ReadonlyMap<string, number>

/** Compares with each of some words; what was typed before is remembered. */
export function compareWithAll(words: ReadonlySet<string>): Meant {
  const kept = new Map<string, Map<string, number>>()
  return (typed, beginning) => {
    const key = `${typed} ${beginning}`
    const most = forgiven(typed)
    const compared = () => [...words].map((word) => [word, typosBetween(typed, word, beginning, most)] as const)
    const meant = kept.get(key) ?? new Map(compared().filter(([, typos]) => typos < Infinity))
    kept.set(key, meant)
    return meant
  }
}

/** The typos of all parts together in texts that are searched as one place; infinite where one of the parts is not in any of them. */
export function typosIn(place: readonly Value[], parts: readonly Part[], meant: Meant): number {
  // least[n]: the fewest typos with which the first n parts are found.
  const least = [0]
  for (const [at, part] of parts.entries()) {
    const found = part.synonyms.filter(({ phrases }) => phrases.some((phrase) => place.some((value) => sideBySide(value, phrase))))
    least.push(Math.min((least[at] ?? Infinity) + typosOf(part, place, meant), ...found.map(({ from }) => least[from] ?? Infinity)))
  }
  return least[parts.length] ?? Infinity
}

function typosOf(part: Part, place: readonly Value[], meant: Meant): number {
  if (part.kind === 'phrase') return place.some((value) => part.rows.some((row) => sideBySide(value, row))) ? 0 : Infinity
  const fewest = (typed: string, last: boolean) => {
    const words = meant(typed, last)
    return Math.min(...place.map((value) => fewestIn(value, words)))
  }
  const { apart, joined, last } = part
  if (apart.length === 1) return fewest(joined, last)
  const asOne = apart.length <= LONGEST_NAME ? fewest(joined, last) : Infinity
  // Initials are one word however they are written.
  if (apart.length <= LONGEST_NAME && apart.some((word) => word.length === 1)) return asOne
  return Math.min(
    asOne,
    apart.reduce((sum, word, index) => sum + fewest(word, last && index === apart.length - 1), 0),
  )
}

function fewestIn({ words }: Value, meant: ReadonlyMap<string, number>): number {
  let least = Infinity
  if (meant.size < words.size) for (const [word, typos] of meant) least = words.has(word) ? Math.min(least, typos) : least
  else for (const word of words) least = Math.min(least, meant.get(word) ?? Infinity)
  return least
}

/** Whether words stand side by side in a text, its names taken apart or as one. */
function sideBySide(value: Value, row: readonly string[]): boolean {
  return [value.apart, value.joined].some((words) => words.some((_, at) => row.every((word, offset) => words[at + offset] === word)))
}
