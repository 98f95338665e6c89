/** The Meilisearch at MEILI_URL as the directory uses it: filled by a rebuild, one multi-search per question over HTTP, hits put in order here. */
import { readFileSync } from 'node:fs'
import { MeilisearchEngine } from '@/db/search/meilisearch/engine'
import { openIndexer } from '@/db/search/meilisearch/open'
import { rebuild } from '@/db/search/meilisearch/rebuild'
import { readSettings } from '@/db/settings'
import type { Contender } from './subject'

const PREFIX = 'tierbook-bench'

export const contender: Contender = {
  notes: [
    'the time includes HTTP and ordering the first hits; build and disk include products, which the others leave out; disk is all that its server holds',
  ],
  server: true,
  async build({ folder }) {
    const settings = readSettings()
    const meilisearch = settings.meilisearch && { ...settings.meilisearch, prefix: PREFIX }
    const { indexer, source, close } = openIndexer({ ...settings, dataFolder: folder, meilisearch })
    await rebuild(indexer, folder)
    const engine = new MeilisearchEngine(indexer.settings, source)
    return {
      ask: async (question) => (await engine.search(question)).total,
      serverBytes,
      diskBytes: async () => (await indexer.client.getStats()).usedDatabaseSize,
      async close() {
        for (const name of ['organizations', 'products', 'state'] as const) await indexer.client.deleteIndex(indexer.uid(name))
        close()
      },
    }
  },
}

/** Resident bytes of the server's process where MEILI_PID names it and the machine has /proc. */
function serverBytes(): number | undefined {
  const pid = process.env.MEILI_PID
  if (!pid || process.platform !== 'linux') return undefined
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${Number(pid)}/status`, 'utf8'))?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}
