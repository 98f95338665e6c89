/** Which entries meet a need, with how many typos and in which fields. */
import { andInto, type Bits, countBits, eachBit, emptyBits, hasBit, setBit } from './bits'
import { FIELD, FIELD_BITS } from './fields'
import type { Lexicon } from './lexicon'
import type { NameReader } from './names'
import { type Postings, USUAL_FIELDS } from './postings'
import type { Streams } from './streams'
import type { AllNeed, Need, PhraseNeed, WordNeed } from './text'

const MASK = (1 << FIELD_BITS) - 1
/** The fields of the name store; the others are in the streams. */
const IN_NAMES = FIELD.START | FIELD.NAME | FIELD.ALIAS | FIELD.PRODUCT
/** More typos than this in one text are not told apart. */
export const MOST_TYPOS = 255

/** Per entry 0 where the need is not met, else typos and fields as `pack` puts them together. */
export interface Matches {
  packed: Uint16Array
  /** The entries that meet the need, and how many they are. */
  bits: Bits
  count: number
}

export const pack = (typos: number, mask: number) => (Math.min(typos, MOST_TYPOS) << FIELD_BITS) | mask
export const typosOf = (packed: number) => packed >>> FIELD_BITS
export const maskOf = (packed: number) => packed & MASK

/** Bytes of matches kept for the words that cost most, at 17 bits per entry of the index. */
const KEPT_BYTES = 24 * 1024 * 1024
/** A need that fewer than one in this many entries meet is found faster than it is worth keeping. */
const WORTH_KEEPING = 200

export class Matcher {
  readonly #bytes: Uint8Array
  readonly #offsets: Uint32Array
  readonly #lexicon: Lexicon
  readonly #streams: Streams
  readonly #names: NameReader
  readonly #size: number
  readonly #kept = new Map<string, Matches>()
  #keptBytes = 0

  constructor({ bytes, offsets }: Postings, lexicon: Lexicon, streams: Streams, names: NameReader, size: number) {
    this.#bytes = bytes
    this.#offsets = offsets
    this.#lexicon = lexicon
    this.#streams = streams
    this.#names = names
    this.#size = size
  }

  /** The entries that meet every need: their typos summed, the fields that hold all of them (REST where none does). Null for no needs. */
  matchAll(needs: readonly Need[]): Matches | null {
    const all = needs.map((need) => this.match(need))
    const [first] = all
    if (!first || all.length === 1) return first ?? null
    const bits = first.bits.slice()
    for (const { bits: other } of all) andInto(bits, other)
    const packed = new Uint16Array(this.#size)
    eachBit(bits, (entry) => (packed[entry] = packTogether(all, entry)))
    return { packed, bits, count: countBits(bits) }
  }

  match(need: Need): Matches {
    const key = JSON.stringify(need.alternatives)
    const kept = this.#kept.get(key)
    if (kept) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const gathered = new Gathered(this.#size)
    for (const alternative of need.alternatives) {
      if (alternative.kind === 'word') this.#word(alternative, gathered)
      else if (alternative.kind === 'phrase') this.#phraseEntries(alternative, gathered)
      else this.#allEntries(alternative, gathered)
    }
    const matches = gathered.matches()
    if (matches.count > this.#size / WORTH_KEEPING) this.#keep(key, matches)
    return matches
  }

  #keep(key: string, matches: Matches): void {
    this.#kept.set(key, matches)
    this.#keptBytes += bytesOf(matches)
    for (const [oldest, old] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES) break
      this.#kept.delete(oldest)
      this.#keptBytes -= bytesOf(old)
    }
  }

  #word(need: WordNeed, gathered: Gathered): void {
    const found = this.#lexicon.matching(need.word, need.prefix, need.typos)
    found.forEach((places, typos) => {
      for (const place of places) this.#eachPosting(place, (entry, fields) => gathered.add(entry, typos, fields))
    })
  }

  /** In how many entries a word of the lexicon stands. @param live The entries that count; undefined for all. */
  frequency(place: number, live: Bits | undefined): number {
    let count = 0
    this.#eachPosting(place, (entry) => {
      if (!live || hasBit(live, entry)) count++
    })
    return count
  }

  /** Visit the entries that have a word of the lexicon, and the bits of the fields it stands in. */
  #eachPosting(place: number, visit: (entry: number, fields: number) => void): void {
    const bytes = this.#bytes
    const end = this.#offsets[place + 1] as number
    let next = 0
    let fields: number = USUAL_FIELDS
    let at = this.#offsets[place] as number
    while (at < end) {
      let byte = bytes[at++] as number
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        value |= (byte & 127) << shift
      }
      const entry = next + (value >>> 1)
      if (value & 1) fields = bytes[at++] as number
      visit(entry, fields)
      next = entry + 1
    }
  }

  /** The entries that have all the words are read to see whether they stand side by side. */
  #phraseEntries(need: PhraseNeed, gathered: Gathered): void {
    const all = this.matchAll(need.words.map((word) => ({ typed: word, alternatives: [{ kind: 'word', word, prefix: false, typos: 0 }] })))
    if (!all) return
    const inStream = this.#streams.phrase(need.words.map((word) => this.#lexicon.find(word)))
    eachBit(all.bits, (entry) => {
      if (gathered.has(entry)) return
      const fields = maskOf(all.packed[entry] as number)
      const mask = (fields & IN_NAMES ? this.#names.holds(entry, need) : 0) | (fields & ~IN_NAMES ? inStream(entry) : 0)
      if (mask !== 0) gathered.add(entry, 0, mask)
    })
  }

  #allEntries(need: AllNeed, gathered: Gathered): void {
    const all = this.matchAll(need.needs)
    if (!all) return
    eachBit(all.bits, (entry) => {
      const packed = all.packed[entry] as number
      gathered.add(entry, typosOf(packed), maskOf(packed))
    })
  }
}

/** Typos and fields for all needs of an entry that meets them. A name starts with a text where it starts with its first word. */
function packTogether(all: readonly Matches[], entry: number): number {
  let typos = 0
  let mask = MASK
  for (let index = 0; index < all.length; index++) {
    const packed = (all[index] as Matches).packed[entry] as number
    typos += typosOf(packed)
    mask &= index === 0 ? packed : packed | FIELD.START
  }
  if ((mask & FIELD.NAME) === 0) mask &= ~FIELD.START
  return pack(typos, mask === 0 ? FIELD.REST : mask)
}

const bytesOf = ({ packed, bits }: Matches) => packed.byteLength + bits.byteLength

/** Gathers postings: of several for one entry those with the fewest typos count, their fields together. */
class Gathered {
  readonly #packed: Uint16Array
  readonly #bits: Bits
  #count = 0

  constructor(size: number) {
    this.#packed = new Uint16Array(size)
    this.#bits = emptyBits(size)
  }

  has(entry: number): boolean {
    return this.#packed[entry] !== 0
  }

  add(entry: number, typos: number, mask: number): void {
    const before = this.#packed[entry] as number
    if (before === 0) {
      this.#count++
      setBit(this.#bits, entry)
      this.#packed[entry] = pack(typos, mask)
    } else if (typosOf(before) === typos) {
      this.#packed[entry] = before | mask
    } else if (typosOf(before) > typos) {
      this.#packed[entry] = pack(typos, mask)
    }
  }

  matches(): Matches {
    return { packed: this.#packed, bits: this.#bits, count: this.#count }
  }
}
