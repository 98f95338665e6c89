/** Building the text side of an index. */
import { type EngineDocument, FIELD } from './fields'
import { GrowingBytes, GrowingNumbers } from './grow'
import { type Postings, PostingsBuilder } from './postings'
import { StreamBuilder } from './stream-builder'
import type { StreamsData } from './streams'
import { phrasesAt, type Synonyms } from './synonyms'
import type { WordListData } from './word-list'
import { type Chunk, chunks, isCompound } from './words'

/** A length that counts as any longer one. */
const MOST_LENGTH = 65_535
/** Cities are labels too, and there is no end of them. */
const MOST_LABELS = 10_000
const LENGTHS = ['name', 'alias', 'product', 'label', 'people', 'rest'] as const

export interface TextData {
  /** The words of all texts, sorted: the lexicon. */
  words: WordListData
  postings: Postings
  /** Characters of the name, of the shortest alias and product name (0 where there is none), and of all of the other fields, per entry. */
  lengths: { readonly [field in (typeof LENGTHS)[number]]: Uint16Array }
  /** Per entry a bit for each number of letters and digits (31 stands for more) that its name or one of its aliases has. */
  wholeLengths: Uint32Array
  names: NameStore
  streams: StreamsData
}

/** The names, aliases and product names of each entry as chunks, for the rules that look at one value and not at a field. */
export interface NameStore {
  /** UTF-8. */
  bytes: Uint8Array
  offsets: Uint32Array
}

export class TextBuilder {
  readonly #synonyms: Synonyms
  readonly #postings = new PostingsBuilder()
  /** Labels that have been read, and what they are in the streams: nearly every one comes again. */
  readonly #labels = new Map<string, { row: Chunk[]; piece: number }>()
  readonly #streams = new StreamBuilder()
  readonly #lengths = Object.fromEntries(LENGTHS.map((field) => [field, new GrowingNumbers()])) as Record<
    (typeof LENGTHS)[number],
    GrowingNumbers
  >
  readonly #wholeLengths = new GrowingNumbers()
  readonly #names = new GrowingBytes()
  readonly #nameOffsets = new GrowingNumbers()

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
    this.#length('name', stored.name.length)
    this.#length('alias', shortest(stored.aliases))
    this.#length('product', shortest(stored.products))
    this.#length('label', this.#texts(document.labels, FIELD.LABEL))
    this.#length('people', this.#texts(document.people, FIELD.PEOPLE))
    this.#length('rest', this.#texts(document.rest, FIELD.REST))
    this.#wholeLengths.push([name, ...aliases].reduce((bits, row) => (bits | wholeLengthBit(squashedLength(row))) >>> 0, 0))
    this.#nameOffsets.push(this.#names.length)
    const values = [`n${stored.name}`, ...stored.aliases.map((alias) => `a${alias}`), ...stored.products.map((product) => `p${product}`)]
    this.#names.pushAll(Buffer.from(values.join('\n')))
    this.#streams.endEntry()
    this.#postings.endEntry()
  }

  finish(): TextData {
    const { words, postings, ranks } = this.#postings.finish()
    this.#nameOffsets.push(this.#names.length)
    return {
      words,
      postings,
      lengths: Object.fromEntries(LENGTHS.map((field) => [field, this.#lengths[field].finish(Uint16Array)])) as TextData['lengths'],
      wholeLengths: this.#wholeLengths.finish(),
      names: { bytes: this.#names.finish(), offsets: this.#nameOffsets.finish() },
      streams: this.#streams.finish(ranks),
    }
  }

  #length(field: (typeof LENGTHS)[number], length: number): void {
    this.#lengths[field].push(Math.min(length, MOST_LENGTH))
  }

  /** Index the texts of a long field and keep their words in order; returns their length. */
  #texts(texts: readonly string[], field: number): number {
    let length = 0
    for (const text of texts) {
      if (field === FIELD.LABEL) this.#label(text)
      else this.#text(chunks(text), field)
      length += text.length
    }
    this.#streams.endField()
    return length
  }

  #text(row: Chunk[], field: number): void {
    this.#index(row, field, 0, this.#streams)
    this.#streams.endText()
  }

  #label(text: string): void {
    const known = this.#labels.get(text)
    if (known) {
      this.#index(known.row, FIELD.LABEL)
      this.#streams.piece(known.piece)
      return
    }
    const row = chunks(text)
    if (this.#labels.size >= MOST_LABELS) {
      this.#text(row, FIELD.LABEL)
      return
    }
    const piece = this.#streams.keep(() => this.#text(row, FIELD.LABEL))
    this.#labels.set(text, { row, piece })
    this.#streams.piece(piece)
  }

  /** @param stream Receives the words in their order, where phrases are looked for in it. */
  #index(row: Chunk[], field: number, start = 0, stream?: StreamBuilder): void {
    const words: string[] = []
    for (const [index, chunk] of row.entries()) {
      const bits = index === 0 ? field | start : field
      const parts = chunk.parts.map((word, part) => this.#postings.add(word, part === 0 ? bits : field))
      words.push(...chunk.parts)
      if (isCompound(chunk)) {
        const whole = this.#postings.add(chunk.joined, bits)
        stream?.compound(chunk.parts.join('-'), parts, whole)
      } else {
        for (const part of parts) stream?.word(part)
      }
    }
    for (let at = 0; at < words.length; at++) {
      if (!this.#synonyms.phrases.has(words[at] as string)) continue
      for (const phrase of phrasesAt(this.#synonyms, words, at)) this.#postings.add(phrase.key, at === 0 ? field | start : field)
    }
  }
}

/** A value as the name store keeps it: parts of a chunk joined by "-", chunks by a space. */
const asStored = (row: readonly Chunk[]) => row.map((chunk) => chunk.parts.join('-')).join(' ')
const shortest = (values: readonly string[]) => (values.length === 0 ? 0 : Math.min(...values.map((value) => value.length)))
const squashedLength = (row: readonly Chunk[]) => row.reduce((length, chunk) => length + chunk.joined.length, 0)

/** The bit of TextData.wholeLengths for a length. */
export const wholeLengthBit = (length: number) => (1 << Math.min(length, 31)) >>> 0
