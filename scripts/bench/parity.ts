/** Where Meilisearch and the embedded engine answer otherwise: each question asked of both, totals, counts and first ten compared. */
import { REAL_QUESTIONS } from '@/db/bench/real-questions'
import { openDirectory } from '@/db/directory'
import { parseQuestion, printQuestion, type Question } from '@/db/question'
import { EmbeddedEngine } from '@/db/search/embedded'
import type { EngineAnswer } from '@/db/search/engine'
import { MeilisearchEngine } from '@/db/search/meilisearch/engine'
import { explainMeilisearch, openIndexer } from '@/db/search/meilisearch/open'
import { ORDERED_HITS } from '@/db/search/meilisearch/order'
import { rebuild } from '@/db/search/meilisearch/rebuild'
import type { Settings } from '@/db/settings'
import { counted } from '../table'

const FIRST = 10
const PREFIX = 'tierbook-parity'

/** The questions that can be asked of the pack that ships. @param dataFolder Of a database that holds it. */
export function realQuestions(settings: Settings, dataFolder: string): Question[] {
  const directory = openDirectory({ ...settings, dataFolder, meilisearch: null })
  try {
    return REAL_QUESTIONS.map(({ collection, query }) => parseQuestion(collection, new URLSearchParams(query), directory.vocabulary()))
  } finally {
    void directory.close()
  }
}

/** Ask both engines and print where they differ, with why. @throws {Problem} where no Meilisearch can be filled. */
export async function printParity(settings: Settings, dataFolder: string, questions: readonly Question[]): Promise<void> {
  const meilisearch = settings.meilisearch && { ...settings.meilisearch, prefix: PREFIX }
  const opened = openIndexer({ ...settings, dataFolder, meilisearch })
  try {
    await rebuild(opened.indexer, dataFolder)
    const [embedded, other] = [new EmbeddedEngine(dataFolder), new MeilisearchEngine(opened.indexer.settings, opened.source)]
    let differences = 0
    for (const question of questions) {
      const lines = compare(await embedded.search(question), await other.search(question))
      if (lines.length === 0) continue
      differences++
      console.log(`${question.collection}?${printQuestion(question)}\n${lines.map((line) => `    ${line}`).join('\n')}`)
    }
    console.log(`${counted(questions.length, 'questions')}, ${counted(differences, 'differences')}`)
    for (const name of ['organizations', 'products', 'state'] as const) await opened.indexer.client.deleteIndex(opened.indexer.uid(name))
    await embedded.close()
  } catch (error) {
    throw meilisearch ? explainMeilisearch(error, meilisearch) : error
  } finally {
    opened.close()
  }
}

/** What differs, and which of the reasons of docs/decisions/0006-meilisearch.md it can have. */
function compare(embedded: EngineAnswer, other: EngineAnswer): string[] {
  if (embedded.total !== other.total) return [`total ${embedded.total}, Meilisearch ${other.total}: words close to those typed`]
  const lines: string[] = []
  const names = Object.keys(embedded.facets) as (keyof EngineAnswer['facets'])[]
  const counts = names.filter((name) => JSON.stringify(embedded.facets[name]) !== JSON.stringify(other.facets[name]))
  if (counts.length > 0) lines.push(`counts of ${counts.join(', ')}: words close to those typed, under other filters`)
  const [ids, otherIds] = [embedded.ids, other.ids].map((all) => all.slice(0, FIRST).join(' '))
  if (ids !== otherIds) {
    const why = embedded.total > ORDERED_HITS ? `the server ordered more than ${ORDERED_HITS}` : 'typos the server counts otherwise'
    lines.push(`first ${FIRST} (rows of SQLite): ${why}`, `  ${ids}`, `  ${otherIds}`)
  }
  return lines
}
