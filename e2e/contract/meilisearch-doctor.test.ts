/** What `npm run doctor` says of a real Meilisearch in each state that it can be in, and what mends it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/db/database'
import { load } from '@/db/load'
import { examine } from '@/db/search/meilisearch/doctor'
import { GuardedEngine } from '@/db/search/meilisearch/guarded'
import { done } from '@/db/search/meilisearch/indexer'
import { type OpenIndexer, openIndexer } from '@/db/search/meilisearch/open'
import { rebuild } from '@/db/search/meilisearch/rebuild'
import type { MeilisearchSettings } from '@/db/settings'
import { PACK } from './cases'
import { hasServer, openServer, type TestServer } from './meilisearch-server'

describe.skipIf(!hasServer)('the doctor', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tierbook-doctor-'))
  let server: TestServer
  let meilisearch: MeilisearchSettings
  let opened: OpenIndexer

  beforeAll(async () => {
    const database = openDatabase(dataFolder)
    load(database, [PACK])
    database.close()
    server = await openServer()
    meilisearch = server.settings()
    opened = openIndexer(settings())
  })
  afterAll(async () => {
    opened.close()
    await server.clean(meilisearch)
    await server.stop()
    rmSync(dataFolder, { recursive: true })
  })

  const settings = (changed: Partial<MeilisearchSettings> = {}) => ({
    dataFolder,
    contentFolders: [],
    host: '127.0.0.1',
    port: 0,
    meilisearch: { ...meilisearch, ...changed },
  })
  /** What is wrong, as one text. */
  const complaints = async (changed?: Partial<MeilisearchSettings>) => {
    const findings = await examine(settings(changed))
    const wrong = findings.filter(({ state }) => state === 'problem')
    for (const { remedy } of wrong) expect(remedy).toBeTruthy()
    return wrong.map(({ what }) => what).join('\n')
  }

  it('finds the indexes missing, and nothing once they are built', async () => {
    expect(await complaints()).toMatch(/^There is no index .*organizations/)
    await rebuild(opened.indexer, dataFolder)
    expect(await complaints()).toBe('')
  })

  it('has nothing to say where no server is chosen', async () => {
    expect(await examine({ ...settings(), meilisearch: null })).toEqual([{ state: 'ok', what: expect.stringContaining('embedded') }])
  })

  it('finds that nothing answers', async () => {
    expect(await complaints({ url: 'http://127.0.0.1:1' })).toMatch(/^Nothing answers/)
  })

  it('finds keys that are refused', async () => {
    expect(await complaints({ searchKey: 'wrong' })).toMatch(/^MEILI_KEY may not search/)
    expect(await complaints({ adminKey: 'wrong' })).toMatch(/^MEILI_ADMIN_KEY is refused/)
  })

  it('finds an entry too few', async () => {
    const { indexer } = opened
    const { results } = await indexer.client.index(indexer.uid('products')).getDocuments<{ id: number }>({ limit: 1 })
    await done(indexer.client.index(indexer.uid('products')).deleteDocument(results[0]?.id ?? 0))
    expect(await complaints()).toBe('39 products in Meilisearch, 40 in the database.')
    await rebuild(indexer, dataFolder)
    expect(await complaints()).toBe('')
  })

  it('finds settings that were changed by hand, which the next start of the server mends by itself', async () => {
    const { indexer } = opened
    const index = indexer.client.index(indexer.uid('organizations'))
    await done(index.updateSettings({ rankingRules: ['words'], pagination: { maxTotalHits: 10 } }))
    expect(await complaints()).toBe('Settings were changed on the server: organizations: rankingRules, organizations: pagination.')
    const engine = new GuardedEngine(meilisearch, dataFolder, { follows: true })
    try {
      for (const late = Date.now() + 30_000; (await indexer.drift()).length > 0 && Date.now() < late; ) await delay(100)
    } finally {
      await engine.close()
    }
    expect(await complaints()).toBe('')
  })
})
