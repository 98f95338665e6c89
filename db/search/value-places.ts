/** The values of facets over several indexes, each with one place: that of the first index, further ones behind its last. */
import type { FacetIndex } from './facets'

export class ValuePlaces {
  /** How many places there are. */
  readonly size: number
  readonly #first: FacetIndex
  /** What the first index does not have, by filter. */
  readonly #more = new Map<string, Map<string, number>>()
  /** Per further index the place of each of its values. */
  readonly #places: Uint32Array[]

  constructor([first, ...others]: readonly FacetIndex[]) {
    if (!first) throw new Error('There is no index whose values could have places.')
    this.#first = first
    let size = first.size
    this.#places = others.map((facets) => {
      const places = new Uint32Array(facets.size)
      for (const filter of facets.filters) {
        for (const [value, place] of facets.of(filter)) {
          const known = this.placeOf(filter, value)
          places[place] = known ?? size
          if (known !== undefined) continue
          const more = this.#more.get(filter) ?? new Map<string, number>()
          this.#more.set(filter, more.set(value, size++))
        }
      }
      return places
    })
    this.size = size
  }

  /** The place of a value, or undefined where nothing has it. */
  placeOf(filter: string, value: string): number | undefined {
    return this.#first.of(filter).get(value) ?? this.#more.get(filter)?.get(value)
  }

  /** The values of a filter with their counts. @param counts By place. */
  *counted(filter: string, counts: Uint32Array): Generator<[value: string, count: number]> {
    for (const [value, place] of this.#first.of(filter)) yield [value, counts[place] as number]
    for (const [value, place] of this.#more.get(filter) ?? []) yield [value, counts[place] as number]
  }

  /** Add the counts of a further index to those by place. @param index Its number; the first has 0. */
  addTo(into: Uint32Array, index: number, counts: Uint32Array): void {
    const places = this.#places[index - 1]
    if (!places) return
    for (let at = 0; at < counts.length; at++) {
      const place = places[at] as number
      into[place] = (into[place] as number) + (counts[at] as number)
    }
  }
}
