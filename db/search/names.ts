/** The rules of relevance that look at one name, alias or product name, and not at a whole field. */
import type { NameStore } from './builder'
import { LEVEL } from './fields'
import { phrasesAt, type Synonyms } from './synonyms'
import type { Alternative, Need, PhraseNeed } from './text'
import { standsAt } from './text'
import { typos } from './typo'
import { chunks } from './words'

/** One name, alias or product name as the index keeps it. */
interface Value {
  kind: 'n' | 'a' | 'p'
  parts: string[]
  joined: string[]
  /** All of it as one word. */
  squashed: string
  length: number
}

const VALUE_LEVEL = { n: LEVEL.NAME, a: LEVEL.ALIAS, p: LEVEL.PRODUCT } as const
/** More typos than a value can be told to have. */
const TOO_MANY = 99

export class NameReader {
  readonly #store: NameStore
  readonly #synonyms: Synonyms

  constructor(store: NameStore, synonyms: Synonyms) {
    this.#store = store
    this.#synonyms = synonyms
  }

  /**
   * The best level at which one name, alias or product name of an entry holds all needs, and the shortest such.
   * @param allowed The typos of the entry's match: a value that needs more of them does not count.
   * @returns null where no single value holds them all.
   */
  best(entry: number, needs: readonly Need[], squashed: string, allowed: number): { level: number; length: number } | null {
    let best: { level: number; length: number } | null = null
    for (const value of this.#values(entry)) {
      const cost = needs.reduce((sum, need) => sum + this.#cost(need, value), 0)
      if (cost > allowed) continue
      const level = levelIn(value, squashed, allowed)
      if (best === null || level < best.level || (level === best.level && value.length < best.length))
        best = { level, length: value.length }
    }
    return best
  }

  /** The fields of the name store in which a phrase stands: name, aliases, product names. */
  holds(entry: number, phrase: PhraseNeed): Set<'n' | 'a' | 'p'> {
    const kinds = new Set<'n' | 'a' | 'p'>()
    for (const value of this.#values(entry)) if (sideBySide(value.parts, value.joined, phrase)) kinds.add(value.kind)
    return kinds
  }

  *#values(entry: number): Generator<Value> {
    const { bytes, offsets } = this.#store
    for (const line of bytes.toString('utf8', offsets[entry], offsets[entry + 1]).split('\n')) {
      const text = line.slice(1)
      const row = text.split(' ').map((chunk) => chunk.split('-'))
      yield {
        kind: line.charAt(0) as Value['kind'],
        parts: row.flat(),
        joined: row.map((chunk) => chunk.join('')),
        squashed: text.replace(/[ -]/g, ''),
        length: text.length,
      }
    }
  }

  #cost(need: Need, value: Value): number {
    return need.alternatives.reduce((least, alternative) => Math.min(least, this.#alternativeCost(alternative, value)), TOO_MANY)
  }

  #alternativeCost(alternative: Alternative, value: Value): number {
    if (alternative.kind === 'all') return alternative.needs.reduce((sum, need) => sum + this.#cost(need, value), 0)
    if (alternative.kind === 'phrase') return sideBySide(value.parts, value.joined, alternative) ? 0 : TOO_MANY
    let least = TOO_MANY
    for (const word of this.#words(value)) {
      const cost = typos(alternative.word, word, alternative.prefix, alternative.typos)
      if (cost <= alternative.typos && cost < least) least = cost
    }
    return least
  }

  *#words(value: Value): Generator<string> {
    yield* value.parts
    yield* value.joined
    for (let at = 0; at < value.parts.length; at++) for (const phrase of phrasesAt(this.#synonyms, value.parts, at)) yield phrase.joined
  }
}

/** Whole and start are of a name (whole also of an alias), without regard to spaces and punctuation. */
function levelIn(value: Value, squashed: string, allowed: number): number {
  if (value.kind !== 'p' && typos(squashed, value.squashed, false, allowed) <= allowed) return LEVEL.WHOLE
  if (value.kind === 'n' && typos(squashed, value.squashed, true, allowed) <= allowed) return LEVEL.START
  return VALUE_LEVEL[value.kind]
}

/** Whether words stand side by side in a row, taken part by part or chunk by chunk. */
function sideBySide(parts: readonly string[], joined: readonly string[], phrase: PhraseNeed): boolean {
  return runs(parts, phrase) || runs(joined, phrase)
}

function runs(row: readonly string[], phrase: PhraseNeed): boolean {
  return row.some((_, at) => standsAt(row, at, phrase))
}

/** Whether the words of a phrase stand side by side in a text. */
export function holdsPhrase(text: string, phrase: PhraseNeed): boolean {
  const row = chunks(text)
  const parts = row.flatMap((chunk) => chunk.parts)
  const joined = row.map((chunk) => chunk.joined)
  return sideBySide(parts, joined, phrase)
}
