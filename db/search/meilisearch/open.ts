/** Opening what fills the indexes, outside of the server's own worker. */
import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'
import { Problem } from '../../problem'
import type { MeilisearchSettings, Settings } from '../../settings'
import { openDatabaseFile } from '../../sqlite'
import { Indexer } from './indexer'
import { Source } from './source'

export interface OpenIndexer {
  indexer: Indexer
  source: Source
  close(): void
}

/** @throws {Problem} where the environment names no server or no key that may write, and as openDatabaseFile does. */
export function openIndexer({ dataFolder, meilisearch }: Settings): OpenIndexer {
  if (meilisearch === null) {
    throw new Problem(
      'MEILI_URL is not set: the embedded engine answers, and there is nothing to fill.',
      'README.md says how to run Meilisearch.',
    )
  }
  if (meilisearch.adminKey === null) {
    throw new Problem('MEILI_ADMIN_KEY is not set.', 'Set it to a key that may write the indexes; README.md says how to make one.')
  }
  const database = openDatabaseFile(dataFolder)
  const source = new Source(dataFolder)
  return {
    indexer: new Indexer(meilisearch, meilisearch.adminKey, source, database.sqlite),
    source,
    close() {
      source.close()
      database.close()
    },
  }
}

/** What the client's errors mean to the person who runs this. Other errors come back unchanged. */
export function explainMeilisearch(error: unknown, { url }: MeilisearchSettings): unknown {
  const options = { cause: error }
  if (error instanceof MeilisearchRequestError) {
    return new Problem(
      `Meilisearch at ${url} does not answer.`,
      'Start it, or correct MEILI_URL. What is searched now was left as it is.',
      options,
    )
  }
  if (!(error instanceof MeilisearchApiError)) return error
  if (error.response.status === 401 || error.response.status === 403) {
    return new Problem(
      `Meilisearch at ${url} refuses the key: ${error.message}`,
      'Correct MEILI_ADMIN_KEY; `npm run doctor` says what each key may do.',
      options,
    )
  }
  return new Problem(`Meilisearch at ${url} failed: ${error.message}`, 'Its log says more; `npm run doctor` looks for the cause.', options)
}
