/** The words of each entry's long texts (labels, people, overview and summaries) in their order, for phrases. */
import { FIELD } from './fields'

/**
 * A stream is a row of codes. The first few are marks: the end of one text, the end of a field's texts, and how the words behind are read:
 * as the parts of a name with punctuation inside, as the whole of one, or as both, which is how a text begins. Then come the pieces that
 * stand there most often (a label, a name with punctuation, a word), so that a byte or two says each, and then all words by their place.
 */
export const MARK = { END_OF_TEXT: 0, END_OF_FIELD: 1, PARTS: 2, WHOLE: 3, BOTH: 4 } as const
export const MARKS = 5
const FIELDS = [FIELD.LABEL, FIELD.PEOPLE, FIELD.REST] as const

export interface StreamsData {
  /** Codes, each a variable-length integer. */
  bytes: Uint8Array
  /** Where each entry ends. */
  ends: Uint32Array
  /** What the pieces stand for, one after the other: marks, and words as the number of marks and their place in the lexicon; and where each ends. */
  pieces: Uint32Array
  pieceEnds: Uint32Array
}

export class Streams {
  readonly #data: StreamsData

  constructor(data: StreamsData) {
    this.#data = data
  }

  /** @param words The places of a phrase's words in the lexicon. @returns the bits of an entry's fields in which they stand side by side. */
  phrase(words: readonly number[]): (entry: number) => number {
    const reader = new PhraseReader(this.#data, words)
    return (entry) => reader.read(entry)
  }
}

/** Whether a piece holds a word of the phrase: not known yet, no, yes. */
const UNSEEN = 0
const STRANGE = 1
const TELLING = 2

/** Reads streams for one phrase, names taken part by part or as one. */
class PhraseReader {
  readonly #data: StreamsData
  readonly #words: readonly number[]
  readonly #inParts: Runs
  readonly #inWholes: Runs
  readonly #seen: Uint8Array
  #reads: number = MARK.BOTH
  #field = 0
  #mask = 0

  constructor(data: StreamsData, words: readonly number[]) {
    this.#data = data
    this.#words = words
    this.#inParts = new Runs(words)
    this.#inWholes = new Runs(words)
    this.#seen = new Uint8Array(data.pieceEnds.length)
  }

  read(entry: number): number {
    const { bytes, ends } = this.#data
    const firstPlace = MARKS + this.#seen.length
    this.#field = 0
    this.#mask = 0
    const end = ends[entry] as number
    for (let at = entry === 0 ? 0 : (ends[entry - 1] as number); at < end; ) {
      let byte = bytes[at++] as number
      let code = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        code |= (byte & 127) << shift
      }
      if (code < MARKS) this.#mark(code)
      else if (code < firstPlace) this.#piece(code - MARKS)
      else this.#word(code - firstPlace)
    }
    return this.#mask
  }

  /** A piece with no word of the phrase parts what stands before it from what stands behind. */
  #piece(piece: number): void {
    const { pieces, pieceEnds } = this.#data
    const start = piece === 0 ? 0 : (pieceEnds[piece - 1] as number)
    const end = pieceEnds[piece] as number
    if (this.#seen[piece] === UNSEEN) {
      const codes = pieces.subarray(start, end)
      this.#seen[piece] = this.#words.some((word) => codes.includes(MARKS + word)) ? TELLING : STRANGE
    }
    if (this.#seen[piece] === STRANGE) {
      if (this.#reads !== MARK.WHOLE) this.#inParts.end()
      if (this.#reads !== MARK.PARTS) this.#inWholes.end()
      return
    }
    for (let at = start; at < end; at++) {
      const code = pieces[at] as number
      if (code < MARKS) this.#mark(code)
      else this.#word(code - MARKS)
    }
  }

  #mark(mark: number): void {
    if (mark >= MARK.PARTS) {
      this.#reads = mark
      return
    }
    this.#inParts.end()
    this.#inWholes.end()
    if (mark === MARK.END_OF_FIELD) this.#field++
  }

  #word(place: number): void {
    const met = this.#reads !== MARK.WHOLE && this.#inParts.next(place)
    if ((this.#reads !== MARK.PARTS && this.#inWholes.next(place)) || met) this.#mask |= FIELDS[this.#field] ?? 0
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
    if (this.#runs.length > 0) this.#runs = []
  }
}
