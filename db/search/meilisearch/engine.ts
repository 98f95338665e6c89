/** The engine that asks a Meilisearch server: one round trip per question, and no answer from an index that is not current. */
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { type Collection, FILTERS, type FilterName, type Question } from '../../question'
import type { MeilisearchSettings } from '../../settings'
import type { EngineAnswer, EngineStatus, Facets, FacetValue, SearchEngine, Suggestions } from '../engine'
import { facetTree, matchingValues } from '../facet-values'
import { readText, type Text } from '../text'
import { type Found, indexUid, SearchConnection } from './connection'
import { sortField, TIES } from './document'
import { anyOf, decodeValue, printFilters } from './filter'
import { MOST_HITS } from './index-settings'
import { inContractOrder, ORDERED_HITS } from './order'
import type { Source } from './source'
import { holds, type State } from './state'
import { closeWords } from './suggestions'
import { printText } from './text'

/** The index is behind the truth, or of something else; `state` is what it says of itself. */
export class NotCurrent extends Error {
  constructor(readonly state: State | undefined) {
    super('The index of Meilisearch does not hold what the database holds.')
    this.name = 'NotCurrent'
  }
}

type Result = MultiSearchResult<Found>

export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch'
  readonly #settings: MeilisearchSettings
  readonly #source: Source
  readonly #connection: SearchConnection

  constructor(settings: MeilisearchSettings, source: Source) {
    this.#settings = settings
    this.#source = source
    this.#connection = new SearchConnection(settings)
  }

  async search(question: Question): Promise<EngineAnswer> {
    const text = this.#read(question.q)
    const from = (question.page - 1) * question.size
    const names: readonly FilterName[] = FILTERS[question.collection]
    const asked = names.filter((name) => question.filters[name])
    const free = names.filter((name) => !question.filters[name])
    const isOrdered = byRelevance(question, text) && from < ORDERED_HITS
    const page = isOrdered ? { page: 1, hitsPerPage: Math.max(ORDERED_HITS, from + question.size) } : pageOf(question)
    const [main, ...others] = await this.#ask([
      { ...this.#query(question, text), ...page, facets: free },
      ...asked.map((name) => ({ ...this.#query(question, text, name), ...NO_HITS, facets: [name] })),
    ])
    const total = totalOf(main)
    const distributions = [main, ...others].reduce<Distributions>((all, result) => Object.assign(all, result?.facetDistribution), {})
    const ids = idsOf(main)
    return {
      engine: this.name,
      total,
      ids: isOrdered ? this.#ordered(question, ids).slice(from, from + question.size) : ids,
      facets: this.#facets(question, distributions),
      suggestions: total === 0 ? await this.#suggestions(question, text, asked, others.map(totalOf)) : { words: [], dropFilters: [] },
    }
  }

  async matches(question: Question): Promise<Uint32Array> {
    const text = this.#read(question.q)
    const [all] = await this.#ask([{ ...this.#query(question, text), page: 1, hitsPerPage: MOST_HITS }])
    const ids = idsOf(all)
    return Uint32Array.from(byRelevance(question, text) ? this.#ordered(question, ids) : ids)
  }

  async facetValues(question: Question, facet: FilterName, text: string, most: number): Promise<FacetValue[]> {
    const vocabulary = this.#source.vocabulary()
    const query = this.#query(question, this.#read(question.q), facet)
    // Suppliers are too many to be counted all: only those that can be meant are.
    const meant = facet === 'supplier' ? matchingValues(question, facet, oneOfEach(vocabulary.values(facet)), vocabulary, text) : undefined
    const filter = meant ? [...query.filter, anyOf(facet, [NOBODY, ...meant.map(({ value }) => value)])] : query.filter
    const [counted] = await this.#ask([{ ...query, filter, ...NO_HITS, facets: [facet] }])
    const counts = countsOf(counted?.facetDistribution ?? {}, facet)
    return matchingValues(question, facet, counts, vocabulary, text).slice(0, most)
  }

  async best(collection: Collection, text: string, most: number): Promise<number[]> {
    const read = this.#read(text)
    if (read.needs.length === 0) return []
    const question = { collection, q: text, filters: {}, sort: RELEVANCE }
    const [found] = await this.#ask([{ ...this.#query(question, read), page: 1, hitsPerPage: Math.max(most, ORDERED_HITS) }])
    return this.#ordered(question, idsOf(found)).slice(0, most)
  }

  async status(): Promise<EngineStatus> {
    const count = (name: Collection): MultiSearchQuery => ({ indexUid: indexUid(this.#settings, name), q: '', ...NO_HITS })
    const [organizations, products] = await this.#ask([count('organizations'), count('products')])
    return { engine: this.name, organizations: totalOf(organizations), products: totalOf(products), lag: 0 }
  }

  async close(): Promise<void> {}

  #read(q: string): Text {
    return readText(q, this.#source.synonyms())
  }

  /** @throws {NotCurrent} where the index does not hold what the database held when the question came. */
  async #ask(queries: MultiSearchQuery[]): Promise<Result[]> {
    const truth = this.#source.stamp()
    const { state, results } = await this.#connection.search(queries)
    if (!holds(state, truth)) throw new NotCurrent(state)
    return results
  }

  #query({ collection, filters, sort }: Pick<Question, 'collection' | 'filters' | 'sort'>, text: Text, without?: FilterName) {
    const { by, descending } = sort
    const q = printText(text)
    const sorted = [`${sortField(by)}:${descending ? 'desc' : 'asc'}`, 'slug:asc']
    return {
      indexUid: indexUid(this.#settings, collection),
      q,
      filter: printFilters(filters, without),
      sort: by !== 'relevance' ? sorted : q === '' ? [...TIES] : [],
      attributesToRetrieve: ['id'],
      matchingStrategy: 'all' as const,
    }
  }

  #ordered({ collection, q }: Pick<Question, 'collection' | 'q'>, ids: number[]): number[] {
    return [...inContractOrder(collection, q, ids.slice(0, ORDERED_HITS), this.#source), ...ids.slice(ORDERED_HITS)]
  }

  /** Ask a question with other texts, all in one round trip. */
  async #eachOf<T>(
    texts: string[],
    question: Question,
    page: { page: number; hitsPerPage: number },
    read: (result: Result) => T,
  ): Promise<T[]> {
    return (await this.#ask(texts.map((q) => ({ ...this.#query(question, this.#read(q)), ...page })))).map(read)
  }

  #facets(question: Question, distributions: Distributions): Facets {
    const vocabulary = this.#source.vocabulary()
    const names: readonly FilterName[] = FILTERS[question.collection]
    return Object.fromEntries(names.map((name) => [name, facetTree(question, name, countsOf(distributions, name), vocabulary)]))
  }

  /** @param without The filters of the question, and the totals with each of them dropped. */
  async #suggestions(question: Question, text: Text, asked: FilterName[], without: number[]): Promise<Suggestions> {
    const dropFilters = asked
      .map((name, at) => ({ name, values: [...(question.filters[name] ?? [])], total: without[at] ?? 0 }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total)
    const find = (texts: string[]) => this.#eachOf(texts, { ...question, filters: {} }, { page: 1, hitsPerPage: ORDERED_HITS }, idsOf)
    const count = (texts: string[]) => this.#eachOf(texts, question, NO_HITS, totalOf)
    const words = await closeWords(question, text, this.#source, find, count)
    return { words, dropFilters }
  }
}

const RELEVANCE = { by: 'relevance', descending: false } as const
const NO_HITS = { page: 1, hitsPerPage: 0 } as const
/** No slug is empty: a filter of nobody's finds nothing, where one without values would be no filter. */
const NOBODY = ''

type Distributions = Record<string, Record<string, number>>

const byRelevance = ({ sort }: Pick<Question, 'sort'>, { needs }: Text) => sort.by === 'relevance' && needs.length > 0
const pageOf = ({ page, size }: Question) => ({ page, hitsPerPage: size })
const idsOf = (result: Result | undefined) => result?.hits.map(({ id }) => id) ?? []
const totalOf = (result: Result | undefined) => result?.totalHits ?? 0

function countsOf(distributions: Distributions, filter: FilterName): [value: string, count: number][] {
  return Object.entries(distributions[filter] ?? {}).map(([value, count]) => [decodeValue(value), count])
}

const oneOfEach = (terms: readonly { value: string }[]) => terms.map(({ value }) => [value, 1] as const)
