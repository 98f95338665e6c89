/** The text of a question, read into what must match: one requirement per word, phrase or synonym; all of them must be met. */
import type { Synonyms } from './synonyms'
import { allowance, type Chunk, chunks, isCompound } from './words'

/** One word as the index holds it. */
export interface WordNeed {
  kind: 'word'
  word: string
  /** Whether it may be the beginning of a longer word: the last word of the text is still being typed. */
  prefix: boolean
  /** How many typos are forgiven, 0 to 2. */
  typos: number
}

/** Words that stand side by side in one text, as typed. */
export interface PhraseNeed {
  kind: 'phrase'
  words: string[]
}

/** Every one of several needs: the parts of a name with punctuation, the words of a synonym's phrase; wherever they stand. */
export interface AllNeed {
  kind: 'all'
  needs: Need[]
}

export type Alternative = WordNeed | PhraseNeed | AllNeed

/** What the text asks for at one place: any of the alternatives will do. */
export interface Need {
  /** As it was typed, folded. */
  typed: string
  alternatives: Alternative[]
}

export interface Text {
  needs: Need[]
}

/** Read a question's text. Quotes make a phrase, which forgives no typo; a quote that is never closed is ignored. */
export function readText(q: string, synonyms: Synonyms): Text {
  const needs: Need[] = []
  const pieces = q.replace(CURLY, '"').split('"')
  pieces.forEach((piece, index) => {
    const quoted = index % 2 === 1 && index < pieces.length - 1
    const last = pieces.slice(index + 1).every((later) => chunks(later).length === 0)
    if (quoted) needs.push(...phrase(piece))
    else needs.push(...words(chunks(piece), last, synonyms))
  })
  return { needs }
}
const CURLY = /[“”„«»]/g

function phrase(piece: string): Need[] {
  const row = chunks(piece)
  if (row.length === 0) return []
  const parts = row.flatMap((chunk) => chunk.parts)
  const alternatives = [side(parts)]
  if (row.some(isCompound)) alternatives.push(side(row.map((chunk) => chunk.joined)))
  return [{ typed: parts.join(' '), alternatives }]
}

/** @param longest The most chunks that may be one synonym. */
function words(row: readonly Chunk[], last: boolean, synonyms: Synonyms, longest = synonyms.longest): Need[] {
  const needs: Need[] = []
  for (let at = 0; at < row.length; ) {
    const span = longestSynonym(row, at, synonyms, longest)
    const chosen = row.slice(at, at + span.length)
    const open = last && at + span.length === row.length
    const found = span.finds.map(exact)
    const [first] = chosen
    if (first && span.length === 1) {
      const need = plain(first, open)
      needs.push({ typed: need.typed, alternatives: [...need.alternatives, ...found] })
    } else {
      // Inside a synonym of several words the shorter synonyms still count.
      const typed = words(chosen, open, synonyms, span.length - 1)
      needs.push({ typed: chosen.map((chunk) => chunk.joined).join(' '), alternatives: [{ kind: 'all', needs: typed }, ...found] })
    }
    at += span.length
  }
  return needs
}

/** The longest run of chunks from `at` on that the synonyms know, or the one chunk with no synonym. */
function longestSynonym(
  row: readonly Chunk[],
  at: number,
  synonyms: Synonyms,
  longest: number,
): { length: number; finds: readonly string[] } {
  for (let length = Math.min(longest, row.length - at); length > 0; length--) {
    const joined = row
      .slice(at, at + length)
      .map((chunk) => chunk.joined)
      .join('')
    const finds = synonyms.finds.get(joined)
    if (finds) return { length, finds }
  }
  return { length: 1, finds: [] }
}

/** A chunk as typed: as one word, and where it has punctuation inside also by its parts. */
function plain(chunk: Chunk, prefix: boolean): Need {
  const asOne = typedWord(chunk.joined, prefix)
  if (chunk.parts.length === 1) return { typed: chunk.joined, alternatives: [asOne] }
  const last = chunk.parts.length - 1
  const apart: AllNeed = {
    kind: 'all',
    needs: chunk.parts.map((part, index) => ({ typed: part, alternatives: [typedWord(part, prefix && index === last)] })),
  }
  if (!isCompound(chunk)) return { typed: chunk.joined, alternatives: [apart] }
  // Initials make one word however they are written: "at & t" must not find every "at" beside a "t".
  return { typed: chunk.joined, alternatives: chunk.parts.some((part) => part.length === 1) ? [asOne] : [asOne, apart] }
}

const typedWord = (word: string, prefix: boolean): WordNeed => ({ kind: 'word', word, prefix, typos: allowance(word) })
const exact = (word: string): WordNeed => ({ kind: 'word', word, prefix: false, typos: 0 })

function side(parts: string[]): Alternative {
  const [only] = parts
  return only !== undefined && parts.length === 1 ? exact(only) : { kind: 'phrase', words: parts }
}

/** Whether the words of a phrase stand side by side from one place of a row on. */
export function standsAt(row: readonly string[], at: number, { words: phrase }: PhraseNeed): boolean {
  return phrase.every((word, index) => row[at + index] === word)
}
