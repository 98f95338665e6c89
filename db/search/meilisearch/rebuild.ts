/**
 * Building the indexes anew: beside the ones that are searched, from one moment of the database, counted, and then put in their place at once.
 * Nobody sees a part of it. What changes meanwhile is brought after by the outbox. Broken off, it leaves everything as it was; the
 * next one begins by removing what was left.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { EnqueuedTaskPromise } from 'meilisearch'
import { Problem } from '../../problem'
import { type Collection, FILTERS } from '../../question'
import { documents } from '../documents'
import { INDEX_NAMES, type IndexName } from './connection'
import { type MeiliDocument, meiliDocument } from './document'
import { indexSettings } from './index-settings'
import { done, INTERVAL_MS, type Indexer, isMissing } from './indexer'
import { Source } from './source'

export type RebuildStep = 'prepare' | Collection | 'swap'
type Progress = (step: RebuildStep, indexed: number, total: number) => void

const COLLECTIONS = Object.keys(FILTERS) as Collection[]
/**
 * Documents sent at once, and how many batches may wait at the server for their turn: it takes all that wait together, and four
 * times as many in twice the time (docs/performance.md).
 */
const BATCH = 4_000
const MOST_WAITING = 24
/** A swap is a matter of names, but it waits its turn behind what was sent before. */
const SWAPPED_WITHIN_MS = 5 * 60_000

export interface Rebuilt {
  organizations: number
  products: number
}

/**
 * @param dataFolder Of the database that the indexer follows; read through a connection of its own, for it stays at one moment.
 * @throws {Problem} where the counts differ in the end; what the client throws where the server fails.
 */
export async function rebuild(indexer: Indexer, dataFolder: string, onProgress: Progress = () => {}): Promise<Rebuilt> {
  indexer.truth()
  const source = new Source(dataFolder)
  try {
    source.sqlite.exec('BEGIN')
    const stamp = source.stamp()
    onProgress('prepare', 0, 1)
    await prepare(indexer, source)
    const counts = { organizations: 0, products: 0 }
    for (const collection of COLLECTIONS) {
      counts[collection] = await fill(indexer, source, collection, (indexed, total) => onProgress(collection, indexed, total))
    }
    onProgress('swap', 0, 1)
    const build = randomUUID()
    await indexer.say(next(indexer, 'state'), { ...stamp, build })
    await swap(indexer, build)
    return counts
  } finally {
    source.close()
  }
}

const next = (indexer: Indexer, name: IndexName) => `${indexer.uid(name)}-next`

/** New, empty indexes with their settings. */
async function prepare(indexer: Indexer, source: Source): Promise<void> {
  const { client } = indexer
  for (const name of INDEX_NAMES) {
    await removed(indexer, next(indexer, name))
    await done(client.createIndex(next(indexer, name), { primaryKey: 'id' }))
  }
  for (const collection of COLLECTIONS) {
    await done(client.index(next(indexer, collection)).updateSettings(indexSettings(collection, source.synonyms())))
  }
}

async function fill(
  indexer: Indexer,
  source: Source,
  collection: Collection,
  onIndexed: (indexed: number, total: number) => void,
): Promise<number> {
  const index = indexer.client.index(next(indexer, collection))
  const total = source.count(collection)
  const waiting: { task: EnqueuedTaskPromise; size: number }[] = []
  let indexed = 0
  onIndexed(indexed, total)
  const finish = async ({ task, size }: (typeof waiting)[number]) => {
    await done(task)
    indexed += size
    onIndexed(indexed, total)
  }
  const send = async (batch: MeiliDocument[]) => {
    const task = index.addDocuments(batch)
    await task
    waiting.push({ task, size: batch.length })
    const [first] = waiting
    if (first === undefined || waiting.length <= MOST_WAITING) return
    waiting.shift()
    await finish(first)
  }
  let batch: MeiliDocument[] = []
  for (const entry of documents(collection, source.sqlite, source.vocabulary())) {
    batch.push(meiliDocument(entry))
    if (batch.length < BATCH) continue
    await send(batch)
    batch = []
  }
  if (batch.length > 0) await send(batch)
  for (const last of waiting) await finish(last)
  const { numberOfDocuments } = await index.getStats()
  if (numberOfDocuments !== total) {
    throw new Problem(
      `Meilisearch holds ${numberOfDocuments} ${collection} after a rebuild, and the database ${total}.`,
      'The indexes that are searched were left as they are. Run `npm run reindex` again; if it stays so, the server’s log says why.',
    )
  }
  return total
}

/** Put the new indexes in the place of the old ones, all in one task, and remove these. */
async function swap(indexer: Indexer, build: string): Promise<void> {
  const { client } = indexer
  for (const name of INDEX_NAMES) {
    if (!(await exists(indexer, indexer.uid(name)))) await done(client.createIndex(indexer.uid(name), { primaryKey: 'id' }))
  }
  await client.swapIndexes(INDEX_NAMES.map((name) => ({ indexes: [indexer.uid(name), next(indexer, name)], rename: false })))
  // A key of some indexes may swap them and not see that task: the indexes themselves say when it is done.
  for (const late = Date.now() + SWAPPED_WITHIN_MS; (await indexer.state())?.build !== build; await delay(INTERVAL_MS)) {
    if (Date.now() > late) throw new Error('Meilisearch did not put the new indexes in the place of the old ones; its log says why.')
  }
  for (const name of INDEX_NAMES) await removed(indexer, next(indexer, name))
}

async function removed(indexer: Indexer, uid: string): Promise<void> {
  if (await exists(indexer, uid)) await done(indexer.client.deleteIndex(uid))
}

async function exists({ client }: Indexer, uid: string): Promise<boolean> {
  try {
    await client.getRawIndex(uid)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
