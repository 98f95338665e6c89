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

/** Words that stand side by side in one field. */
export interface PhraseNeed {
  kind: 'phrase'
  words: string[]
  /** Whether the last of them may be the beginning of a longer one. */
  prefix: boolean
}

/** Every one of several needs: the words of a synonym's phrase, wherever they stand. */
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
    if (quoted) needs.push(...phrase(piece, synonyms))
    else needs.push(...words(chunks(piece), last, synonyms))
  })
  return { needs }
}
const CURLY = /[“”„«»]/g

function phrase(piece: string, synonyms: Synonyms): Need[] {
  const row = chunks(piece)
  if (row.length === 0) return []
  const parts = row.flatMap((chunk) => chunk.parts)
  const joined = row.map((chunk) => chunk.joined)
  const whole = joined.join('')
  const typed = parts.join(' ')
  const indexed = (synonyms.phrases.get(parts[0] ?? '') ?? []).some(
    (known) => known.joined === whole && known.words.length === parts.length,
  )
  if (indexed) return [{ typed, alternatives: [exact(whole)] }]
  const alternatives: Alternative[] = [side(parts, false)]
  if (row.some(isCompound)) alternatives.push(side(joined, false))
  return [{ typed, alternatives }]
}

function words(row: Chunk[], last: boolean, synonyms: Synonyms): Need[] {
  const needs: Need[] = []
  for (let at = 0; at < row.length; ) {
    const span = longestSynonym(row, at, synonyms)
    const open = last && at + span.length === row.length
    const typed = row.slice(at, at + span.length).map((chunk, index) => plain(chunk, open && index === span.length - 1))
    const [first] = typed
    const found = span.finds.map(exact)
    if (first && typed.length === 1) needs.push({ typed: first.typed, alternatives: [...first.alternatives, ...found] })
    else needs.push({ typed: typed.map((need) => need.typed).join(' '), alternatives: [{ kind: 'all', needs: typed }, ...found] })
    at += span.length
  }
  return needs
}

/** The longest run of chunks from `at` on that the synonyms know, or the one chunk with no synonym. */
function longestSynonym(row: Chunk[], at: number, synonyms: Synonyms): { length: number; finds: readonly string[] } {
  for (let length = Math.min(synonyms.longest, row.length - at); length > 0; length--) {
    const joined = row
      .slice(at, at + length)
      .map((chunk) => chunk.joined)
      .join('')
    const finds = synonyms.finds.get(joined)
    if (finds) return { length, finds }
  }
  return { length: 1, finds: [] }
}

/** A chunk as typed: as one word, and where it has punctuation inside also as its parts side by side. */
function plain(chunk: Chunk, prefix: boolean): Need {
  const asOne: WordNeed = { kind: 'word', word: chunk.joined, prefix, typos: allowance(chunk.joined) }
  if (chunk.parts.length === 1) return { typed: chunk.joined, alternatives: [asOne] }
  const apart = side(chunk.parts, prefix)
  if (!isCompound(chunk)) return { typed: chunk.joined, alternatives: [apart] }
  // Initials make one word however they are written: "at & t" must not find "at the".
  return { typed: chunk.joined, alternatives: chunk.parts.some((part) => part.length === 1) ? [asOne] : [asOne, apart] }
}

const exact = (word: string): WordNeed => ({ kind: 'word', word, prefix: false, typos: 0 })

function side(parts: string[], prefix: boolean): Alternative {
  const [only] = parts
  return only !== undefined && parts.length === 1
    ? { kind: 'word', word: only, prefix, typos: 0 }
    : { kind: 'phrase', words: parts, prefix }
}

/** Whether the words of a phrase stand side by side from one place of a row on. */
export function standsAt(words: readonly string[], at: number, { words: phrase, prefix }: PhraseNeed): boolean {
  return phrase.every((word, index) => {
    const here = words[at + index]
    return prefix && index === phrase.length - 1 ? here?.startsWith(word) : here === word
  })
}
