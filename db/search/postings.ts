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
  /** Word, entry and fields of each posting of the batch; per word how many there are; and their places in the log in the words' order. */
  readonly #log = new GrowingNumbers()
  readonly #counts = new GrowingNumbers()
  readonly #order = new GrowingNumbers()
  /** A word's postings of one batch are a run. Its word, where it begins among the bytes of all runs, and these. */
  readonly #runWords = new GrowingNumbers()
  readonly #runStarts = new GrowingNumbers()
  readonly #bytes = new GrowingBytes()
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
      this.#counts.push(0)
    }
    const mask = this.#masks.at(number)
    if (mask === 0) this.#touched.push(number)
    this.#masks.set(number, mask | fields)
    return number
  }

  endEntry(): void {
    for (const word of this.#touched) {
      const count = this.#counts.at(word)
      if (count === 0) this.#runWords.push(word)
      this.#counts.set(word, count + 1)
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

  /** Sort the batch's log by word (by counting, which keeps the entries in order) and encode each word's run. */
  #endBatch(): void {
    const [log, order, counts, bytes] = [this.#log, this.#order, this.#counts, this.#bytes]
    const firstRun = this.#runStarts.length
    order.stretch(log.length / 3)
    // From here on where each word's next place in the order is, and then where its last was.
    let start = 0
    for (let run = firstRun; run < this.#runWords.length; run++) {
      const word = this.#runWords.at(run)
      const count = counts.at(word)
      counts.set(word, start)
      start += count
    }
    for (let at = 0; at < log.length; at += 3) {
      const word = log.at(at)
      const slot = counts.at(word)
      order.set(slot, at)
      counts.set(word, slot + 1)
    }
    let slot = 0
    for (let run = firstRun; run < this.#runWords.length; run++) {
      const word = this.#runWords.at(run)
      this.#runStarts.push(bytes.length)
      for (const end = counts.at(word); slot < end; slot++) {
        const at = order.at(slot)
        const [entry, fields] = [log.at(at + 1), log.at(at + 2)]
        const others = fields !== this.#fields.at(word)
        bytes.pushVariable((entry - this.#next.at(word)) * 2 + (others ? 1 : 0))
        if (others) bytes.push(fields)
        this.#next.set(word, entry + 1)
        this.#fields.set(word, fields)
      }
      counts.set(word, 0)
    }
    log.clear()
  }

  /** Put each word's runs behind one another, words in sorted order. */
  #gather(sorted: Uint32Array): Pick<Postings, 'offsets' | 'bytes'> {
    for (const spent of [this.#masks, this.#next, this.#fields, this.#log, this.#order]) spent.drop()
    this.#runStarts.push(this.#bytes.length)
    const [starts, bytes] = [this.#runStarts, this.#bytes]
    // Between batches all counts are 0: now they are the words' sizes, and then where the next run of each goes.
    const next = this.#counts
    for (let run = 0; run < this.#runWords.length; run++) {
      const word = this.#runWords.at(run)
      next.set(word, next.at(word) + starts.at(run + 1) - starts.at(run))
    }
    const offsets = new Uint32Array(sorted.length + 1)
    for (const [rank, word] of sorted.entries()) {
      const size = next.at(word)
      next.set(word, offsets[rank] as number)
      offsets[rank + 1] = (offsets[rank] as number) + size
    }
    const gathered = new Uint8Array(bytes.length)
    for (let run = 0; run < this.#runWords.length; run++) {
      const word = this.#runWords.at(run)
      let to = next.at(word)
      for (let at = starts.at(run); at < starts.at(run + 1); at++) gathered[to++] = bytes.at(at)
      next.set(word, to)
    }
    for (const spent of [next, this.#runWords, starts, bytes]) spent.drop()
    return { offsets, bytes: gathered }
  }
}
