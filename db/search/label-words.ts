/** Finding a label by what is typed of it: its words in any order, the last of them perhaps unfinished, with the typos of a search. */
import { typos } from './typo'
import { allowance, chunks } from './words'

interface TypedWord {
  word: string
  prefix: boolean
  /** How many typos are forgiven. */
  most: number
}

export function typedWords(text: string): TypedWord[] {
  const row = chunks(text)
  return row.map(({ joined }, at) => ({ word: joined, prefix: at === row.length - 1, most: allowance(joined) }))
}

/** The words of a label, those with punctuation inside as one and in parts. */
export const labelWords = (label: string): string[] => [...new Set(chunks(label).flatMap((chunk) => [...chunk.parts, chunk.joined]))]

/** Whether every typed word is one of a label's. */
export const holdsTyped = (words: readonly string[], typed: readonly TypedWord[]): boolean =>
  typed.every(({ word, prefix, most }) => words.some((candidate) => typos(word, candidate, prefix, most) <= most))
