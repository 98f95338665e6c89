/**
 * The engine that needs no server: indexes of organizations and products in this process's memory, built from SQLite and replaced as soon
 * as any process has changed what they hold.
 */

import { type Collection, FILTERS, type FilterName, type Question } from '../question'
import { openReader, type Sqlite } from '../sqlite'
import { DirectoryVocabulary } from '../vocabulary'
import { type Built, buildIndexes, forBoth } from './build'
import { Index } from './collection-index'
import { documents } from './documents'
import type { EngineAnswer, EngineStatus, Facets, FacetValue, SearchEngine, Suggestions } from './engine'
import { facetTree, matchingValues } from './facet-values'
import { keysReader } from './keys'
import { Layer } from './layer'
import { Layers, type Selection } from './layers'
import { Rebuild } from './rebuild'
import { type State, stateReader } from './state'
import { readSynonyms } from './synonyms'

const RELEVANCE = { by: 'relevance', descending: false } as const
/** How many close words are offered for each word that nothing holds. */
const CLOSE_WORDS = 3
/** Close words are looked for of this many words at most: each is a search of its own. */
const MOST_WORDS = 6
/** Where one write changes so large a share of the organizations, the large indexes are built anew at once. */
const MOST_AT_ONCE = 0.5
/** Where so many of them, and so large a share, have changed since the large indexes were built, these are built anew meanwhile. */
const MOST_OUTDATED = 100
const MOST_OUTDATED_SHARE = 0.125

/** What the indexes hold. */
interface Generation {
  state: State
  vocabulary: DirectoryVocabulary
  layers: Record<Collection, Layers>
}

export class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded'
  readonly #sqlite: Sqlite
  readonly #dataVersion: () => number
  readonly #state: () => State
  readonly #changedSince: (seq: number) => number[]
  readonly #inSnapshot: <Answer>(work: (generation: Generation) => Answer) => Answer
  readonly #dataFolder: string
  #seenVersion: number | undefined
  #generation: Generation | undefined
  #rebuild: Rebuild | undefined

  /**
   * Built at once, so that no question waits for it.
   * @param dataFolder Holds the database, which must exist.
   * @throws what reading a damaged database throws; nothing stays open then.
   */
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
    this.#sqlite = openReader(dataFolder)
    const dataVersion = this.#sqlite.prepare('PRAGMA data_version').pluck()
    const changed = this.#sqlite.prepare('SELECT organization_id FROM changes WHERE seq > ?').pluck()
    this.#dataVersion = () => dataVersion.get() as number
    this.#state = stateReader(this.#sqlite)
    this.#changedSince = (seq) => changed.all(seq) as number[]
    const transaction = this.#sqlite.transaction((work: (generation: Generation) => unknown) => work(this.#current()))
    this.#inSnapshot = <Answer>(work: (generation: Generation) => Answer) => transaction(work) as Answer
    try {
      this.#inSnapshot(({ layers }) => {
        for (const entries of Object.values(layers)) entries.warm()
      })
    } catch (error) {
      this.#sqlite.close()
      throw error
    }
  }

  async search(question: Question): Promise<EngineAnswer> {
    return this.#inSnapshot(({ layers, vocabulary }) => {
      const entries = layers[question.collection]
      const selection = entries.narrow(entries.find(question.q), question.filters)
      const from = (question.page - 1) * question.size
      return {
        engine: this.name,
        total: selection.total,
        ids: Array.from(entries.ids(selection, question.sort, from, from + question.size)),
        facets: facets(entries, question, selection, vocabulary),
        suggestions: selection.total === 0 ? suggestions(entries, question, selection) : { words: [], dropFilters: [] },
      }
    })
  }

  async matches(question: Question): Promise<Uint32Array> {
    return this.#inSnapshot(({ layers }) => {
      const entries = layers[question.collection]
      const selection = entries.narrow(entries.find(question.q), question.filters)
      return entries.ids(selection, question.sort, 0, selection.total)
    })
  }

  async unordered(question: Question): Promise<Uint32Array> {
    return this.#inSnapshot(({ layers }) => {
      const entries = layers[question.collection]
      return entries.members(entries.narrow(entries.find(question.q), question.filters))
    })
  }

  async facetValues(question: Question, facet: FilterName, text: string, most: number): Promise<FacetValue[]> {
    return this.#inSnapshot(({ layers, vocabulary }) => {
      const entries = layers[question.collection]
      const selection = entries.narrow(entries.find(question.q), question.filters)
      const counts = countValues(entries, question.filters, selection, [facet])
      return matchingValues(question, facet, entries.values.counted(facet, counts), vocabulary, text).slice(0, most)
    })
  }

  async best(collection: Collection, text: string, most: number): Promise<number[]> {
    return this.#inSnapshot(({ layers }) => {
      const entries = layers[collection]
      const found = entries.find(text)
      return found.text.needs.length > 0 ? Array.from(entries.ids(entries.narrow(found, {}), RELEVANCE, 0, most)) : []
    })
  }

  async status(): Promise<EngineStatus> {
    return this.#inSnapshot(({ layers: { organizations, products } }) => ({
      engine: this.name,
      organizations: organizations.size,
      products: products.size,
      lag: 0,
    }))
  }

  async close(): Promise<void> {
    await this.#rebuild?.stop()
    this.#sqlite.close()
  }

  /** The indexes of what is committed as the snapshot began: asking SQLite whether anyone has written costs microseconds. */
  #current(): Generation {
    const version = this.#dataVersion()
    const built = this.#rebuild?.take()
    if (this.#generation && version === this.#seenVersion && !built) return this.#generation
    const state = this.#state()
    const before = built?.state.vocabulary === state.vocabulary ? this.#adopt(built) : this.#generation
    const generation = before && canFollow(before.state, state) ? this.#follow(before, state) : this.#adopt(buildIndexes(this.#sqlite))
    this.#generation = generation
    this.#seenVersion = version
    return generation
  }

  /** The indexes with what has changed since; built anew at once where that is most of what there is, else meanwhile where it is much. */
  #follow(before: Generation, state: State): Generation {
    if (before.state.seq === state.seq) return before
    const changed = this.#changedSince(before.state.seq)
    if (changed.length > before.layers.organizations.size * MOST_AT_ONCE) return this.#adopt(buildIndexes(this.#sqlite))
    const vocabulary = new DirectoryVocabulary(this.#sqlite)
    const layers = forBoth((collection) =>
      before.layers[collection].with(changed, (owners) => documents(collection, this.#sqlite, vocabulary, owners)),
    )
    const { outdated, size } = layers.organizations
    if (outdated > Math.max(MOST_OUTDATED, size * MOST_OUTDATED_SHARE)) this.#beginRebuild()
    return { state, vocabulary, layers }
  }

  #beginRebuild(): void {
    if (this.#rebuild?.over !== false) this.#rebuild = new Rebuild(this.#dataFolder)
  }

  /** Take built indexes into use. They may be of a moment that has passed. */
  #adopt({ state, indexes }: Built): Generation {
    const synonyms = readSynonyms(this.#sqlite)
    const layers = forBoth((collection) => {
      const large = new Layer(new Index(indexes[collection], synonyms))
      return new Layers(large, [], synonyms, keysReader(collection, this.#sqlite))
    })
    return { state, vocabulary: new DirectoryVocabulary(this.#sqlite), layers }
  }
}

/** Not where the words have changed, nor where the database has gone back in time, as by a backup put in its place. */
const canFollow = (before: State, now: State) => before.vocabulary === now.vocabulary && before.seq <= now.seq

function facets(entries: Layers, question: Question, selection: Selection, vocabulary: DirectoryVocabulary): Facets {
  const names: readonly FilterName[] = FILTERS[question.collection]
  const counts = countValues(entries, question.filters, selection, names)
  return Object.fromEntries(names.map((name) => [name, facetTree(question, name, entries.values.counted(name, counts), vocabulary)]))
}

/** Count the values of some filters, each under the text and all filters but its own; by the value's place in the entries. */
function countValues(entries: Layers, filters: Question['filters'], selection: Selection, names: readonly FilterName[]): Uint32Array {
  const counts = new Uint32Array(entries.values.size)
  const free = names.filter((name) => !filters[name])
  if (free.length > 0) entries.count(new Set(free), selection, counts)
  for (const name of names) {
    if (!filters[name]) continue
    entries.count(new Set([name]), entries.narrow(selection, filters, name), counts)
  }
  return counts
}

/** What to change so that something matches: a filter to drop, or a word to spell otherwise. */
function suggestions(entries: Layers, question: Question, selection: Selection): Suggestions {
  const dropFilters = (Object.keys(question.filters) as FilterName[])
    .map((name) => ({ name, values: [...(question.filters[name] ?? [])], total: entries.narrow(selection, question.filters, name).total }))
    .filter((drop) => drop.total > 0)
    .sort((a, b) => b.total - a.total)
  const words: Suggestions['words'] = []
  const { needs } = selection.text
  for (const need of needs.slice(0, MOST_WORDS)) {
    for (const word of entries.closeWords(need, CLOSE_WORDS)) {
      const q = needs.map((other) => (other === need ? word : other.typed)).join(' ')
      const { total } = entries.narrow(entries.find(q), question.filters)
      if (total > 0) words.push({ word: need.typed, instead: word, q, total })
    }
  }
  return { words, dropFilters }
}
