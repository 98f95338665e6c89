/** Looking over a Meilisearch: what is well, what is not, and what to run for it. */
import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { Collection } from '../../question'
import type { MeilisearchSettings, Settings } from '../../settings'
import { INDEX_NAMES, indexUid } from './connection'
import { isMissing } from './indexer'
import { type OpenIndexer, openIndexer } from './open'

/** The version that the tests run against. */
export const TESTED_VERSION = '1.50'

export interface Finding {
  state: 'ok' | 'warning' | 'problem'
  what: string
  /** What to do; there where something is to be done. */
  remedy?: string
}

const ok = (what: string): Finding => ({ state: 'ok', what })
const warning = (what: string, remedy: string): Finding => ({ state: 'warning', what, remedy })
const problem = (what: string, remedy: string): Finding => ({ state: 'problem', what, remedy })

const REINDEX = 'Run `npm run reindex`.'

/**
 * Everything there is to say, in the order in which one would mend it; what cannot be looked at for an earlier reason is left out.
 * @param masterKey For the version alone, which no other key may ask for.
 */
export async function examine(settings: Settings, masterKey?: string): Promise<Finding[]> {
  const { meilisearch } = settings
  if (meilisearch === null) return [ok('MEILI_URL is not set: the embedded engine answers, and needs no looking after.')]
  if (!(await new Meilisearch({ host: meilisearch.url }).isHealthy())) {
    return [
      problem(`Nothing answers at ${meilisearch.url}.`, 'Start Meilisearch, or correct MEILI_URL. Meanwhile the embedded engine answers.'),
    ]
  }
  const findings = [
    ok(`Meilisearch answers at ${meilisearch.url}.`),
    await examineVersion(meilisearch, masterKey),
    await examineSearchKey(meilisearch),
  ]
  if (meilisearch.adminKey === null) {
    return [
      ...findings,
      warning('MEILI_ADMIN_KEY is not set: this process would not bring changes to Meilisearch.', 'Set it where the server runs.'),
    ]
  }
  const opened = openIndexer(settings)
  try {
    return [...findings, ...(await examineIndexes(opened))]
  } catch (error) {
    if (!isRefusal(error)) throw error
    return [
      ...findings,
      problem(`MEILI_ADMIN_KEY is refused: ${error.message}`, 'Make a key as README.md says, and set MEILI_ADMIN_KEY to it.'),
    ]
  } finally {
    opened.close()
  }
}

/** Keys that are limited to some indexes cannot ask for the version. */
async function examineVersion({ url }: MeilisearchSettings, masterKey: string | undefined): Promise<Finding> {
  if (!masterKey) return ok('Its version is told to the master key only; set MEILI_MASTER_KEY for this command to have it looked at.')
  const { pkgVersion } = await new Meilisearch({ host: url, apiKey: masterKey }).getVersion()
  if (pkgVersion.startsWith(`${TESTED_VERSION}.`)) return ok(`Its version is ${pkgVersion}.`)
  const what = `Its version is ${pkgVersion}; this release was tested with ${TESTED_VERSION}.`
  return warning(what, `Run ${TESTED_VERSION}, or run the tests against this one with MEILI_BIN.`)
}

/** The search key must search, and should do nothing else: the process that faces the network holds it. */
async function examineSearchKey(settings: MeilisearchSettings): Promise<Finding> {
  const client = new Meilisearch({ host: settings.url, apiKey: settings.searchKey })
  const uid = indexUid(settings, 'organizations')
  try {
    await client.index(uid).search('', { limit: 0 })
  } catch (error) {
    if (isRefusal(error)) {
      return problem(`MEILI_KEY may not search ${uid}: ${error.message}`, 'Make a key as README.md says, and set MEILI_KEY to it.')
    }
    if (!isMissing(error)) throw error
  }
  try {
    await client.getStats()
  } catch (error) {
    if (isRefusal(error)) return ok('MEILI_KEY may search and not look further.')
    throw error
  }
  return warning('MEILI_KEY may do more than search.', 'Make one that may not, as README.md says.')
}

async function examineIndexes({ indexer, source }: OpenIndexer): Promise<Finding[]> {
  const findings: Finding[] = []
  const { results } = await indexer.client.getRawIndexes({ limit: 1000 })
  const present = new Set(results.map(({ uid }) => uid))
  const missing = INDEX_NAMES.map((name) => indexer.uid(name)).filter((uid) => !present.has(uid))
  if (missing.length > 0) return [...findings, problem(`There is no index ${missing.join(', ')}.`, REINDEX)]

  const { standing, state } = await indexer.standing()
  if (standing === 'other' || state === undefined) {
    findings.push(problem('The indexes hold other data, or were filled by another version.', REINDEX))
  } else {
    const lag = source.lag(state.position)
    findings.push(
      lag === 0
        ? ok('The indexes hold every change.')
        : warning(`The indexes are ${lag} changed organizations behind.`, 'The server brings them; start it, or look in its /api/health.'),
    )
  }
  const drifted = await indexer.drift()
  findings.push(
    drifted.length === 0
      ? ok('The settings of the indexes are those of this version.')
      : problem(`Settings were changed on the server: ${drifted.join(', ')}.`, REINDEX),
  )
  for (const collection of ['organizations', 'products'] as const) findings.push(await examineCount(indexer, source, collection))
  return findings
}

async function examineCount(indexer: OpenIndexer['indexer'], source: OpenIndexer['source'], collection: Collection): Promise<Finding> {
  const { numberOfDocuments: held } = await indexer.client.index(indexer.uid(collection)).getStats()
  const wanted = source.count(collection)
  return held === wanted
    ? ok(`${held} ${collection} in Meilisearch, as in the database.`)
    : problem(`${held} ${collection} in Meilisearch, ${wanted} in the database.`, `If it stays so when no change is on its way: ${REINDEX}`)
}

function isRefusal(error: unknown): error is MeilisearchApiError {
  return error instanceof MeilisearchApiError && (error.response.status === 401 || error.response.status === 403)
}
