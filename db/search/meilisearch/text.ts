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
import { allowance, type Chunk, chunks, isCompound, squash } from '../words'

/** Before each word of the field of phrases, and before a name as one word; `fold` spells these letters otherwise. */
const PHRASE_MARK = 'þ'
const WHOLE_MARK = 'ð'
const BETWEEN = '. '
/** The server writes at most this many words as one, which is how it finds a synonym of several words. */
const MOST_TOGETHER = 3
/** The server looks at this many words of a text and no more. */
const MOST_WORDS = 10

/** A text as `q`; where it has more words than the server looks at, in parts that all have to match. Empty where it asks for nothing. */
export function printText({ needs }: Text): [first: string, ...others: string[]] {
  const terms = needs.flatMap(printNeed)
  const last = terms.pop()
  if (last === undefined) return ['']
  // The last word of the text, which may be unfinished, is the last of the first part. The other parts end so that theirs are finished.
  const parts: string[][] = [[last]]
  let room = MOST_WORDS - wordsIn(last)
  for (const term of new Set(terms)) {
    room -= wordsIn(term)
    if (room < 0) {
      parts.push([])
      room = MOST_WORDS - wordsIn(term)
    }
    parts.at(-1)?.unshift(term)
  }
  const [first = [], ...others] = parts
  return [first.join(BETWEEN), ...others.map((part) => part.join(BETWEEN) + BETWEEN)]
}

/** Whether the server may write words of the text as one, for which it counts a typo. */
export const joinsWords = (text: Text) => text.needs.flatMap(printNeed).some((term) => wordsIn(term) > 1)

/** The text as one whole name or alias. */
export const printWhole = (text: Text) => `"${WHOLE_MARK}${text.needs.map((need) => squash(need.typed)).join('')}"`

const wordsIn = (term: string) => (term.startsWith('"') ? 1 : term.split(' ').length)

function printNeed({ typed, alternatives }: Need): string[] {
  const [first, second] = alternatives
  if (first?.kind === 'phrase') return [phrase(first.words)]
  if (first?.kind === 'all') {
    // A row of parts too long to be a name, or words that are a synonym together.
    if (second === undefined) return first.needs.flatMap(printNeed)
    const words = typed.split(' ')
    return [words.length <= MOST_TOGETHER ? words.join(' ') : words.join('')]
  }
  if (first === undefined) return []
  if (second?.kind === 'all') return [second.needs.map((need) => need.typed).join(' ')]
  const exact = second === undefined && first.typos === 0 && !first.prefix
  return [exact ? `"${first.word}"` : first.word]
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
  readonly #namePhrases = new Set<string>()
  readonly #phrases = new Set<string>()

  /** The words of some names or other texts, each once, and kept for the fields of codes and of phrases. */
  bag(texts: readonly string[], are: 'names' | 'texts'): string {
    const words = new Set<string>()
    const phrases = are === 'names' ? this.#namePhrases : this.#phrases
    const addRow = (row: readonly string[]) => row.length > 1 && phrases.add(markWords(row))
    for (const text of texts) {
      const row = chunks(text)
      for (const word of row.flatMap(wordsOf)) (isCode(word) ? this.#codes : words).add(word)
      addRow(row.flatMap((chunk) => chunk.parts))
      if (row.some(isCompound)) addRow(row.map((chunk) => chunk.joined))
    }
    return [...words].join(BETWEEN)
  }

  get codes(): string {
    return [...this.#codes].join(BETWEEN)
  }

  get namePhrases(): string[] {
    return [...this.#namePhrases]
  }

  get phrases(): string[] {
    return [...this.#phrases]
  }
}

/** A model number or the like: a word with a digit and few letters, in which another digit is another thing and no typo. */
const isCode = (word: string) => HAS_DIGIT.test(word) && allowance(word) === 0
const HAS_DIGIT = /\p{N}/u

/** Names as one word each. */
export const wholes = (names: readonly string[]) => [...new Set(names.map((name) => WHOLE_MARK + squash(name)))].join(BETWEEN)

const wordsOf = (chunk: Chunk) => (isCompound(chunk) ? [...chunk.parts, chunk.joined] : chunk.parts)

/** The words with which a name starts. */
export const firstWords = (name: string) => {
  const [first] = chunks(name)
  return first === undefined ? '' : [...new Set([first.parts[0] as string, ...(isCompound(first) ? [first.joined] : [])])].join(BETWEEN)
}

/** How long a name is, as relevance measures it. */
export const lengthOf = (name: string) => chunks(name).reduce((length, { parts }) => length + parts.join('-').length + 1, 0)
