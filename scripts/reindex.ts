/**
 * `npm run reindex`: build the indexes of Meilisearch anew beside those that are searched, count them, and put them in their place.
 * Interrupted, it leaves what is searched as it was, and can be run again.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { explainMeilisearch, openIndexer } from '@/db/search/meilisearch/open'
import { type RebuildStep, rebuild } from '@/db/search/meilisearch/rebuild'
import { readSettings } from '@/db/settings'
import { run } from './run'

const BAR = 30

await run(async () => {
  const settings = readSettings()
  const { indexer, close } = openIndexer(settings)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      indexer.lease.release()
      process.stderr.write('\nStopped; what is searched was left as it was.\n')
      process.exit(130)
    })
  }
  const start = performance.now()
  try {
    let isWaiting = false
    for (;;) {
      const rebuilt = await indexer.lease.hold(() => rebuild(indexer, settings.dataFolder, showProgress))
      if (rebuilt) {
        const seconds = ((performance.now() - start) / 1000).toFixed(1)
        clearLine()
        console.log(`${rebuilt.organizations} organizations and ${rebuilt.products} products indexed and counted in ${seconds} s.`)
        return
      }
      if (!isWaiting) console.log('Another process is indexing; waiting for it to end.')
      isWaiting = true
      await delay(500)
    }
  } catch (error) {
    clearLine()
    throw settings.meilisearch ? explainMeilisearch(error, settings.meilisearch) : error
  } finally {
    close()
  }
})

/** A bar on one line of a terminal; elsewhere the end is told, and that is enough. */
function showProgress(step: RebuildStep, indexed: number, total: number): void {
  if (!process.stdout.isTTY) return
  const filled = Math.round((BAR * indexed) / Math.max(total, 1))
  clearLine()
  process.stdout.write(`${step.padEnd(14)} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${indexed} of ${total}`)
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K')
}
