/** The synonyms of content/synonyms.yaml as the search reads them. */
import type { Sqlite } from '../sqlite'
import { chunks, squash } from './words'

/** A phrase of several words, and the same written as one. */
export interface Phrase {
  words: readonly string[]
  joined: string
}

export interface Synonyms {
  /** What a word or phrase finds besides itself; the key and the answers are squashed ("highavailability"). */
  finds: ReadonlyMap<string, readonly string[]>
  /** Every phrase of several words, by its first word: an index keeps them as if written as one word. */
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
  const rows = sqlite.prepare('SELECT "set", kind, role, phrase FROM synonyms ORDER BY "set", position').all() as Row[]
  return buildSynonyms(rows)
}

/** @param rows Those of a group find each other; of a one-way set the `word` finds each of `finds`. */
export function buildSynonyms(rows: readonly Row[]): Synonyms {
  const finds = new Map<string, string[]>()
  const phrases = new Map<string, Phrase[]>()
  let longest = 1
  const sets = new Map<number, Row[]>()
  for (const row of rows) sets.set(row.set, [...(sets.get(row.set) ?? []), row])
  for (const set of sets.values()) {
    for (const from of set) {
      const words = chunks(from.phrase).flatMap((chunk) => chunk.parts)
      const joined = squash(from.phrase)
      const [first] = words
      if (first === undefined) continue
      longest = Math.max(longest, words.length)
      const known = phrases.get(first) ?? []
      if (words.length > 1 && !known.some((phrase) => phrase.joined === joined && phrase.words.length === words.length))
        phrases.set(first, [...known, { words, joined }])
      if (from.kind === 'one-way' && from.role === 'finds') continue
      const others = set.filter((to) => to !== from && (to.kind === 'group' || to.role === 'finds')).map((to) => squash(to.phrase))
      finds.set(joined, [...new Set([...(finds.get(joined) ?? []), ...others.filter((other) => other !== joined)])])
    }
  }
  return { finds, phrases, longest }
}

/** The phrases of the synonyms that begin at `at` in a row of words. */
export function* phrasesAt(synonyms: Synonyms, words: readonly string[], at: number): Generator<Phrase> {
  for (const phrase of synonyms.phrases.get(words[at] ?? '') ?? []) {
    if (phrase.words.every((word, offset) => words[at + offset] === word)) yield phrase
  }
}
