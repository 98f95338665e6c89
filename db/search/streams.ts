/** The words of each entry's long texts (labels, people, overview and summaries) in their order, for phrases. */
import { FIELD } from './fields'

/** Two marks stand between the words: the end of one text, and the end of a field's texts. */
const END_OF_TEXT = 0
const END_OF_FIELD = 1
const MARKS = 2
const FIELDS = [FIELD.LABEL, FIELD.PEOPLE, FIELD.REST] as const

export class StreamBuilder {
  #bytes = new Uint8Array(1 << 16)
  #end = 0
  readonly #offsets: number[] = [0]

  /** @param place The builder's number of a word. */
  word(place: number): void {
    this.#write(place + MARKS)
  }

  endText(): void {
    this.#write(END_OF_TEXT)
  }

  endField(): void {
    this.#write(END_OF_FIELD)
  }

  endEntry(): void {
    this.#offsets.push(this.#end)
  }

  /** @param ranks The lexicon's place of each of the builder's words. */
  finish(ranks: Uint32Array): Streams {
    return new Streams(this.#bytes.slice(0, this.#end), Float64Array.from(this.#offsets), ranks)
  }

  #write(value: number): void {
    if (this.#end + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#end++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#end++] = rest
  }
}

export class Streams {
  readonly #bytes: Uint8Array
  readonly #offsets: Float64Array
  readonly #ranks: Uint32Array

  constructor(bytes: Uint8Array, offsets: Float64Array, ranks: Uint32Array) {
    this.#bytes = bytes
    this.#offsets = offsets
    this.#ranks = ranks
  }

  /** The bits of the fields in which the words stand side by side. @param words Their places in the lexicon. */
  holds(entry: number, words: readonly number[]): number {
    const bytes = this.#bytes
    const end = this.#offsets[entry + 1] as number
    let field = 0
    let mask = 0
    let starts: number[] = []
    for (let at = this.#offsets[entry] as number; at < end; ) {
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
