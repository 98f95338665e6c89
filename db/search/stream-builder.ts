/** Building the streams of an index: words are numbered as they come, and written anew at the end, when it is known which come most often. */
import { GrowingBytes, GrowingNumbers } from './grow'
import { MARK, MARKS, type StreamsData } from './streams'

/** As many pieces as have codes of two bytes: a word takes no more than three by its place. */
const MOST_PIECES = (1 << 14) - MARKS
/** What comes fewer times than this is no piece. */
const OFTEN = 8
/** Names with punctuation inside that are looked out for: there is no end of them, and those that come often come early. */
const MOST_COMPOUNDS = 1 << 16

/** Until the end the codes above the marks are words and pieces by turns, as they came. */
const codeOfWord = (number: number) => MARKS + number * 2
const codeOfPiece = (number: number) => MARKS + number * 2 + 1
const isPiece = (code: number) => ((code - MARKS) & 1) === 1
const numberOf = (code: number) => (code - MARKS) >>> 1

export class StreamBuilder {
  readonly #codes = new GrowingBytes()
  readonly #ends = new GrowingNumbers()
  /** The codes of what may become pieces, one after the other, and where each ends. */
  readonly #pieces = new GrowingNumbers()
  readonly #pieceEnds = new GrowingNumbers()
  /** How often a word stands for itself, and each piece. */
  readonly #wordCounts = new GrowingNumbers()
  readonly #pieceCounts = new GrowingNumbers()
  /** The pieces that names with punctuation inside are, by their spelling. */
  readonly #compounds = new Map<string, number>()
  #inPiece = false

  /** Keep what is written as one piece, to be used again. @returns its number. */
  keep(write: () => void): number {
    this.#inPiece = true
    write()
    this.#inPiece = false
    this.#pieceEnds.push(this.#pieces.length)
    this.#pieceCounts.push(0)
    return this.#pieceCounts.length - 1
  }

  piece(piece: number): void {
    this.#pieceCounts.set(piece, this.#pieceCounts.at(piece) + 1)
    this.#write(codeOfPiece(piece))
  }

  /** @param number The builder's number of a word. */
  word(number: number): void {
    if (!this.#inPiece) {
      while (this.#wordCounts.length <= number) this.#wordCounts.push(0)
      this.#wordCounts.set(number, this.#wordCounts.at(number) + 1)
    }
    this.#write(codeOfWord(number))
  }

  /** A name with punctuation inside. @param spelling Tells it from all others. @param whole The number of its parts as one word. */
  compound(spelling: string, parts: readonly number[], whole: number): void {
    let piece = this.#compounds.get(spelling)
    if (this.#inPiece || (piece === undefined && this.#compounds.size >= MOST_COMPOUNDS)) {
      this.#writeCompound(parts, whole)
      return
    }
    if (piece === undefined) {
      piece = this.keep(() => this.#writeCompound(parts, whole))
      this.#compounds.set(spelling, piece)
    }
    this.piece(piece)
  }

  #writeCompound(parts: readonly number[], whole: number): void {
    this.#write(MARK.PARTS)
    for (const part of parts) this.word(part)
    this.#write(MARK.WHOLE)
    this.word(whole)
    this.#write(MARK.BOTH)
  }

  endText(): void {
    this.#write(MARK.END_OF_TEXT)
  }

  endField(): void {
    this.#write(MARK.END_OF_FIELD)
  }

  endEntry(): void {
    this.#ends.push(this.#codes.length)
  }

  #write(code: number): void {
    if (this.#inPiece) this.#pieces.push(code)
    else this.#codes.pushVariable(code)
  }

  /** @param ranks The lexicon's place of each of the builder's numbers. */
  finish(ranks: Uint32Array): StreamsData {
    const often = this.#often()
    const pieces = new GrowingNumbers()
    const pieceEnds = new GrowingNumbers()
    for (const code of often) {
      for (const inner of this.#spelledOut(code)) pieces.push(inner < MARKS ? inner : MARKS + (ranks[numberOf(inner)] as number))
      pieceEnds.push(pieces.length)
    }
    return { ...this.#rewritten(often, ranks), pieces: pieces.finish(), pieceEnds: pieceEnds.finish() }
  }

  /** The codes of what comes most often, the most frequent first. */
  #often(): number[] {
    const found: { code: number; count: number }[] = []
    const collect = (counts: GrowingNumbers, codeOf: (number: number) => number) => {
      for (let number = 0; number < counts.length; number++) {
        const count = counts.at(number)
        if (count >= OFTEN) found.push({ code: codeOf(number), count })
      }
    }
    collect(this.#wordCounts, codeOfWord)
    collect(this.#pieceCounts, codeOfPiece)
    return found
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_PIECES)
      .map(({ code }) => code)
  }

  /** The marks and words that a code stands for. */
  #spelledOut(code: number): number[] {
    if (!isPiece(code)) return [code]
    const piece = numberOf(code)
    const codes: number[] = []
    for (let at = piece === 0 ? 0 : this.#pieceEnds.at(piece - 1); at < this.#pieceEnds.at(piece); at++) codes.push(this.#pieces.at(at))
    return codes
  }

  /** The streams in their last codes: what comes often by its place there, other pieces spelled out, other words by their place in the lexicon. */
  #rewritten(often: readonly number[], ranks: Uint32Array): Pick<StreamsData, 'bytes' | 'ends'> {
    const { ofWords, ofPieces } = this.#lastCodes(often, ranks)
    const [codes, ends] = [this.#codes, this.#ends]
    const written = new GrowingBytes()
    const write = (code: number) => {
      if (code < MARKS) written.pushVariable(code)
      else if (!isPiece(code)) written.pushVariable(ofWords.at(numberOf(code)))
      else if (ofPieces.at(numberOf(code)) === 0) this.#spelledOut(code).forEach(write)
      else written.pushVariable(ofPieces.at(numberOf(code)))
    }
    let entry = 0
    codes.eachVariable((code, end) => {
      write(code)
      if (end === ends.at(entry)) ends.set(entry++, written.length)
    })
    for (const spent of [codes, ofWords, ofPieces, this.#pieces, this.#pieceEnds]) spent.drop()
    return { bytes: written.finish(), ends: ends.finish() }
  }

  /** The last code of each word, and of each piece that has one (0 where it has none), in the place of their counts, which are spent. */
  #lastCodes(often: readonly number[], ranks: Uint32Array): { ofWords: GrowingNumbers; ofPieces: GrowingNumbers } {
    const [ofWords, ofPieces] = [this.#wordCounts, this.#pieceCounts]
    ofWords.stretch(ranks.length)
    for (let number = 0; number < ranks.length; number++) ofWords.set(number, MARKS + often.length + (ranks[number] as number))
    for (let piece = 0; piece < ofPieces.length; piece++) ofPieces.set(piece, 0)
    for (const [place, code] of often.entries()) (isPiece(code) ? ofPieces : ofWords).set(numberOf(code), MARKS + place)
    return { ofWords, ofPieces }
  }
}
