/**
 * The text of a question as Meilisearch is asked it, and the texts of an entry as it is given them. Both sides are cut into words by our own
 * rules (words.ts), so that the server's tokenizer has nothing left to decide:
 *
 * - Between two words stands ". ", which the server takes for the end of a sentence: it neither writes the words as one nor looks for a word
 *   in two parts. Only the parts of a name with punctuation inside stand side by side ("mc serviceguard"): that the server also reads as one.
 * - Phrases are looked for in a field of their own, whose words begin with a letter that no folded text has.
 */
import { isPhraseKey, phraseOf, type Synonyms } from '../synonyms'
import type { Need, Text } from '../text'
import { type Chunk, chunks, isCompound } from '../words'

/** Before each word of the field of phrases; `fold` spells this letter otherwise. */
const PHRASE_MARK = 'þ'
const BETWEEN = '. '
/** The server writes at most this many words as one, which is how it finds a synonym of several words. */
const MOST_TOGETHER = 3
/** Words with a digit forgive no typo, as in a field that forgives none. */
const HAS_DIGIT = /\p{N}/u

/** A text as the server's `q`; empty where it asks for nothing. */
export function printText({ needs }: Text): string {
  const printed = needs.map(printNeed)
  const last = printed.pop()
  if (last === undefined) return ''
  return [...new Set(printed), last].join(BETWEEN)
}

function printNeed({ typed, alternatives }: Need): string {
  const [first, second] = alternatives
  if (first?.kind === 'phrase') return phrase(first.words)
  if (first?.kind === 'all') {
    // A row of parts too long to be a name, or words that are a synonym together.
    if (second === undefined) return first.needs.map(printNeed).join(BETWEEN)
    const words = typed.split(' ')
    return words.length <= MOST_TOGETHER ? words.join(' ') : words.join('')
  }
  if (first === undefined) return typed
  if (second?.kind === 'all') return second.needs.map((need) => need.typed).join(' ')
  const exact = second === undefined && first.typos === 0 && !first.prefix
  return exact ? `"${first.word}"` : first.word
}

const phrase = (words: readonly string[]) => `"${markWords(words)}"`
const markWords = (words: readonly string[]) => words.map((word) => PHRASE_MARK + word).join(' ')

/** The synonyms as a setting of the server: what is typed, one word or up to three, and what it finds besides. */
export function printSynonyms(synonyms: Synonyms): Record<string, string[]> {
  const spelled = new Map<string, string>()
  for (const { words } of [...synonyms.phrases.values()].flat()) {
    if (words.length <= MOST_TOGETHER) spelled.set(words.join(' '), words.join(''))
  }
  const finds = (squashed: string) =>
    (synonyms.finds.get(squashed) ?? []).map((found) => (isPhraseKey(found) ? markWords(phraseOf(found)) : found))
  const ways = [...[...synonyms.finds.keys()].map((squashed) => [squashed, squashed] as const), ...spelled]
  return Object.fromEntries(ways.map(([typed, squashed]) => [typed, finds(squashed)] as const).filter(([, found]) => found.length > 0))
}

/** Collects the texts of one entry. */
export class WordBags {
  readonly #codes = new Set<string>()
  readonly #phrases = new Set<string>()

  /** The words of some texts, each once, and kept for the fields of codes and of phrases. */
  bag(texts: readonly string[]): string {
    const words = new Set<string>()
    for (const text of texts) {
      const row = chunks(text)
      for (const word of row.flatMap(wordsOf)) (HAS_DIGIT.test(word) ? this.#codes : words).add(word)
      this.#addRow(row.flatMap((chunk) => chunk.parts))
      if (row.some(isCompound)) this.#addRow(row.map((chunk) => chunk.joined))
    }
    return [...words].join(BETWEEN)
  }

  get codes(): string {
    return [...this.#codes].join(BETWEEN)
  }

  get phrases(): string[] {
    return [...this.#phrases]
  }

  #addRow(words: readonly string[]): void {
    if (words.length > 1) this.#phrases.add(markWords(words))
  }
}

const wordsOf = (chunk: Chunk) => (isCompound(chunk) ? [...chunk.parts, chunk.joined] : chunk.parts)

/** The words with which a name starts. */
export const firstWords = (name: string) => {
  const [first] = chunks(name)
  return first === undefined ? '' : [...new Set([first.parts[0] as string, ...(isCompound(first) ? [first.joined] : [])])].join(BETWEEN)
}

/** How long a name is, as relevance measures it. */
export const lengthOf = (name: string) => chunks(name).reduce((length, { parts }) => length + parts.join('-').length + 1, 0)
