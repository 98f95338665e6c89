/** The words of each entry's long texts (labels, people, overview and summaries) in their order, for phrases. */
import { FIELD } from './fields'
import { GrowingBytes, GrowingNumbers } from './grow'

/** Two marks stand between the words: the end of one text, and the end of a field's texts. */
const END_OF_TEXT = 0
const END_OF_FIELD = 1
const MARKS = 2
const FIELDS = [FIELD.LABEL, FIELD.PEOPLE, FIELD.REST] as const

export class StreamBuilder {
  readonly #bytes = new GrowingBytes()
  readonly #offsets = new GrowingNumbers()

  /** @param number The builder's number of a word. */
  word(number: number): void {
    this.#bytes.pushVariable(number + MARKS)
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
  finish(ranks: Uint32Array): Streams {
    return new Streams(this.#bytes.finish(), this.#offsets.finish(), ranks)
  }
}

export class Streams {
  readonly #bytes: Uint8Array
  /** Where each entry ends. */
  readonly #ends: Uint32Array
  readonly #ranks: Uint32Array

  constructor(bytes: Uint8Array, ends: Uint32Array, ranks: Uint32Array) {
    this.#bytes = bytes
    this.#ends = ends
    this.#ranks = ranks
  }

  /** The bits of the fields in which the words stand side by side. @param words Their places in the lexicon. */
  holds(entry: number, words: readonly number[]): number {
    const bytes = this.#bytes
    const end = this.#ends[entry] as number
    let field = 0
    let mask = 0
    let starts: number[] = []
    for (let at = entry === 0 ? 0 : (this.#ends[entry - 1] as number); at < end; ) {
      let byte = bytes[at++] as number
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        value |= (byte & 127) << shift
      }
      if (value < MARKS) {
        starts = []
        if (value === END_OF_FIELD) field++
        continue
      }
      const rank = this.#ranks[value - MARKS] as number
      if (starts.length === 0 && rank !== words[0]) continue
      // Each number in `starts` is how many words of the phrase a run that ends here has.
      const next: number[] = []
      for (const met of starts) {
        if (rank !== words[met]) continue
        if (met === words.length - 1) mask |= FIELDS[field] ?? 0
        else next.push(met + 1)
      }
      if (rank === words[0]) next.push(1)
      starts = next
    }
    return mask
  }
}
