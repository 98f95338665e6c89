/** One Meilisearch server as this process talks to it, through the official client. */
import { Meilisearch, type MultiSearchQuery, type MultiSearchResult } from 'meilisearch'
import type { Collection } from '../../question'
import type { MeilisearchSettings } from '../../settings'
import type { State } from './state'

/** A question that has no answer by then gets none: a person has stopped waiting. */
const SEARCH_TIMEOUT_MS = 3_000
/** Settings and batches of thousands of documents take longer to be taken in. */
const INDEX_TIMEOUT_MS = 120_000
/** Compressed on the way, an answer takes more than three times as long, for the server must compress it first. */
const REQUEST = { headers: { 'accept-encoding': 'identity' } }

export type IndexName = Collection | 'state'
export const INDEX_NAMES = ['organizations', 'products', 'state'] as const satisfies IndexName[]

/** The name of an index on the server, which others may use too. */
export const indexUid = ({ prefix }: MeilisearchSettings, name: IndexName) => `${prefix}-${name}`

/** A client that may write. @throws {Problem} never; a wrong key shows at its first use. */
export const adminClient = ({ url }: MeilisearchSettings, key: string) =>
  new Meilisearch({ host: url, apiKey: key, timeout: INDEX_TIMEOUT_MS, requestInit: REQUEST })

export interface Found {
  id: number
}

export interface Searched {
  state: State | undefined
  results: MultiSearchResult<Found>[]
}

interface Waiting {
  queries: MultiSearchQuery[]
  resolve(searched: Searched): void
  reject(error: unknown): void
}

/** Searches; those asked for in one tick go together, so that what one keystroke asks is one round trip. */
export class SearchConnection {
  readonly #client: Meilisearch
  readonly #stateUid: string
  #waiting: Waiting[] = []

  constructor(settings: MeilisearchSettings) {
    this.#client = new Meilisearch({ host: settings.url, apiKey: settings.searchKey, timeout: SEARCH_TIMEOUT_MS, requestInit: REQUEST })
    this.#stateUid = indexUid(settings, 'state')
  }

  /** @throws MeilisearchRequestError where no server answers, MeilisearchApiError where it refuses. */
  search(queries: MultiSearchQuery[]): Promise<Searched> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ queries, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.#send())
    })
  }

  async #send(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    try {
      const state = { indexUid: this.#stateUid, q: '', limit: 1 }
      const { results } = await this.#client.multiSearch({ queries: [state, ...waiting.flatMap(({ queries }) => queries)] })
      const [said, ...answers] = results as [MultiSearchResult<State>, ...MultiSearchResult<Found>[]]
      for (const { queries, resolve } of waiting) resolve({ state: said.hits[0], results: answers.splice(0, queries.length) })
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }
}
