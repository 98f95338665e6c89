/**
 * Bringing the indexes to what SQLite holds. The table `changes` is the outbox: triggers write it in the transaction of every change, and the
 * indexes say themselves up to which row they were brought (state.ts). A batch that was broken off is sent again, which changes nothing more.
 */
import { randomUUID } from 'node:crypto'
import type { EnqueuedTaskPromise, Meilisearch } from 'meilisearch'
import { MeilisearchApiError } from 'meilisearch'
import type { Collection } from '../../question'
import type { MeilisearchSettings } from '../../settings'
import type { Sqlite } from '../../sqlite'
import { adminClient, type IndexName, indexUid } from './connection'
import { DOCUMENTS, type MeiliDocument, meiliDocument } from './document'
import { drift, indexSettings } from './index-settings'
import { Lease } from './lease'
import { DATABASE_KEY, type Source, type Stamp } from './source'
import { type Standing, type State, standingOf } from './state'

/** Organizations of one batch of changes. */
const BATCH = 1_000
/** How often a task is looked after while somebody may be waiting for it. */
export const INTERVAL_MS = 10
const STATE_ID = 1

export class Indexer {
  readonly settings: MeilisearchSettings
  readonly client: Meilisearch
  readonly lease: Lease
  readonly #source: Source
  readonly #writer: Sqlite

  /** @param writer A connection that may write: to name the database, and to hold the lease. */
  constructor(settings: MeilisearchSettings, adminKey: string, source: Source, writer: Sqlite) {
    this.settings = settings
    this.client = adminClient(settings, adminKey)
    this.lease = new Lease(writer)
    this.#source = source
    this.#writer = writer
  }

  /** The truth, with a name for its database where it had none. */
  truth(): Stamp {
    const named = this.#source.stamp()
    if (named.database !== '') return named
    this.#writer.prepare('INSERT OR IGNORE INTO settings (key, value) VALUES (?, ?)').run(DATABASE_KEY, randomUUID())
    return this.#source.stamp()
  }

  /** What the indexes say of themselves; undefined where there are none. */
  async state(): Promise<State | undefined> {
    try {
      const { results } = await this.client.index<State>(this.uid('state')).getDocuments({ limit: 1 })
      return results[0]
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async standing(): Promise<{ standing: Standing; state: State | undefined; truth: Stamp }> {
    const truth = this.truth()
    const state = await this.state()
    return { standing: standingOf(state, truth), state, truth }
  }

  /** The settings that somebody else has changed on the server, as `index: setting`. @throws where an index is missing. */
  async drift(): Promise<string[]> {
    const drifts = (['organizations', 'products'] as const).map(async (collection) => {
      const actual = await this.client.index(this.uid(collection)).getSettings()
      return drift(actual, indexSettings(collection, this.#source.synonyms())).map((name) => `${collection}: ${name}`)
    })
    return (await Promise.all(drifts)).flat()
  }

  /** Bring one batch of changes to the indexes, and then say that they hold it. @param state What they say now. */
  async catchUp(state: State): Promise<void> {
    const { position, organizations, documents } = this.#changesSince(state.position)
    if (organizations.length === 0) return
    const [index, products] = [this.client.index(this.uid('organizations')), this.client.index(this.uid('products'))]
    const kept = new Set(documents.organizations.map(({ id }) => id))
    const gone = organizations.filter((id) => !kept.has(id))
    const stale = [`organization IN [${organizations.join(', ')}]`, `NOT id IN [${documents.products.map(({ id }) => id).join(', ')}]`]
    const tasks = [
      ...(kept.size > 0 ? [index.addDocuments(documents.organizations)] : []),
      ...(gone.length > 0 ? [index.deleteDocuments(gone)] : []),
      ...(documents.products.length > 0 ? [products.addDocuments(documents.products)] : []),
      products.deleteDocuments({ filter: documents.products.length > 0 ? stale : stale.slice(0, 1) }),
    ]
    await Promise.all(tasks.map(done))
    await this.say(this.uid('state'), { ...state, position })
  }

  /** @param uid Of an index of states. */
  async say(uid: string, stamp: Stamp & { build: string }): Promise<void> {
    await done(this.client.index(uid).addDocuments([{ ...stamp, id: STATE_ID }]))
  }

  uid(name: IndexName): string {
    return indexUid(this.settings, name)
  }

  /** The next organizations that have changed, with the documents of what is left of them, all at one moment. */
  #changesSince(position: number) {
    const { sqlite } = this.#source
    const read = sqlite.transaction(() => {
      const rows = sqlite
        .prepare('SELECT seq, organization_id AS organization FROM changes WHERE seq > ? ORDER BY seq LIMIT ?')
        .all(position, BATCH) as { seq: number; organization: number }[]
      const organizations = rows.map(({ organization }) => organization)
      const productIds = sqlite
        .prepare('SELECT id FROM products WHERE organization_id IN (SELECT value FROM json_each(?))')
        .pluck()
        .all(JSON.stringify(organizations)) as number[]
      const documents: Record<Collection, MeiliDocument[]> = {
        organizations: [...DOCUMENTS.organizations(sqlite, this.#source.vocabulary(), organizations)].map(meiliDocument),
        products: [...DOCUMENTS.products(sqlite, this.#source.vocabulary(), productIds)].map(meiliDocument),
      }
      return { position: rows.at(-1)?.seq ?? position, organizations, documents }
    })
    return read()
  }
}

/** Wait until a task is done, however long that takes. @throws {Error} what the server says where it failed. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: 0, interval: INTERVAL_MS })
  if (status !== 'succeeded') throw new Error(`Meilisearch did not do “${type}”: ${error?.message ?? status}`)
}

export const isMissing = (error: unknown) => error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found'
