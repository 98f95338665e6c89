/** The rules of relevance that look at one name, alias or product name, and not at a whole field. */
import type { NameStore } from './builder'
import { FIELD, LEVEL } from './fields'
import { isPhraseKey, phrasesAt, type Synonyms } from './synonyms'
import type { Alternative, Need, PhraseNeed, WordNeed } from './text'
import { standsAt } from './text'
import { typos } from './typo'

/** One name, alias or product name as the index keeps it. */
interface Value {
  kind: 'n' | 'a' | 'p'
  parts: string[]
  /** The same with names that have punctuation inside as one; `parts` itself where there are none. */
  joined: string[]
  /** All of it as one word. */
  squashed: string
  length: number
}

const VALUE_FIELD = { n: FIELD.NAME | FIELD.START, a: FIELD.ALIAS, p: FIELD.PRODUCT } as const
const VALUE_LEVEL = { n: LEVEL.NAME, a: LEVEL.ALIAS, p: LEVEL.PRODUCT } as const
/** More typos than a value can be told to have. */
const TOO_MANY = 99

export class NameReader {
  readonly #store: NameStore
  readonly #bytes: Buffer
  readonly #synonyms: Synonyms

  constructor(store: NameStore, synonyms: Synonyms) {
    this.#store = store
    this.#bytes = Buffer.from(store.bytes.buffer, store.bytes.byteOffset, store.bytes.byteLength)
    this.#synonyms = synonyms
  }

  /**
   * The best level at which one name, alias or product name of an entry holds all needs, and the shortest such.
   * @param allowed The typos of the entry's match: a value that needs more of them does not count.
   * @returns null where no single value holds them all.
   */
  best(entry: number, needs: readonly Need[], squashed: string, allowed: number): { level: number; length: number } | null {
    let best: { level: number; length: number } | null = null
    for (const line of this.#lines(entry)) {
      if (allowed === 0 && !needs.every((need) => mayHold(line, need))) continue
      const value = readValue(line)
      const cost = needs.reduce((sum, need) => sum + this.#cost(need, value), 0)
      if (cost > allowed) continue
      const level = levelIn(value, squashed, allowed)
      if (best === null || level < best.level || (level === best.level && value.length < best.length))
        best = { level, length: value.length }
    }
    return best
  }

  /** The bits of the fields in which a phrase stands: name, aliases, product names. */
  holds(entry: number, phrase: PhraseNeed): number {
    let mask = 0
    for (const line of this.#lines(entry)) {
      const { kind, parts, joined } = readValue(line)
      if (runs(parts, phrase) || runs(joined, phrase)) mask |= VALUE_FIELD[kind]
    }
    return mask
  }

  #lines(entry: number): string[] {
    const { offsets } = this.#store
    return this.#bytes.toString('utf8', offsets[entry], offsets[entry + 1]).split('\n')
  }

  #cost(need: Need, value: Value): number {
    return need.alternatives.reduce((least, alternative) => Math.min(least, this.#alternativeCost(alternative, value)), TOO_MANY)
  }

  #alternativeCost(alternative: Alternative, value: Value): number {
    if (alternative.kind === 'all') return alternative.needs.reduce((sum, need) => sum + this.#cost(need, value), 0)
    if (alternative.kind === 'phrase') return runs(value.parts, alternative) || runs(value.joined, alternative) ? 0 : TOO_MANY
    if (isPhraseKey(alternative.word)) return this.#hasPhrase(value, alternative.word) ? 0 : TOO_MANY
    const cost = Math.min(
      leastTypos(alternative, value.parts),
      value.joined === value.parts ? TOO_MANY : leastTypos(alternative, value.joined),
    )
    return cost <= alternative.typos ? cost : TOO_MANY
  }

  #hasPhrase({ parts }: Value, key: string): boolean {
    return parts.some((_, at) => [...phrasesAt(this.#synonyms, parts, at)].some((phrase) => phrase.key === key))
  }
}

/** The typos of the word that is nearest to what was typed; more than are forgiven where none is near. */
function leastTypos({ word, prefix, typos: most }: WordNeed, candidates: readonly string[]): number {
  let least = most + 1
  for (const candidate of candidates) {
    if (least === 0) break
    least = Math.min(least, typos(word, candidate, prefix, least - 1))
  }
  return least
}

/** Whole and start are of a name (whole also of an alias), without regard to spaces and punctuation. */
function levelIn(value: Value, squashed: string, allowed: number): number {
  if (value.kind !== 'p' && typos(squashed, value.squashed, false, allowed) <= allowed) return LEVEL.WHOLE
  if (value.kind === 'n' && typos(squashed, value.squashed, true, allowed) <= allowed) return LEVEL.START
  return VALUE_LEVEL[value.kind]
}

/** Whether a value may hold a need without a typo, at the cost of looking for the letters: false is certain. */
function mayHold(line: string, need: Need): boolean {
  return need.alternatives.some((alternative) => {
    if (alternative.kind === 'all') return alternative.needs.every((inner) => mayHold(line, inner))
    if (alternative.kind === 'phrase') return alternative.words.every((word) => hasLetters(line, word))
    return isPhraseKey(alternative.word) || hasLetters(line, alternative.word)
  })
}

const hasLetters = (line: string, word: string) =>
  line.includes(word, 1) || (line.includes('-') && line.replaceAll('-', '').includes(word, 1))

function readValue(line: string): Value {
  const text = line.slice(1)
  const kind = line.charAt(0) as Value['kind']
  const squashed = text.replace(SEPARATORS, '')
  const chunks = text.split(' ')
  // Most names have no punctuation inside.
  if (!text.includes('-')) return { kind, parts: chunks, joined: chunks, squashed, length: text.length }
  const row = chunks.map((chunk) => chunk.split('-'))
  return { kind, parts: row.flat(), joined: row.map((chunk) => chunk.join('')), squashed, length: text.length }
}
const SEPARATORS = /[ -]/g

function runs(row: readonly string[], phrase: PhraseNeed): boolean {
  return row.some((_, at) => standsAt(row, at, phrase))
}
