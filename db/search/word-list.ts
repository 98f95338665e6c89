/**
 * Sorted words behind one another in one row of numbers: a fraction of what as many strings take, and one thread can hand it to another.
 * Letters are UTF-16 units throughout.
 */

export interface WordListData {
  /** Bytes, unless a word has a letter that takes two. */
  units: Uint8Array | Uint16Array
  /** Where each word begins; one more than there are words. */
  offsets: Uint32Array
}

/** @param words Sorted by UTF-16 units, without repeats. */
export function listWords(words: readonly string[]): WordListData {
  const offsets = new Uint32Array(words.length + 1)
  let wide = false
  for (const [at, word] of words.entries()) {
    offsets[at + 1] = (offsets[at] as number) + word.length
    wide ||= WIDE.test(word)
  }
  const length = offsets[words.length] as number
  const units = wide ? new Uint16Array(length) : new Uint8Array(length)
  let end = 0
  for (const word of words) for (let at = 0; at < word.length; at++) units[end++] = word.charCodeAt(at)
  return { units, offsets }
}

const WIDE = /[\u0100-\uffff]/

export class WordList {
  readonly length: number
  readonly #units: WordListData['units']
  readonly #offsets: Uint32Array

  constructor({ units, offsets }: WordListData) {
    this.length = offsets.length - 1
    this.#units = units
    this.#offsets = offsets
  }

  word(place: number): string {
    const { buffer, byteOffset, byteLength } = this.#units.subarray(this.#offsets[place], this.#offsets[place + 1])
    return Buffer.from(buffer, byteOffset, byteLength).toString(this.#units.BYTES_PER_ELEMENT === 1 ? 'latin1' : 'utf16le')
  }

  lengthOf(place: number): number {
    return (this.#offsets[place + 1] as number) - (this.#offsets[place] as number)
  }

  /** A letter of a word. */
  unit(place: number, at: number): number {
    return this.#units[(this.#offsets[place] as number) + at] as number
  }

  /** The place of a word, or -1. */
  find(word: string): number {
    const at = this.#first(0, (place) => this.#compare(place, word) < 0)
    return at < this.length && this.#compare(at, word) === 0 ? at : -1
  }

  /** The places [from, to) of the words that begin with `beginning`. */
  range(beginning: string): [from: number, to: number] {
    const from = this.#first(0, (place) => this.#compare(place, beginning) < 0)
    return [from, this.#first(from, (place) => this.beginsWith(place, beginning))]
  }

  /** The place of the first word behind `place` that does not share its first letters, so many of them. */
  after(place: number, letters: number): number {
    return this.#first(place + 1, (other) => this.shared(place, other, letters) === letters)
  }

  beginsWith(place: number, beginning: string): boolean {
    return this.lengthOf(place) >= beginning.length && this.#common(place, beginning) === beginning.length
  }

  /** How many of the first letters, `most` of them at most, two words share. */
  shared(a: number, b: number, most: number): number {
    const [startOfA, startOfB] = [this.#offsets[a] as number, this.#offsets[b] as number]
    const limit = Math.min(most, this.lengthOf(a), this.lengthOf(b))
    let length = 0
    while (length < limit && this.#units[startOfA + length] === this.#units[startOfB + length]) length++
    return length
  }

  /** How many of its first letters a word of the list shares with another. */
  #common(place: number, word: string): number {
    const start = this.#offsets[place] as number
    const most = Math.min(this.lengthOf(place), word.length)
    let length = 0
    while (length < most && this.#units[start + length] === word.charCodeAt(length)) length++
    return length
  }

  #compare(place: number, word: string): number {
    const common = this.#common(place, word)
    const length = this.lengthOf(place)
    if (common === length || common === word.length) return length - word.length
    return this.unit(place, common) - word.charCodeAt(common)
  }

  /** The first place from `start` on where `before`, which holds of a first run of words, holds no more; near ones are found first. */
  #first(start: number, before: (place: number) => boolean): number {
    let low = start
    let step = 1
    while (low + step < this.length && before(low + step - 1)) {
      low += step
      step *= 2
    }
    let high = Math.min(this.length, low + step)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (before(middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}
