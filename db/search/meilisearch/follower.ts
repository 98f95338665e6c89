/** The worker in the server's process: sees what was written, brings it to Meilisearch, and tries again for as long as that fails. */
import { setTimeout as delay } from 'node:timers/promises'
import type { MeilisearchSettings } from '../../settings'
import { type DatabaseFile, openDatabaseFile } from '../../sqlite'
import { Indexer } from './indexer'
import { rebuild } from './rebuild'
import { Source, type Stamp } from './source'

/** How often it looks whether anybody has written: a question to SQLite that takes microseconds. */
const LOOK_MS = 200
/** How often it asks the server although nobody has: the server may have been wiped. */
const ASK_MS = 5_000
/** How long it waits after a failure, doubled by each that follows, up to the most. */
const BACKOFF_MS = 500
const MOST_BACKOFF_MS = 10_000

export class Follower {
  readonly #dataFolder: string
  readonly #source: Source
  readonly #database: DatabaseFile
  readonly #indexer: Indexer
  readonly #stopped = new AbortController()
  readonly #work: Promise<void>
  #nudged = new AbortController()
  #followed: Stamp | undefined
  #asked = 0
  #failure: string | null = null

  constructor(settings: MeilisearchSettings, adminKey: string, dataFolder: string) {
    this.#dataFolder = dataFolder
    this.#source = new Source(dataFolder)
    this.#database = openDatabaseFile(dataFolder)
    this.#indexer = new Indexer(settings, adminKey, this.#source, this.#database.sqlite)
    this.#work = this.#follow()
  }

  /** What went wrong at the last try; null where nothing did. */
  get failure(): string | null {
    return this.#failure
  }

  /** Look at once: a question has found the server there and its index behind. */
  nudge(): void {
    this.#asked = 0
    this.#nudged.abort()
  }

  async close(): Promise<void> {
    this.#stopped.abort()
    this.#nudged.abort()
    await this.#work
    this.#source.close()
    this.#database.close()
  }

  async #follow(): Promise<void> {
    let failures = 0
    let isFirst = true
    while (!this.#stopped.signal.aborted) {
      try {
        const isBehind = await this.#step(isFirst)
        isFirst = false
        failures = 0
        this.#failure = null
        if (!isBehind) await this.#rest(LOOK_MS)
      } catch (error) {
        if (this.#stopped.signal.aborted) return
        this.#failure = error instanceof Error ? error.message : String(error)
        await this.#rest(Math.min(MOST_BACKOFF_MS, BACKOFF_MS * 2 ** failures++))
      }
    }
  }

  /** @returns whether there may be more to do at once. */
  async #step(isFirst: boolean): Promise<boolean> {
    if (this.#source.stamp() === this.#followed && Date.now() - this.#asked < ASK_MS) return false
    const { standing, state, truth } = await this.#indexer.standing()
    this.#asked = Date.now()
    const isOther = standing === 'other' || state === undefined || (isFirst && (await this.#indexer.drift()).length > 0)
    if (!isOther && standing === 'current') {
      this.#followed = truth
      return false
    }
    const held = await this.#indexer.lease.hold(async () => {
      if (isOther) await rebuild(this.#indexer, this.#dataFolder)
      else await this.#indexer.catchUp(state)
      return true
    })
    return held ?? false
  }

  async #rest(ms: number): Promise<void> {
    this.#nudged = new AbortController()
    const signal = AbortSignal.any([this.#stopped.signal, this.#nudged.signal])
    await delay(ms, undefined, { signal, ref: false }).catch(() => {})
  }
}
