/** The search engine as the rest of the directory knows it: two implementations, one contract (docs/contract.md). */
import type { Collection, FilterName, Question } from '../question'

/** A value of a facet with the number of entries that have it, under the question's text and all filters but this facet's own. */
export interface FacetValue {
  value: string
  label: string
  count: number
  /** Whether the question chooses it; `excluded` whether it leaves out what has it. */
  selected: boolean
  excluded: boolean
  /** The values below a group, family or country, by count. */
  children?: FacetValue[]
}

export type Facets = { [name in FilterName]?: FacetValue[] }

export interface Suggestions {
  /** Words close to those of the text that nothing holds, with the text as it would read with them. */
  words: { word: string; instead: string; q: string; total: number }[]
  /** What dropping one filter would give, all that it chooses and excludes, the most first. */
  dropFilters: { name: FilterName; values: string[]; total: number }[]
}

/** What an engine answers: ids of rows in SQLite, which is where everything else about a hit is read. */
export interface EngineAnswer {
  /** Which engine it comes from. */
  engine: EngineName
  /** Where it comes from another than the one that was chosen: why, as people read it. */
  notice?: string
  total: number
  /** Ids of organizations or products, those of the asked page in order. */
  ids: number[]
  facets: Facets
  suggestions: Suggestions
}

export interface EngineStatus {
  engine: EngineName
  organizations: number
  products: number
  /** Changes in SQLite that the chosen engine does not hold yet. */
  lag: number
  /** Where another engine answers than the chosen one: why, and what was tried, for those who run this. */
  notice?: string
}

export type EngineName = 'embedded' | 'meilisearch'

export interface SearchEngine {
  readonly name: EngineName
  /** The asked page with exact total, all facets and, where nothing matches, suggestions. */
  search(question: Question): Promise<EngineAnswer>
  /** The ids of every match in the order of the screen, whatever `page` and `size` say. */
  matches(question: Question): Promise<Uint32Array>
  /** The same ids in no order, for who counts or adds up: putting all of them in order costs many times as much as finding them. */
  unordered(question: Question): Promise<Uint32Array>
  /** The values of one facet whose label holds the typed words (in any order, the last as a prefix), with their counts under the question. */
  facetValues(question: Question, facet: FilterName, text: string, most: number): Promise<FacetValue[]>
  /** As one types: ids of the best organizations or products for a text. */
  best(collection: Collection, text: string, most: number): Promise<number[]>
  status(): Promise<EngineStatus>
  close(): Promise<void>
}
