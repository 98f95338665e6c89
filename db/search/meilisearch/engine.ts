/** The engine that asks a Meilisearch server: one round trip per question, and no answer from an index that is not current. */
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { type Collection, FILTERS, type FilterName, type Question } from '../../question'
import type { MeilisearchSettings } from '../../settings'
import type { EngineAnswer, EngineStatus, Facets, FacetValue, SearchEngine, Suggestions } from '../engine'
import { facetTree, matchingValues } from '../facet-values'
import { readText } from '../text'
import { type Found, SearchConnection } from './connection'
import { anyOf, decodeValue } from './filter'
import { MOST_HITS } from './index-settings'
import { inContractOrder, ORDERED_HITS } from './order'
import { type Asked, FIRST_HITS, isByRelevance, NO_HITS, Queries } from './queries'
import type { Source } from './source'
import { holds, type State } from './state'
import { closeWords } from './suggestions'

/** The index is behind the truth, or of something else; `state` is what it says of itself. */
export class NotCurrent extends Error {
  constructor(readonly state: State | undefined) {
    super('The index of Meilisearch does not hold what the database holds.')
    this.name = 'NotCurrent'
  }
}

type Result = MultiSearchResult<Found>
type Distributions = Record<string, Record<string, number>>

export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch'
  readonly #source: Source
  readonly #connection: SearchConnection
  readonly #queries: Queries
  #state: State | undefined

  constructor(settings: MeilisearchSettings, source: Source) {
    this.#source = source
    this.#connection = new SearchConnection(settings)
    this.#queries = new Queries(settings)
  }

  /** What the index said of itself when it was last asked. */
  get state(): State | undefined {
    return this.#state
  }

  async search(question: Question): Promise<EngineAnswer> {
    const asked = await this.#read(question)
    const { page, size, filters, collection } = question
    const names: readonly FilterName[] = FILTERS[collection]
    const filtered = names.filter((name) => filters[name])
    const facets = names.filter((name) => !filters[name])
    const counting = filtered.map((name) => ({ ...this.#queries.of(asked, name), ...NO_HITS, facets: [name] }))
    const { ids, main, others } = await this.#hits(asked, (page - 1) * size, size, { facets }, counting)
    const total = totalOf(main)
    const distributions = [main, ...others].reduce<Distributions>((all, result) => Object.assign(all, result?.facetDistribution), {})
    return {
      engine: this.name,
      total,
      ids,
      facets: this.#facets(question, distributions),
      suggestions: total === 0 ? await this.#suggestions(asked, filtered, others.map(totalOf)) : { words: [], dropFilters: [] },
    }
  }

  async matches(question: Question): Promise<Uint32Array> {
    const { ids } = await this.#hits(await this.#read(question), 0, MOST_HITS)
    return Uint32Array.from(ids)
  }

  async unordered(question: Question): Promise<Uint32Array> {
    const [found] = await this.#ask([{ ...this.#queries.of(await this.#read(question)), sort: [], page: 1, hitsPerPage: MOST_HITS }])
    return Uint32Array.from(idsOf(found))
  }

  async facetValues(question: Question, facet: FilterName, text: string, most: number): Promise<FacetValue[]> {
    const vocabulary = this.#source.vocabulary()
    const query = this.#queries.of(await this.#read(question), facet)
    // Suppliers are too many to be counted all: only those that can be meant are.
    const meant = facet === 'supplier' ? matchingValues(question, facet, oneOfEach(vocabulary.values(facet)), vocabulary, text) : undefined
    const filter = meant ? [...query.filter, anyOf(facet, [NOBODY, ...meant.map(({ value }) => value)])] : query.filter
    const [counted] = await this.#ask([{ ...query, filter, ...NO_HITS, facets: [facet] }])
    const counts = countsOf(counted?.facetDistribution ?? {}, facet)
    return matchingValues(question, facet, counts, vocabulary, text).slice(0, most)
  }

  async best(collection: Collection, q: string, most: number): Promise<number[]> {
    const asked = await this.#read({ collection, q, filters: {}, sort: { by: 'relevance', descending: false } })
    return isByRelevance(asked) ? (await this.#hits(asked, 0, most)).ids : []
  }

  async status(): Promise<EngineStatus> {
    const [organizations, products] = await this.#ask([this.#queries.everything('organizations'), this.#queries.everything('products')])
    return { engine: this.name, organizations: totalOf(organizations), products: totalOf(products), lag: 0 }
  }

  async close(): Promise<void> {}

  /** A question with its text read. One of more words than the server looks at takes a round trip of its own here, for the rest of them. */
  async #read(question: Pick<Question, 'collection' | 'q' | 'filters' | 'sort'>): Promise<Asked> {
    const { collection, q, filters, sort } = question
    const text = readText(q, this.#source.synonyms())
    const parts = this.#queries.parts({ collection, text })
    const found = parts.length > 0 ? await this.#ask(parts.map((part) => ({ ...part, page: 1, hitsPerPage: MOST_HITS }))) : []
    const conditions = found.map((result) => `id IN [${[NO_ID, ...idsOf(result)].join(', ')}]`)
    return { collection, q, filters, sort, text, conditions }
  }

  /**
   * The ids of hits from a position on, with the result that speaks of all of them and those of other searches that go with it.
   * @param more Asked of all hits besides.
   */
  async #hits(asked: Asked, from: number, size: number, more: Partial<MultiSearchQuery> = {}, others: MultiSearchQuery[] = []) {
    const query = { ...this.#queries.of(asked), ...more }
    if (!isByRelevance(asked)) {
      const [main, ...rest] = await this.#ask([{ ...query, page: from / size + 1, hitsPerPage: size }, ...others])
      return { ids: idsOf(main), main, others: rest }
    }
    const to = from + size
    const deep = to > ORDERED_HITS ? [{ ...this.#queries.of(asked), page: 1, hitsPerPage: to }] : []
    const [main, whole, ...rest] = await this.#ask([{ ...query, ...FIRST_HITS }, this.#queries.whole(asked), ...others, ...deep])
    // The server's first hits are all of them, or those whose whole name was typed may stand further down.
    const named = totalOf(main) > ORDERED_HITS ? idsOf(whole) : []
    const first = inContractOrder(asked, main?.hits ?? [], named, this.#source)
    const isFirst = new Set(first)
    const later = deep.length > 0 ? idsOf(rest.pop()).filter((id) => !isFirst.has(id)) : []
    return { ids: [...first, ...later].slice(from, to), main, others: rest }
  }

  /** @throws {NotCurrent} where the index does not hold what the database held when the question came. */
  async #ask(queries: MultiSearchQuery[]): Promise<Result[]> {
    const truth = this.#source.stamp()
    const { state, results } = await this.#connection.search(queries)
    this.#state = state
    if (!holds(state, truth)) throw new NotCurrent(state)
    return results
  }

  #facets(question: Question, distributions: Distributions): Facets {
    const vocabulary = this.#source.vocabulary()
    const names: readonly FilterName[] = FILTERS[question.collection]
    return Object.fromEntries(names.map((name) => [name, facetTree(question, name, countsOf(distributions, name), vocabulary)]))
  }

  /** @param without The filters of the question, and the totals with each of them dropped. */
  async #suggestions(asked: Asked, filtered: readonly FilterName[], without: readonly number[]): Promise<Suggestions> {
    const dropFilters = filtered
      .map((name, at) => ({ name, values: [...(asked.filters[name] ?? [])], total: without[at] ?? 0 }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total)
    const words = await closeWords(
      asked,
      this.#source,
      (texts) => this.#eachOf(texts, { ...asked, filters: {} }, FIRST_HITS, idsOf),
      (texts) => this.#eachOf(texts, asked, NO_HITS, totalOf),
    )
    return { words, dropFilters }
  }

  /** Ask a question with other texts. */
  async #eachOf<T>(texts: string[], asked: Asked, page: Partial<MultiSearchQuery>, read: (result: Result) => T): Promise<T[]> {
    const each = await Promise.all(texts.map((q) => this.#read({ ...asked, q })))
    return (await this.#ask(each.map((other) => ({ ...this.#queries.of(other), ...page })))).map(read)
  }
}

/** No entry has this id, and no slug is empty: with them a list of nobody is no empty list, which the server refuses. */
const NO_ID = 0
const NOBODY = ''

const idsOf = (result: Result | undefined) => result?.hits.map(({ id }) => id) ?? []
const totalOf = (result: Result | undefined) => result?.totalHits ?? 0

function countsOf(distributions: Distributions, filter: FilterName): [value: string, count: number][] {
  return Object.entries(distributions[filter] ?? {}).map(([value, count]) => [decodeValue(value), count])
}

const oneOfEach = (terms: readonly { value: string }[]) => terms.map(({ value }) => [value, 1] as const)
