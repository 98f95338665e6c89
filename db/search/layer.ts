/** An index with those of its entries that still stand: what has been replaced or removed since it was built counts no more. */
import type { Sort } from '../question'
import { type Bits, countBits, countCommon, dropFrom, emptyBits, fullBits, hasBit, setBit } from './bits'
import { buildIndex, Index, type Page, type Part } from './collection-index'
import type { EngineDocument } from './fields'
import type { EntryKeys } from './keys'
import type { Matches } from './match'
import type { Synonyms } from './synonyms'
import type { Text } from './text'

export class Layer {
  readonly index: Index
  /** How many entries stand. */
  readonly size: number
  /** Those that stand, and those that do not; undefined while all do. */
  readonly live: Bits | undefined
  readonly #dead: Bits | undefined
  /** The keys of each entry where they are kept. */
  readonly #keys: readonly EntryKeys[] | undefined
  /** Of texts whose matches are kept. */
  readonly #counts = new WeakMap<Matches, Uint32Array>()

  constructor(index: Index, keys?: readonly EntryKeys[], dead?: Bits) {
    this.index = index
    this.#keys = keys
    this.#dead = dead
    this.size = index.size - (dead ? countBits(dead) : 0)
    if (!dead) return
    this.live = fullBits(index.size)
    dropFrom(this.live, dead)
  }

  /** A layer of its own for few entries, which keeps their keys. @param documents In relevance's last order. */
  static of(documents: Iterable<EngineDocument>, synonyms: Synonyms): Layer {
    const keys: EntryKeys[] = []
    const index = new Index(buildIndex(keeping(documents, keys), synonyms), synonyms)
    return new Layer(index, keys)
  }

  /** The same without what belongs to some organizations. */
  without(owners: Bits): Layer {
    const { size, owners: ownerOf } = this.index
    const dead = this.#dead?.slice() ?? emptyBits(size)
    let dropped = false
    for (let entry = 0; entry < size; entry++) {
      if (!has(owners, ownerOf[entry] as number)) continue
      setBit(dead, entry)
      dropped = true
    }
    return dropped ? new Layer(this.index, this.#keys, dead) : this
  }

  /** The organizations whose entries stand. */
  owners(): Set<number> {
    const owners = new Set<number>()
    for (let entry = 0; entry < this.index.size; entry++) {
      if (!this.live || hasBit(this.live, entry)) owners.add(this.index.owners[entry] as number)
    }
    return owners
  }

  /** Count the values of some filters in a part, by their place in the index. */
  count(filters: ReadonlySet<string>, part: Part, into: Uint32Array): void {
    const { facets } = this.index
    if (part.set !== undefined && part.set === this.live && this.#dead) facets.countOthers(filters, this.#dead, into)
    else if (part.unfiltered && part.matches && filters.size > 1) facets.copy(this.#allCounts(part, part.matches), filters, into)
    else facets.count(filters, part.set, part.total, into)
  }

  /** The counts of what a text alone matches: another page, another order and the next letter but one ask for them again. */
  #allCounts({ set, total }: Part, matches: Matches): Uint32Array {
    const { facets } = this.index
    let counts = this.#counts.get(matches)
    if (!counts) {
      counts = new Uint32Array(facets.size)
      facets.count(facets.filters, set, total, counts)
      this.#counts.set(matches, counts)
    }
    return counts
  }

  page(part: Part, text: Text, sort: Sort, from: number, to: number): Page {
    return this.index.page(part, text, sort, from, to)
  }

  /** @param read Reads the keys of a row, where this layer does not keep them. */
  keysOf(entry: number, read: (id: number) => EntryKeys): EntryKeys {
    return this.#keys?.[entry] ?? read(this.index.ids[entry] as number)
  }

  /** Whether any entry that matches stands. */
  hasAny({ bits, count }: Matches): boolean {
    return this.live ? countCommon(bits, this.live) > 0 : count > 0
  }
}

/** Organizations as bits by their id. */
export function ownerBits(owners: Iterable<number>): Bits {
  const all = [...owners]
  const bits = emptyBits(all.reduce((most, owner) => Math.max(most, owner), 0) + 1)
  for (const owner of all) setBit(bits, owner)
  return bits
}

const has = (bits: Bits, entry: number) => entry < bits.length * 32 && hasBit(bits, entry)

function* keeping(documents: Iterable<EngineDocument>, keys: EntryKeys[]): Generator<EngineDocument> {
  for (const document of documents) {
    keys.push({ slug: document.slug, standing: document.standing, sorts: document.sorts })
    yield document
  }
}
