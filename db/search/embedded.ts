/**
 * The engine that needs no server: indexes of organizations and products in this process's memory, built from SQLite and replaced as soon
 * as any process has changed what they hold.
 */

import { type Collection, FILTERS, type FilterName, type Question } from '../question'
import { openReader, type Sqlite } from '../sqlite'
import { DirectoryVocabulary } from '../vocabulary'
import { Index, type Selection } from './collection-index'
import { organizationDocuments, productDocuments } from './documents'
import type { EngineAnswer, EngineStatus, Facets, FacetValue, SearchEngine, Suggestions } from './engine'
import { facetTree, matchingValues } from './facet-values'
import { readSynonyms } from './synonyms'

const DOCUMENTS = { organizations: organizationDocuments, products: productDocuments } as const
const RELEVANCE = { by: 'relevance', descending: false } as const
/** How many close words are offered for each word that nothing holds. */
const CLOSE_WORDS = 3
/** Close words are looked for of this many words at most: each is a search of its own. */
const MOST_WORDS = 6

interface Generation {
  /** What the database said of itself when the indexes were built. */
  stamp: string
  vocabulary: DirectoryVocabulary
  indexes: Record<Collection, Index>
}

export class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded'
  readonly #sqlite: Sqlite
  readonly #dataVersion: () => number
  readonly #stamp: () => string
  #seenVersion: number | undefined
  #generation: Generation | undefined

  /**
   * Built at once, so that no question waits for it.
   * @param dataFolder Holds the database, which must exist.
   * @throws what reading a damaged database throws; nothing stays open then.
   */
  constructor(dataFolder: string) {
    this.#sqlite = openReader(dataFolder)
    const dataVersion = this.#sqlite.prepare('PRAGMA data_version').pluck()
    const stamp = this.#sqlite
      .prepare(
        "SELECT coalesce((SELECT max(seq) FROM changes), 0) || '/' || coalesce((SELECT value FROM settings WHERE key = 'vocabulary'), '')",
      )
      .pluck()
    this.#dataVersion = () => dataVersion.get() as number
    this.#stamp = () => stamp.get() as string
    try {
      this.#current()
    } catch (error) {
      this.#sqlite.close()
      throw error
    }
  }

  async search(question: Question): Promise<EngineAnswer> {
    const { indexes, vocabulary } = this.#current()
    const index = indexes[question.collection]
    const found = index.find(question.q)
    const selection = index.narrow(found, question.filters)
    const from = (question.page - 1) * question.size
    return {
      engine: this.name,
      total: selection.total,
      ids: Array.from(index.ids(selection, question.sort, from, from + question.size)),
      facets: facets(index, question, selection, vocabulary),
      suggestions: selection.total === 0 ? suggestions(index, question, selection) : { words: [], dropFilters: [] },
    }
  }

  async matches(question: Question): Promise<Uint32Array> {
    const index = this.#current().indexes[question.collection]
    const selection = index.narrow(index.find(question.q), question.filters)
    return index.ids(selection, question.sort, 0, selection.total)
  }

  async facetValues(question: Question, facet: FilterName, text: string, most: number): Promise<FacetValue[]> {
    const { indexes, vocabulary } = this.#current()
    const index = indexes[question.collection]
    const counts = countValues(index, question.filters, index.narrow(index.find(question.q), question.filters), [facet])
    return matchingValues(question, facet, index.facets.counted(facet, counts), vocabulary, text).slice(0, most)
  }

  async best(collection: Collection, text: string, most: number): Promise<number[]> {
    const index = this.#current().indexes[collection]
    const selection = index.narrow(index.find(text), {})
    return selection.matches ? Array.from(index.ids(selection, RELEVANCE, 0, most)) : []
  }

  async status(): Promise<EngineStatus> {
    const { indexes } = this.#current()
    return { engine: this.name, organizations: indexes.organizations.size, products: indexes.products.size, lag: 0 }
  }

  async close(): Promise<void> {
    this.#sqlite.close()
  }

  /** The indexes of what is committed now: asking SQLite whether anyone has written costs microseconds. */
  #current(): Generation {
    const version = this.#dataVersion()
    if (this.#generation && version === this.#seenVersion) return this.#generation
    const read = this.#sqlite.transaction(() => {
      const stamp = this.#stamp()
      return this.#generation?.stamp === stamp ? this.#generation : this.#build(stamp)
    })
    const generation = read()
    this.#generation = generation
    this.#seenVersion = version
    return generation
  }

  #build(stamp: string): Generation {
    const vocabulary = new DirectoryVocabulary(this.#sqlite)
    const synonyms = readSynonyms(this.#sqlite)
    const index = (collection: Collection) => new Index(DOCUMENTS[collection](this.#sqlite, vocabulary), synonyms)
    const indexes = { organizations: index('organizations'), products: index('products') }
    for (const built of Object.values(indexes)) built.warm()
    return { stamp, vocabulary, indexes }
  }
}

function facets(index: Index, question: Question, selection: Selection, vocabulary: DirectoryVocabulary): Facets {
  const names: readonly FilterName[] = FILTERS[question.collection]
  const counts = countValues(index, question.filters, selection, names)
  return Object.fromEntries(names.map((name) => [name, facetTree(question, name, index.facets.counted(name, counts), vocabulary)]))
}

/** Count the values of some filters, each under the text and all filters but its own; by the value's place in the index. */
function countValues(index: Index, filters: Question['filters'], selection: Selection, names: readonly FilterName[]): Uint32Array {
  const counts = new Uint32Array(index.facets.values.length)
  const free = names.filter((name) => !filters[name])
  if (free.length > 0) index.facets.count(new Set(free), selection.set, selection.total, counts)
  for (const name of names) {
    if (!filters[name]) continue
    const others = index.narrow(selection, filters, name)
    index.facets.count(new Set([name]), others.set, others.total, counts)
  }
  return counts
}

/** What to change so that something matches: a filter to drop, or a word to spell otherwise. */
function suggestions(index: Index, question: Question, selection: Selection): Suggestions {
  const dropFilters = (Object.keys(question.filters) as FilterName[])
    .map((name) => ({ name, values: [...(question.filters[name] ?? [])], total: index.narrow(selection, question.filters, name).total }))
    .filter((drop) => drop.total > 0)
    .sort((a, b) => b.total - a.total)
  const words: Suggestions['words'] = []
  const { needs } = selection.text
  for (const need of needs.slice(0, MOST_WORDS)) {
    for (const word of index.closeWords(need, CLOSE_WORDS)) {
      const q = needs.map((other) => (other === need ? word : other.typed)).join(' ')
      const { total } = index.narrow(index.find(q), question.filters)
      if (total > 0) words.push({ word: need.typed, instead: word, q, total })
    }
  }
  return { words, dropFilters }
}
