/** The words of each entry's long texts (labels, people, overview and summaries) in their order, for phrases. */
import { FIELD } from './fields'
import { GrowingBytes, GrowingNumbers } from './grow'

/**
 * Three marks stand between the words: the end of one text, the end of a field's texts, and a name with punctuation inside: behind it
 * come the name as one word, how many parts it has, and the parts.
 */
const END_OF_TEXT = 0
const END_OF_FIELD = 1
const COMPOUND = 2
const MARKS = 3
const FIELDS = [FIELD.LABEL, FIELD.PEOPLE, FIELD.REST] as const

export class StreamBuilder {
  readonly #bytes = new GrowingBytes()
  readonly #offsets = new GrowingNumbers()

  /** @param number The builder's number of a word. */
  word(number: number): void {
    this.#bytes.pushVariable(number + MARKS)
  }

  /** The next `parts` words are also one. @param number The builder's number of that one. */
  compound(number: number, parts: number): void {
    this.#bytes.pushVariable(COMPOUND)
    this.#bytes.pushVariable(number + MARKS)
    this.#bytes.pushVariable(parts)
  }

  endText(): void {
    this.#bytes.pushVariable(END_OF_TEXT)
  }

  endField(): void {
    this.#bytes.pushVariable(END_OF_FIELD)
  }

  endEntry(): void {
    this.#offsets.push(this.#bytes.length)
  }

  /** @param ranks The lexicon's place of each of the builder's numbers. */
  finish(ranks: Uint32Array): StreamsData {
    return { bytes: this.#bytes.finish(), ends: this.#offsets.finish(), ranks }
  }
}

export interface StreamsData {
  bytes: Uint8Array
  /** Where each entry ends. */
  ends: Uint32Array
  ranks: Uint32Array
}

export class Streams {
  readonly #bytes: Uint8Array
  readonly #ends: Uint32Array
  readonly #ranks: Uint32Array
  #at = 0

  constructor({ bytes, ends, ranks }: StreamsData) {
    this.#bytes = bytes
    this.#ends = ends
    this.#ranks = ranks
  }

  /** The bits of the fields in which the words stand side by side, names taken part by part or as one. @param words Their places in the lexicon. */
  holds(entry: number, words: readonly number[]): number {
    this.#at = entry === 0 ? 0 : (this.#ends[entry - 1] as number)
    const end = this.#ends[entry] as number
    const inParts = new Runs(words)
    const inWholes = new Runs(words)
    let parts = 0
    let field = 0
    let mask = 0
    while (this.#at < end) {
      const value = this.#read()
      if (value === END_OF_TEXT || value === END_OF_FIELD) {
        inParts.end()
        inWholes.end()
        if (value === END_OF_FIELD) field++
      } else if (value === COMPOUND) {
        if (inWholes.next(this.#ranks[this.#read() - MARKS] as number)) mask |= FIELDS[field] ?? 0
        parts = this.#read()
      } else {
        const rank = this.#ranks[value - MARKS] as number
        if (inParts.next(rank)) mask |= FIELDS[field] ?? 0
        if (parts > 0) parts--
        else if (inWholes.next(rank)) mask |= FIELDS[field] ?? 0
      }
    }
    return mask
  }

  #read(): number {
    let byte = this.#bytes[this.#at++] as number
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#bytes[this.#at++] as number
      value |= (byte & 127) << shift
    }
    return value
  }
}

/** Watches a row of words for a phrase. */
class Runs {
  readonly #phrase: readonly number[]
  /** How many words of the phrase each run that ends here has. */
  #runs: number[] = []

  constructor(phrase: readonly number[]) {
    this.#phrase = phrase
  }

  /** @returns whether the phrase ends with this word. */
  next(word: number): boolean {
    if (this.#runs.length === 0 && this.#phrase[0] !== word) return false
    let met = false
    const runs: number[] = []
    for (const length of this.#runs) {
      if (this.#phrase[length] !== word) continue
      if (length === this.#phrase.length - 1) met = true
      else runs.push(length + 1)
    }
    if (this.#phrase[0] === word) runs.push(1)
    this.#runs = runs
    return met
  }

  end(): void {
    this.#runs = []
  }
}
