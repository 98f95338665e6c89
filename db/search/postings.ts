/** Which words stand in which fields of which entries: one list of entries per word. */
import { FIELD } from './fields'
import { GrowingBytes, GrowingNumbers } from './grow'
import { listWords, type WordListData } from './word-list'

/** Entries per batch: bounds the memory that building takes beside what it builds. */
const BATCH = 16_384
/** The fields of a word's first posting unless it says others: those of most postings. */
export const USUAL_FIELDS = FIELD.REST

export interface Postings {
  /**
   * Per posting a variable-length integer: how many entries lie between it and the one before, and in its lowest bit whether it stands in
   * other fields than that one, whose bits are then the next byte. Most stand in the same.
   */
  bytes: Uint8Array
  /** Per word of the lexicon, where its postings begin; one more than there are words. */
  offsets: Uint32Array
}

interface Batch {
  words: Uint32Array
  offsets: Uint32Array
  bytes: Uint8Array
}

/** Collects words entry by entry. Words are numbered as they come; their place in the lexicon is known at the end. */
export class PostingsBuilder {
  readonly #numbers = new Map<string, number>()
  /** Per word the bits of the fields of the entry being added. */
  readonly #masks = new GrowingNumbers()
  /** Per word one more than the last entry that has it, and the fields there. */
  readonly #next = new GrowingNumbers()
  readonly #fields = new GrowingNumbers()
  /** The words of the entry being added. */
  readonly #touched: number[] = []
  /** Word, entry and fields of each posting of the batch. */
  readonly #log = new GrowingNumbers()
  readonly #batches: Batch[] = []
  #entries = 0

  /** @returns the word's number. */
  add(word: string, fields: number): number {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(word, number)
      this.#masks.push(0)
      this.#next.push(0)
      this.#fields.push(USUAL_FIELDS)
    }
    const mask = this.#masks.at(number)
    if (mask === 0) this.#touched.push(number)
    this.#masks.set(number, mask | fields)
    return number
  }

  endEntry(): void {
    for (const word of this.#touched) {
      this.#log.push(word)
      this.#log.push(this.#entries)
      this.#log.push(this.#masks.at(word))
      this.#masks.set(word, 0)
    }
    this.#touched.length = 0
    this.#entries++
    if (this.#entries % BATCH === 0) this.#endBatch()
  }

  /** @returns the words, their postings, and the place in the lexicon of each word's number. */
  finish(): { words: WordListData; postings: Postings; ranks: Uint32Array } {
    this.#endBatch()
    const words = [...this.#numbers.keys()].sort()
    const sorted = Uint32Array.from(words, (word) => this.#numbers.get(word) as number)
    this.#numbers.clear()
    const ranks = new Uint32Array(sorted.length)
    sorted.forEach((number, rank) => {
      ranks[number] = rank
    })
    return { words: listWords(words), postings: this.#gather(sorted), ranks }
  }

  /** Sort a batch's log by word (a counting sort keeps the entries in order) and encode each word's run. */
  #endBatch(): void {
    const log = this.#log
    const starts = new Uint32Array(this.#numbers.size + 1)
    for (let at = 0; at < log.length; at += 3) starts[log.at(at) + 1] = (starts[log.at(at) + 1] as number) + 1
    const words = new GrowingNumbers()
    for (let word = 0; word < this.#numbers.size; word++) {
      const count = starts[word + 1] as number
      if (count > 0) words.push(word)
      starts[word + 1] = count + (starts[word] as number)
    }
    const order = new Uint32Array(log.length / 3)
    const slots = starts.slice()
    for (let at = 0; at < log.length; at += 3) {
      const slot = slots[log.at(at)] as number
      order[slot] = at
      slots[log.at(at)] = slot + 1
    }
    const bytes = new GrowingBytes()
    const offsets = new Uint32Array(words.length + 1)
    for (let index = 0; index < words.length; index++) {
      const word = words.at(index)
      offsets[index] = bytes.length
      for (let slot = starts[word] as number; slot < (starts[word + 1] as number); slot++) {
        const at = order[slot] as number
        const [entry, fields] = [log.at(at + 1), log.at(at + 2)]
        const others = fields !== this.#fields.at(word)
        bytes.pushVariable((entry - this.#next.at(word)) * 2 + (others ? 1 : 0))
        if (others) bytes.push(fields)
        this.#next.set(word, entry + 1)
        this.#fields.set(word, fields)
      }
    }
    offsets[words.length] = bytes.length
    this.#batches.push({ words: words.finish(), offsets, bytes: bytes.finish() })
    log.clear()
  }

  /** Put each word's runs of all batches behind one another, words in sorted order. */
  #gather(sorted: Uint32Array): Pick<Postings, 'offsets' | 'bytes'> {
    const sizes = new Uint32Array(sorted.length)
    for (const batch of this.#batches) {
      batch.words.forEach((word, index) => {
        sizes[word] = (sizes[word] as number) + (batch.offsets[index + 1] as number) - (batch.offsets[index] as number)
      })
    }
    const offsets = new Uint32Array(sorted.length + 1)
    const next = new Uint32Array(sorted.length)
    sorted.forEach((word, rank) => {
      next[word] = offsets[rank] as number
      offsets[rank + 1] = (offsets[rank] as number) + (sizes[word] as number)
    })
    const bytes = new Uint8Array(offsets[sorted.length] as number)
    for (const batch of this.#batches) {
      batch.words.forEach((word, index) => {
        const run = batch.bytes.subarray(batch.offsets[index], batch.offsets[index + 1])
        bytes.set(run, next[word])
        next[word] = (next[word] as number) + run.length
      })
    }
    this.#batches.length = 0
    return { offsets, bytes }
  }
}
