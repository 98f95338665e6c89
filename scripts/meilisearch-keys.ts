/** `MEILI_MASTER_KEY=… npm run -s meilisearch:keys`: make the two keys a directory needs and print them as settings. */
import { Problem } from '@/db/problem'
import { makeKeys } from '@/db/search/meilisearch/keys'
import { explainMeilisearch } from '@/db/search/meilisearch/open'
import { readSettings } from '@/db/settings'
import { run } from './run'

await run(async () => {
  const { meilisearch } = readSettings()
  const masterKey = process.env.MEILI_MASTER_KEY
  if (!meilisearch || !masterKey) {
    throw new Problem(
      'MEILI_URL or MEILI_MASTER_KEY is not set.',
      'Name the server with the one, and the key it was started with with the other.',
    )
  }
  try {
    const { searchKey, adminKey } = await makeKeys(meilisearch.url, masterKey, meilisearch.prefix)
    console.log(`MEILI_KEY=${searchKey}\nMEILI_ADMIN_KEY=${adminKey}`)
  } catch (error) {
    throw explainMeilisearch(error, meilisearch)
  }
})
