/**
 * The order of relevance: fewer typos, then the best field that holds all the words, then the shorter such field, then the order in which
 * the entries were given (suppliers of the report, more products, slug). The matches are dealt into a bucket per typos and field; only
 * the buckets that the page reaches are put in order, so the first page of ten thousand matches costs little more than that of ten.
 */
import { append } from './append'
import { type TextData, wholeLengthBit } from './builder'
import { FIELD, LEVEL, LEVELS, levelOf } from './fields'
import { GrowingNumbers } from './grow'
import { type Matches, MOST_TYPOS, maskOf, typosOf } from './match'
import type { NameReader } from './names'
import type { Need, Text } from './text'
import { squash } from './words'

interface Placed {
  entry: number
  length: number
}

/** Entries in the order of relevance, each with what decides before its standing, the lower the better: typos, field and length as one number. */
export interface Ranked {
  entries: Uint32Array
  ranks: Uint32Array
}

/** Lengths that are told apart. */
const LENGTHS = 65_536
const BUCKETS = (MOST_TYPOS + 1) * LEVELS
/** Names read before it is asked again whether the page is full. */
const READ_AT_ONCE = 256
/** Levels at which one value must hold all the words: whole name, start of the name, alias, product name. */
const VALUES = FIELD.START | FIELD.NAME | FIELD.ALIAS | FIELD.PRODUCT

export class Relevance {
  readonly #lengths: TextData['lengths']
  readonly #wholeLengths: Uint32Array
  readonly #names: NameReader

  constructor({ lengths, wholeLengths }: Pick<TextData, 'lengths' | 'wholeLengths'>, names: NameReader) {
    this.#lengths = lengths
    this.#wholeLengths = wholeLengths
    this.#names = names
  }

  /**
   * Entries from one position to another in the order of relevance.
   * @param entries Those that match and pass the filters, ascending.
   */
  page(text: Text, matches: Matches, entries: Uint32Array, from: number, to: number): Ranked {
    const squashed = squash(text.needs.map((need) => need.typed).join(' '))
    const literal = isLiteral(text.needs)
    const { bucketOf, counts } = this.#deal(matches, entries, squashed.length)
    /** Entries that were dealt to a better bucket and, read value by value, turned out to belong to a later one. */
    const moved = new Map<number, Placed[]>()
    const page = new GrowingNumbers()
    const ranks = new GrowingNumbers()
    const add = (entry: number, bucket: number, length: number) => {
      page.push(entry)
      ranks.push(bucket * LENGTHS + Math.min(length, LENGTHS - 1))
    }
    let passed = 0
    for (let bucket = 0; bucket < BUCKETS && passed < to; bucket++) {
      const fromBefore = moved.get(bucket) ?? []
      if (counts[bucket] === 0 && fromBefore.length === 0) continue
      const dealt = inBucket(bucket, entries, bucketOf, counts[bucket] as number)
      const typos = Math.floor(bucket / LEVELS)
      const level = bucket % LEVELS
      const reads =
        level === LEVEL.WHOLE || level === LEVEL.ALIAS || level === LEVEL.PRODUCT || (level === LEVEL.START && !(literal && typos === 0))
      const first = Math.max(0, from - passed)
      const last = to - passed
      if (!reads && fromBefore.length === 0) {
        const lengths = this.#lengthsAt(level)
        for (const entry of inLengthOrder(dealt, lengths, first, last)) add(entry, bucket, lengths[entry] as number)
        passed += dealt.length
        continue
      }
      const placed = [...fromBefore]
      const read = (entry: number) => {
        const mask = maskOf(matches.packed[entry] as number)
        const place = reads
          ? this.#read(entry, mask, level, text.needs, squashed, typos)
          : { level, length: this.#lengthsAt(level)[entry] as number }
        if (place.level === level) placed.push({ entry, length: place.length })
        else append(moved, typos * LEVELS + place.level, { entry, length: place.length })
      }
      this.#readUntil(level, last, dealt, placed, read)
      placed.sort((a, b) => a.length - b.length || a.entry - b.entry)
      for (const { entry, length } of placed.slice(first, last)) add(entry, bucket, length)
      passed += placed.length
    }
    return { entries: page.finish(), ranks: ranks.finish() }
  }

  /**
   * Read entries, those whose value can be shortest first, until no unread one can come before the last that is wanted. A whole name has
   * no such bound: few are as long as what was typed.
   * @param wanted How many of the bucket's first are wanted.
   * @param placed Receives what `read` places.
   */
  #readUntil(level: number, wanted: number, entries: Uint32Array, placed: Placed[], read: (entry: number) => void): void {
    if (level === LEVEL.WHOLE || entries.length <= READ_AT_ONCE) {
      for (const entry of entries) read(entry)
      return
    }
    const bounds = this.#lengthsAt(level)
    const ordered = inLengthOrder(entries, bounds, 0, entries.length)
    for (let at = 0; at < ordered.length; at += READ_AT_ONCE) {
      const bound = bounds[ordered[at] as number] as number
      if (placed.filter(({ length }) => length < bound).length >= wanted) return
      for (const entry of ordered.slice(at, at + READ_AT_ONCE)) read(entry)
    }
  }

  /** Deal entries to the best bucket that their words' fields allow. */
  #deal(matches: Matches, entries: Uint32Array, typed: number): { bucketOf: Uint16Array; counts: Uint32Array } {
    const bucketOf = new Uint16Array(entries.length)
    const counts = new Uint32Array(BUCKETS)
    /** By typos. */
    const allowed: number[] = []
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] as number
      const packed = matches.packed[entry] as number
      const mask = maskOf(packed)
      const typos = Math.min(typosOf(packed), MOST_TYPOS)
      let whole = false
      if ((mask & (FIELD.START | FIELD.ALIAS)) !== 0) {
        allowed[typos] ??= wholeBits(typed, typos)
        whole = ((this.#wholeLengths[entry] as number) & (allowed[typos] as number)) !== 0
      }
      const bucket = typos * LEVELS + (whole ? LEVEL.WHOLE : levelOf(mask))
      bucketOf[at] = bucket
      counts[bucket] = (counts[bucket] as number) + 1
    }
    return { bucketOf, counts }
  }

  /** Where an entry belongs by its values one by one, at `level` or after it. */
  #read(
    entry: number,
    mask: number,
    level: number,
    needs: readonly Need[],
    squashed: string,
    typos: number,
  ): { level: number; length: number } {
    const best = this.#names.best(entry, needs, squashed, typos)
    if (best) return { level: Math.max(best.level, level), length: best.length }
    const field = levelOf(mask & ~VALUES)
    return { level: field, length: this.#lengthsAt(field)[entry] as number }
  }

  #lengthsAt(level: number): Uint16Array {
    if (level <= LEVEL.NAME) return this.#lengths.name
    if (level === LEVEL.ALIAS) return this.#lengths.alias
    if (level === LEVEL.PRODUCT) return this.#lengths.product
    if (level === LEVEL.LABEL) return this.#lengths.label
    return level === LEVEL.PEOPLE ? this.#lengths.people : this.#lengths.rest
  }
}

/** The bits of TextData.wholeLengths that a whole name may have which is `typos` away from `typed` letters. */
function wholeBits(typed: number, typos: number): number {
  let bits = 0
  for (let length = Math.max(0, typed - typos); length <= typed + typos; length++) bits |= wholeLengthBit(length)
  return bits
}

/** The entries of a bucket, `count` of them. */
function inBucket(bucket: number, entries: Uint32Array, bucketOf: Uint16Array, count: number): Uint32Array {
  if (count === entries.length) return entries
  const dealt = new Uint32Array(count)
  for (let at = 0, end = 0; end < count; at++) if (bucketOf[at] === bucket) dealt[end++] = entries[at] as number
  return dealt
}

/** One word without synonyms: where it starts a name, the index itself says so and no name need be read. */
function isLiteral(needs: readonly Need[]): boolean {
  const [only, second] = needs
  return second === undefined && only?.alternatives.length === 1 && only.alternatives[0]?.kind === 'word'
}

/** Entries by length, then as given, from one position to another: a counting sort that gathers only the lengths it needs. */
function inLengthOrder(entries: Uint32Array, lengths: Uint16Array, from: number, to: number): number[] {
  if (from >= entries.length) return []
  const counts: number[] = []
  for (const entry of entries) {
    const length = lengths[entry] as number
    counts[length] = (counts[length] ?? 0) + 1
  }
  const rows: number[][] = []
  let before = 0
  let skipped = 0
  let least = Number.POSITIVE_INFINITY
  let most = -1
  counts.forEach((count, length) => {
    if (before + count <= from) {
      skipped += count
    } else if (before < to) {
      rows[length] = []
      least = Math.min(least, length)
      most = length
    }
    before += count
  })
  for (const entry of entries) {
    const length = lengths[entry] as number
    if (length >= least && length <= most) rows[length]?.push(entry)
  }
  return rows.flat().slice(from - skipped, to - skipped)
}
