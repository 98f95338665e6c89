/**
 * Text as the contract reads it: case, diacritics and punctuation inside names do not matter. A text is a row of chunks; a chunk is what
 * stands between spaces ("MC/ServiceGuard"), with its parts ("mc", "serviceguard") and itself written as one ("mcserviceguard").
 */

export interface Chunk {
  parts: string[]
  /** The parts written as one word; equal to the only part of a plain word. */
  joined: string
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  /** Where each part stands; empty for a plain word, which is its only part. */
  spans: readonly { start: number; end: number }[]
}

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`
/** Punctuation that may stand inside a name; a dash between words or a bracket ends a chunk. */
const INSIDE = String.raw`[&/\-‐‑'’.,+*:_@#!·]`
const CHUNK = new RegExp(`${LETTER}+(?:${INSIDE}+${LETTER}+)*`, 'gu')
/** The same for a text of ASCII alone, which is nearly every text, several times as fast. */
const ASCII_CHUNK = /[a-z0-9]+(?:[&/\-'.,+*:_@#!]+[a-z0-9]+)*/gi
const PART = new RegExp(`${LETTER}+`, 'gu')
const SPACED_AMPERSAND = /^\s+&\s+$/
/** An ampersand between spaces belongs to the name where one side is this short ("AT & T"), else it means "and". */
const INITIALS = 2
/** Longer rows of parts are addresses, not names: only their parts are kept. */
const MOST_PARTS = 5

/** Lower case, without diacritics, compatibility forms made plain: "Société" and "societe" are one word. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  const plain = text.toLowerCase().normalize('NFKD').replace(MARKS, '')
  return plain.replace(SPECIAL, (letter) => SPELLED[letter] ?? letter)
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/
const MARKS = /\p{M}+/gu
const SPELLED: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
const SPECIAL = /[ßøæœłđðþı]/g

/** Cut a text into chunks. */
export function chunks(text: string): Chunk[] {
  const found: Chunk[] = []
  for (const match of text.matchAll(ASCII.test(text) ? ASCII_CHUNK : CHUNK)) {
    const chunk = readChunk(match[0], match.index)
    // A diacritic that stands alone is no word.
    if (chunk.joined === '') continue
    const before = found.at(-1)
    if (
      before &&
      SPACED_AMPERSAND.test(text.slice(before.end, chunk.start)) &&
      Math.min(before.joined.length, chunk.joined.length) <= INITIALS
    ) {
      found[found.length - 1] = together(before, chunk)
    } else {
      found.push(chunk)
    }
  }
  return found
}

function readChunk(raw: string, start: number): Chunk {
  const end = start + raw.length
  const whole = fold(raw)
  if (PLAIN.test(whole)) return { parts: [whole], joined: whole, start, end, spans: NO_SPANS }
  const parts: string[] = []
  const spans: { start: number; end: number }[] = []
  for (const match of raw.matchAll(PART)) {
    const part = fold(match[0])
    if (part === '') continue
    parts.push(part)
    spans.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
  return { parts, joined: parts.join(''), start, end, spans }
}
const PLAIN = /^[a-z0-9]+$/
const NO_SPANS: Chunk['spans'] = []

function together(a: Chunk, b: Chunk): Chunk {
  return { parts: [...a.parts, ...b.parts], joined: a.joined + b.joined, start: a.start, end: b.end, spans: [...spansOf(a), ...spansOf(b)] }
}

/** Where each part of a chunk stands. */
export const spansOf = (chunk: Chunk) => (chunk.spans.length > 0 ? chunk.spans : [{ start: chunk.start, end: chunk.end }])

/** Whether a chunk is also found by its parts written as one. */
export const isCompound = (chunk: Chunk) => chunk.parts.length > 1 && chunk.parts.length <= MOST_PARTS

/** A text without case, diacritics, punctuation and spaces: "RS/6000" and "rs 6000" are both "rs6000". */
export function squash(text: string): string {
  return chunks(text)
    .map((chunk) => chunk.joined)
    .join('')
}

/** How many letters `word` has; a digit is none, because another digit is another thing and no typo. */
function letters(word: string): number {
  let count = 0
  for (const character of word) if (LETTERS.test(character)) count++
  return count
}
const LETTERS = /\p{L}/u

/** How many typos the contract forgives in a word: one from 5 letters on, two from 9. */
export function allowance(word: string): number {
  const count = letters(word)
  return count >= 9 ? 2 : count >= 5 ? 1 : 0
}
