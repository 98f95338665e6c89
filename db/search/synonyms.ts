/** The synonyms of content/synonyms.yaml as the search reads them. */
import type { Sqlite } from '../sqlite'
import { chunks, squash } from './words'

/** A phrase of several words, and the one word under which an index keeps it. */
export interface Phrase {
  words: readonly string[]
  key: string
}

export interface Synonyms {
  /** What a word or phrase, squashed ("highavailability"), finds: words of an index, keys of phrases among them. */
  finds: ReadonlyMap<string, readonly string[]>
  /** Every phrase of several words, by its first word. */
  phrases: ReadonlyMap<string, readonly Phrase[]>
  /** The most words a phrase has. */
  longest: number
}

interface Row {
  set: number
  kind: 'group' | 'one-way'
  role: 'word' | 'finds'
  phrase: string
}

/** Read the loaded synonyms. */
export function readSynonyms(sqlite: Sqlite): Synonyms {
  return buildSynonyms(sqlite.prepare('SELECT "set", kind, role, phrase FROM synonyms ORDER BY "set", position').all() as Row[])
}

/** @param rows Those of a group find each other; of a one-way set the `word` finds each of `finds`, and what these find. */
export function buildSynonyms(rows: readonly Row[]): Synonyms {
  const found = new Map<string, Set<string>>()
  const phrases = new Map<string, Phrase[]>()
  const find = (from: string, words: Iterable<string>) => found.set(from, new Set([...(found.get(from) ?? []), ...words]))
  let longest = 1
  for (const { phrase } of rows) {
    const words = wordsOf(phrase)
    longest = Math.max(longest, words.length)
    const known = phrases.get(words[0] ?? '') ?? []
    if (words.length > 1 && !known.some(({ key }) => key === phraseKey(words)))
      phrases.set(words[0] ?? '', [...known, { words, key: phraseKey(words) }])
  }
  for (const set of inSets(rows.filter((row) => row.kind === 'group'))) {
    const all = set.flatMap((row) => indexed(row.phrase))
    for (const row of set) find(squash(row.phrase), all)
  }
  const oneWay = inSets(rows.filter((row) => row.kind === 'one-way'))
  // As often as there are sets: one may lead to the next.
  for (let round = 0; round < oneWay.length; round++) {
    const before = [...found.values()].reduce((sum, words) => sum + words.size, 0)
    for (const set of oneWay) {
      const to = set
        .filter((row) => row.role === 'finds')
        .flatMap((row) => [...indexed(row.phrase), ...(found.get(squash(row.phrase)) ?? [])])
      for (const row of set) if (row.role === 'word') find(squash(row.phrase), to)
    }
    if ([...found.values()].reduce((sum, words) => sum + words.size, 0) === before) break
  }
  return { finds: new Map([...found].map(([from, words]) => [from, [...words]])), phrases, longest }
}

function inSets(rows: readonly Row[]): Row[][] {
  const sets = new Map<number, Row[]>()
  for (const row of rows) sets.set(row.set, [...(sets.get(row.set) ?? []), row])
  return [...sets.values()]
}

const wordsOf = (phrase: string) => chunks(phrase).flatMap((chunk) => chunk.parts)

/** No word begins with this sign, so a phrase's key is neither typed nor a typo away from a word. */
const KEY_SIGN = '\u0001'
const phraseKey = (words: readonly string[]) => KEY_SIGN + words.join(' ')
export const isPhraseKey = (word: string) => word.startsWith(KEY_SIGN)
/** The words of the phrase that a key stands for. */
export const phraseOf = (key: string) => key.slice(KEY_SIGN.length).split(' ')

/** The words under which an index has a synonym: itself, or a phrase's key; of a name with punctuation also the whole as one word. */
function indexed(phrase: string): string[] {
  const words = wordsOf(phrase)
  const [only] = words
  if (only === undefined) return []
  if (words.length === 1) return [only]
  return chunks(phrase).length === 1 ? [phraseKey(words), squash(phrase)] : [phraseKey(words)]
}

/** The phrases of the synonyms that begin at `at` in a row of words. */
export function* phrasesAt(synonyms: Synonyms, words: readonly string[], at: number): Generator<Phrase> {
  for (const phrase of synonyms.phrases.get(words[at] ?? '') ?? []) {
    if (phrase.words.every((word, offset) => words[at + offset] === word)) yield phrase
  }
}
