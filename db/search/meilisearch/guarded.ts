/** Meilisearch where it answers and is current, the embedded engine where it is not: there is always an answer, and it is always right. */
import { setTimeout as delay } from 'node:timers/promises'
import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'
import type { Collection, FilterName, Question } from '../../question'
import type { MeilisearchSettings } from '../../settings'
import { EmbeddedEngine } from '../embedded'
import type { EngineAnswer, EngineStatus, FacetValue, SearchEngine } from '../engine'
import { MeilisearchEngine, NotCurrent } from './engine'
import { Follower } from './follower'
import { Source } from './source'
import { standingOf } from './state'

/** How long a question waits for a few changes to be taken in. A person who has just saved something expects to see it, and fast. */
const PATIENCE_MS = 1_500
const AGAIN_MS = 20
/** More changes than these are not waited for. */
const FEW_CHANGES = 200
/** How often a server that failed, or did not catch up in time, is looked after. Until it is back no question waits for it. */
const PROBE_MS = 500
/** The embedded engine's memory is given back after this time without use. */
const KEPT_MS = 5 * 60_000

const AWAY = 'Meilisearch does not answer at the moment. This answer comes from the embedded engine and is complete.'
const CATCHING_UP = 'Meilisearch is taking in changes. This answer comes from the embedded engine and is complete.'

/** Why Meilisearch is not asked, as people read it. */
class Refusal {
  constructor(readonly notice: string) {}
}

export interface GuardedOptions {
  /** Whether this process brings changes to Meilisearch; it needs the key for that. */
  follows: boolean
}

export class GuardedEngine implements SearchEngine {
  readonly name = 'meilisearch'
  readonly #dataFolder: string
  readonly #source: Source
  readonly #meilisearch: MeilisearchEngine
  readonly #follower: Follower | undefined
  #embedded: EmbeddedEngine | undefined
  #embeddedUsed = 0
  #refusal: Refusal | undefined
  readonly #closed = new AbortController()

  constructor(settings: MeilisearchSettings, dataFolder: string, { follows }: GuardedOptions) {
    this.#dataFolder = dataFolder
    this.#source = new Source(dataFolder)
    this.#meilisearch = new MeilisearchEngine(settings, this.#source)
    this.#follower = follows && settings.adminKey !== null ? new Follower(settings, settings.adminKey, dataFolder) : undefined
  }

  async search(question: Question): Promise<EngineAnswer> {
    const { value, notice } = await this.#answer((engine) => engine.search(question))
    return notice === undefined ? value : { ...value, notice }
  }

  async matches(question: Question): Promise<Uint32Array> {
    return (await this.#answer((engine) => engine.matches(question))).value
  }

  async unordered(question: Question): Promise<Uint32Array> {
    return (await this.#answer((engine) => engine.unordered(question))).value
  }

  async facetValues(question: Question, facet: FilterName, text: string, most: number): Promise<FacetValue[]> {
    return (await this.#answer((engine) => engine.facetValues(question, facet, text, most))).value
  }

  async best(collection: Collection, text: string, most: number): Promise<number[]> {
    return (await this.#answer((engine) => engine.best(collection, text, most))).value
  }

  /** Says how far Meilisearch is behind, and what keeps it; nothing is waited for, and no other engine opened. */
  async status(): Promise<EngineStatus> {
    try {
      return await this.#meilisearch.status()
    } catch (error) {
      const notice = noticeOf(error)
      if (notice === undefined) throw error
      return {
        engine: 'embedded',
        organizations: this.#source.count('organizations'),
        products: this.#source.count('products'),
        lag: this.#source.lag(this.#meilisearch.state?.position ?? 0),
        notice: [notice, this.#follower?.failure].filter(Boolean).join(' '),
      }
    }
  }

  async close(): Promise<void> {
    this.#closed.abort()
    await this.#follower?.close()
    await this.#embedded?.close()
    this.#source.close()
  }

  async #answer<T>(work: (engine: SearchEngine) => Promise<T>): Promise<{ value: T; notice?: string }> {
    const asked = await this.#ask(work)
    if (!(asked instanceof Refusal)) {
      this.#giveBack()
      return { value: asked }
    }
    this.#embedded ??= new EmbeddedEngine(this.#dataFolder)
    this.#embeddedUsed = Date.now()
    return { value: await work(this.#embedded), notice: asked.notice }
  }

  /** Ask Meilisearch, waiting a moment where it is a few changes behind. @throws what is a defect and no failure of the server. */
  async #ask<T>(work: (engine: SearchEngine) => Promise<T>): Promise<T | Refusal> {
    if (this.#refusal) return this.#refusal
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      try {
        return await work(this.#meilisearch)
      } catch (error) {
        const notice = noticeOf(error)
        if (notice === undefined) throw error
        if (notice === CATCHING_UP) this.#follower?.nudge()
        if (Date.now() > until || !this.#isWorthWaiting(error)) return this.#refuse(notice)
      }
      await delay(AGAIN_MS)
    }
  }

  #isWorthWaiting(error: unknown): boolean {
    if (!(error instanceof NotCurrent) || error.state === undefined) return false
    return standingOf(error.state, this.#source.stamp()) === 'behind' && this.#source.lag(error.state.position) <= FEW_CHANGES
  }

  /** Ask no more until a look at the server finds it well. */
  #refuse(notice: string): Refusal {
    if (this.#refusal === undefined) void this.#lookUntilBack()
    this.#refusal = new Refusal(notice)
    return this.#refusal
  }

  async #lookUntilBack(): Promise<void> {
    const { signal } = this.#closed
    while (!signal.aborted) {
      await delay(PROBE_MS, undefined, { signal, ref: false }).catch(() => {})
      try {
        await this.#meilisearch.status()
        break
      } catch (error) {
        const notice = noticeOf(error)
        // A mistake of ours is for the next question to show.
        if (notice === undefined) break
        if (notice === CATCHING_UP) this.#follower?.nudge()
        this.#refusal = new Refusal(notice)
      }
    }
    this.#refusal = undefined
  }

  /** Close the embedded engine when Meilisearch has answered for a while without it. */
  #giveBack(): void {
    if (this.#embedded === undefined || Date.now() - this.#embeddedUsed < KEPT_MS) return
    void this.#embedded.close()
    this.#embedded = undefined
  }
}

/** What to tell of an error that the embedded engine makes up for; undefined for what would be a mistake of ours. */
function noticeOf(error: unknown): string | undefined {
  if (error instanceof NotCurrent) return CATCHING_UP
  if (error instanceof MeilisearchRequestError) return AWAY
  if (!(error instanceof MeilisearchApiError)) return undefined
  if (error.cause?.code === 'index_not_found') return CATCHING_UP
  return error.response.status === 400 ? undefined : AWAY
}
