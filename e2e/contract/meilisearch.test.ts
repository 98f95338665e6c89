/** The contract, put to a real Meilisearch; `npm test` says where there was none. */
import { afterAll, beforeAll, describe } from 'vitest'
import { MeilisearchEngine } from '@/db/search/meilisearch/engine'
import { GuardedEngine } from '@/db/search/meilisearch/guarded'
import { Indexer } from '@/db/search/meilisearch/indexer'
import { rebuild } from '@/db/search/meilisearch/rebuild'
import { Source } from '@/db/search/meilisearch/source'
import { openDatabaseFile } from '@/db/sqlite'
import type { OpenEngine } from './fixture'
import { engineFollowsData } from './follows'
import { hasServer, openServer, type TestServer } from './meilisearch-server'
import { engineContract } from './suite'

describe.skipIf(!hasServer)('with a Meilisearch', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server?.stop())

  /** The server alone, so that no answer comes from another engine. */
  const openAlone: OpenEngine = async (dataFolder) => {
    const settings = server.settings()
    const source = new Source(dataFolder)
    const database = openDatabaseFile(dataFolder)
    await rebuild(new Indexer(settings, settings.adminKey ?? '', source, database.sqlite), dataFolder)
    const engine = new MeilisearchEngine(settings, source)
    engine.close = async () => {
      source.close()
      database.close()
      await server.clean(settings)
    }
    return engine
  }

  engineContract('Meilisearch', openAlone)

  /** As the directory opens it: with the worker that follows the data, and the embedded engine for what it is behind. */
  const openGuarded: OpenEngine = (dataFolder) => {
    const settings = server.settings()
    const engine = new GuardedEngine(settings, dataFolder, { follows: true })
    const close = engine.close.bind(engine)
    engine.close = async () => {
      await close()
      await server.clean(settings)
    }
    return engine
  }

  engineFollowsData('Meilisearch, guarded', openGuarded)
})
