/** Building the text side of an index: which words stand in which fields of which entries. */
import { type EngineDocument, FIELD, FIELD_BITS } from './fields'
import { Lexicon } from './lexicon'
import { StreamBuilder, type Streams } from './streams'
import { phrasesAt, type Synonyms } from './synonyms'
import { type Chunk, chunks, isCompound } from './words'

/** Entries per batch: bounds the memory that building takes beside what it builds. */
const BATCH = 16_384

export interface TextIndex {
  lexicon: Lexicon
  /** Per word of the lexicon, where its postings begin; one more than there are words. */
  offsets: Float64Array
  /** Per word, in how many entries it stands. */
  frequencies: Uint32Array
  /** Per posting a variable-length integer: the distance from the entry before, then the bits of its fields. */
  postings: Uint8Array
  /** Characters of the name, of the shortest alias and product name (0 where there is none), and of all of the other fields, per entry. */
  lengths: { [field in 'name' | 'alias' | 'product' | 'label' | 'people' | 'rest']: Uint16Array }
  /** Per entry a bit for each number of letters and digits (31 stands for more) that its name or one of its aliases has. */
  wholeLengths: Uint32Array
  names: NameStore
  streams: Streams
}

/** The names, aliases and product names of each entry as chunks, for the rules that look at one value and not at a field. */
export interface NameStore {
  bytes: Buffer
  offsets: Float64Array
}

interface Batch {
  words: Uint32Array
  offsets: Uint32Array
  bytes: Uint8Array
}

export class TextBuilder {
  readonly #synonyms: Synonyms
  readonly #places = new Map<string, number>()
  readonly #batches: Batch[] = []
  readonly #lastEntry: number[] = []
  readonly #frequencies: number[] = []
  readonly #lengths = {
    name: [] as number[],
    alias: [] as number[],
    product: [] as number[],
    label: [] as number[],
    people: [] as number[],
    rest: [] as number[],
  }
  readonly #wholeLengths: number[] = []
  readonly #streams = new StreamBuilder()
  readonly #names: Buffer[] = []
  readonly #nameLengths: number[] = []
  /** The words and fields of the entry that is being added. */
  readonly #masks: number[] = []
  readonly #touched: number[] = []
  #log: number[] = []
  #entries = 0

  constructor(synonyms: Synonyms) {
    this.#synonyms = synonyms
  }

  add(document: EngineDocument): void {
    const name = chunks(document.name)
    const aliases = document.aliases.map(chunks)
    const products = document.products.map(chunks)
    this.#index(name, FIELD.NAME, FIELD.START)
    for (const alias of aliases) this.#index(alias, FIELD.ALIAS)
    for (const product of products) this.#index(product, FIELD.PRODUCT)
    const stored = { name: asStored(name), aliases: aliases.map(asStored), products: products.map(asStored) }
    this.#lengths.name.push(stored.name.length)
    this.#lengths.alias.push(shortest(stored.aliases))
    this.#lengths.product.push(shortest(stored.products))
    this.#lengths.label.push(this.#texts(document.labels, FIELD.LABEL))
    this.#lengths.people.push(this.#texts(document.people, FIELD.PEOPLE))
    this.#lengths.rest.push(this.#texts(document.rest, FIELD.REST))
    this.#streams.endEntry()
    this.#wholeLengths.push([name, ...aliases].reduce((bits, row) => bits | wholeLengthBit(squashedLength(row)), 0))
    const bytes = Buffer.from(
      [`n${stored.name}`, ...stored.aliases.map((alias) => `a${alias}`), ...stored.products.map((product) => `p${product}`)].join('\n'),
    )
    this.#names.push(bytes)
    this.#nameLengths.push(bytes.length)
    for (const word of this.#touched) {
      this.#log.push(word, this.#entries, this.#masks[word] as number)
      this.#masks[word] = 0
    }
    this.#touched.length = 0
    this.#entries++
    if (this.#entries % BATCH === 0) this.#endBatch()
  }

  finish(): TextIndex {
    this.#endBatch()
    const words = [...this.#places.keys()].sort()
    const sorted = Uint32Array.from(words, (word) => this.#places.get(word) as number)
    this.#places.clear()
    const ranks = new Uint32Array(sorted.length)
    sorted.forEach((place, rank) => {
      ranks[place] = rank
    })
    const { name, alias, product, label, people, rest } = this.#lengths
    return {
      ...this.#gather(sorted),
      lexicon: new Lexicon(words),
      frequencies: Uint32Array.from(sorted, (place) => this.#frequencies[place] as number),
      lengths: {
        name: clamped(name),
        alias: clamped(alias),
        product: clamped(product),
        label: clamped(label),
        people: clamped(people),
        rest: clamped(rest),
      },
      wholeLengths: Uint32Array.from(this.#wholeLengths),
      names: { bytes: Buffer.concat(this.#names), offsets: runningSum(this.#nameLengths) },
      streams: this.#streams.finish(ranks),
    }
  }

  /** Index the texts of a long field and keep their words in order; returns their length. */
  #texts(texts: readonly string[], field: number): number {
    let length = 0
    for (const text of texts) {
      for (const place of this.#index(chunks(text), field)) this.#streams.word(place)
      this.#streams.endText()
      length += text.length
    }
    this.#streams.endField()
    return length
  }

  /** @returns the builder's number of each part in their order. */
  #index(row: Chunk[], field: number, start = 0): number[] {
    const words: string[] = []
    const places: number[] = []
    for (const [index, chunk] of row.entries()) {
      const bits = index === 0 ? field | start : field
      for (const [part, word] of chunk.parts.entries()) {
        words.push(word)
        places.push(this.#word(word, part === 0 ? bits : field))
      }
      if (isCompound(chunk)) this.#word(chunk.joined, bits)
    }
    for (let at = 0; at < words.length; at++) {
      if (!this.#synonyms.phrases.has(words[at] as string)) continue
      for (const phrase of phrasesAt(this.#synonyms, words, at)) this.#word(phrase.key, at === 0 ? field | start : field)
    }
    return places
  }

  #word(word: string, bits: number): number {
    let place = this.#places.get(word)
    if (place === undefined) {
      place = this.#places.size
      this.#places.set(word, place)
      this.#masks.push(0)
      this.#frequencies.push(0)
      this.#lastEntry.push(-1)
    }
    const mask = this.#masks[place] as number
    if (mask === 0) this.#touched.push(place)
    this.#masks[place] = mask | bits
    return place
  }

  /** Sort a batch's log by word (a counting sort keeps the entries in order) and encode each word's run. */
  #endBatch(): void {
    const log = this.#log
    this.#log = []
    const starts = new Uint32Array(this.#places.size + 1)
    for (let at = 0; at < log.length; at += 3) starts[(log[at] as number) + 1] = (starts[(log[at] as number) + 1] as number) + 1
    const words: number[] = []
    for (let word = 0; word < this.#places.size; word++) {
      const count = starts[word + 1] as number
      if (count > 0) words.push(word)
      this.#frequencies[word] = (this.#frequencies[word] as number) + count
      starts[word + 1] = count + (starts[word] as number)
    }
    const order = new Uint32Array(log.length / 3)
    const next = starts.slice()
    for (let at = 0; at < log.length; at += 3) {
      const word = log[at] as number
      const slot = next[word] as number
      order[slot] = at
      next[word] = slot + 1
    }
    const bytes = new Uint8Array(order.length * 6)
    const offsets = new Uint32Array(words.length + 1)
    let end = 0
    for (const [index, word] of words.entries()) {
      offsets[index] = end
      let last = this.#lastEntry[word] as number
      for (let slot = starts[word] as number; slot < (starts[word + 1] as number); slot++) {
        const at = order[slot] as number
        const entry = log[at + 1] as number
        end = encode(bytes, end, (entry - last) * (1 << FIELD_BITS) + (log[at + 2] as number))
        last = entry
      }
      this.#lastEntry[word] = last
    }
    offsets[words.length] = end
    this.#batches.push({ words: Uint32Array.from(words), offsets, bytes: bytes.slice(0, end) })
  }

  /** Put each word's runs of all batches behind one another, words in sorted order. */
  #gather(sorted: Uint32Array): Pick<TextIndex, 'offsets' | 'postings'> {
    const sizes = new Float64Array(sorted.length)
    for (const batch of this.#batches) {
      batch.words.forEach((word, index) => {
        sizes[word] = (sizes[word] as number) + (batch.offsets[index + 1] as number) - (batch.offsets[index] as number)
      })
    }
    const offsets = runningSum(Array.from(sorted, (place) => sizes[place] as number))
    const next = new Float64Array(sorted.length)
    sorted.forEach((place, rank) => {
      next[place] = offsets[rank] as number
    })
    const postings = new Uint8Array(offsets[sorted.length] as number)
    for (const batch of this.#batches) {
      batch.words.forEach((word, index) => {
        const run = batch.bytes.subarray(batch.offsets[index], batch.offsets[index + 1])
        postings.set(run, next[word])
        next[word] = (next[word] as number) + run.length
      })
    }
    this.#batches.length = 0
    return { offsets, postings }
  }
}

/** A value as the name store keeps it: parts of a chunk joined by "-", chunks by a space. */
const asStored = (row: Chunk[]) => row.map((chunk) => chunk.parts.join('-')).join(' ')

const shortest = (values: readonly string[]) => (values.length === 0 ? 0 : Math.min(...values.map((value) => value.length)))
const squashedLength = (row: readonly Chunk[]) => row.reduce((length, chunk) => length + chunk.joined.length, 0)
/** The bit of TextIndex.wholeLengths for a length. */
export const wholeLengthBit = (length: number) => (1 << Math.min(length, 31)) >>> 0

function encode(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let end = at
  while (rest > 127) {
    bytes[end++] = (rest & 127) | 128
    rest = Math.floor(rest / 128)
  }
  bytes[end++] = rest
  return end
}

const MOST_LENGTH = 65_535
const clamped = (lengths: number[]) => Uint16Array.from(lengths, (length) => Math.min(length, MOST_LENGTH))

function runningSum(sizes: readonly number[]): Float64Array {
  const sums = new Float64Array(sizes.length + 1)
  sizes.forEach((size, index) => {
    sums[index + 1] = (sums[index] as number) + size
  })
  return sums
}
