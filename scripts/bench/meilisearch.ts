/** A Meilisearch server at MEILI_URL through its official client: one multi-search per question, over loopback, uncompressed. */
import { readFileSync } from 'node:fs'
import { Meilisearch } from 'meilisearch'
import type { BenchDirectory } from '@/db/bench/prepare'
import { Problem } from '@/db/problem'
import type { FilterName, Question } from '@/db/question'
import type { EngineDocument } from '@/db/search/fields'
import { type Contender, chosen, FACETS, WEIGHTS } from './subject'

const INDEX = 'tierbook_bench'
const BATCH = 10_000
const PATIENCE = { timeout: 60 * 60_000, interval: 200 }
const MOST_VALUES = 10_000
/** Order of an organization's sorts; relevance is the server's own. */
const SORTS = ['name', 'tier', 'revenue', 'employees', 'founded', 'products']

export const contender: Contender = {
  notes: ['ranking rules words, typo, attribute, exactness and the last order; the time includes HTTP over loopback'],
  server: true,
  async build(bench) {
    const host = process.env.MEILI_URL
    if (!host) throw new Problem('MEILI_URL is not set.', 'Name a running Meilisearch with it, such as http://127.0.0.1:7700.')
    const client = new Meilisearch({
      host,
      apiKey: process.env.MEILI_KEY ?? '',
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    })
    await client.deleteIndexIfExists(INDEX)
    await client.createIndex(INDEX, { primaryKey: 'id' }).waitTask(PATIENCE)
    const index = client.index(INDEX)
    await index.updateSettings(settings(bench)).waitTask(PATIENCE)
    await fill(bench, async (documents) => {
      await index.addDocuments(documents).waitTask(PATIENCE)
    })
    return {
      async ask(question) {
        const [main] = (await client.multiSearch({ queries: queries(question) })).results
        return main && 'totalHits' in main ? Number(main.totalHits) : 0
      },
      serverBytes,
      close: async () => {
        await client.deleteIndexIfExists(INDEX)
      },
    }
  },
}

function settings({ synonyms }: BenchDirectory) {
  return {
    searchableAttributes: Object.keys(WEIGHTS),
    filterableAttributes: [...FACETS],
    sortableAttributes: SORTS.map(sortField),
    rankingRules: ['sort', 'words', 'typo', 'attribute', 'exactness', 'rank:asc'],
    synonyms: Object.fromEntries([...synonyms.finds].map(([word, others]) => [word, [...others]])),
    pagination: { maxTotalHits: 10 ** 7 },
    faceting: { maxValuesPerFacet: MOST_VALUES },
  }
}

async function fill({ documents }: BenchDirectory, add: (documents: Record<string, unknown>[]) => Promise<void>): Promise<void> {
  let batch: Record<string, unknown>[] = []
  let rank = 0
  for (const document of documents()) {
    batch.push(flat(document, rank++))
    if (batch.length < BATCH) continue
    await add(batch)
    batch = []
  }
  if (batch.length > 0) await add(batch)
}

function flat({ id, name, aliases, products, labels, people, rest, facets, sorts }: EngineDocument, rank: number): Record<string, unknown> {
  const sortValues = Object.fromEntries(Object.entries(sorts).map(([sort, value]) => [sortField(sort), value]))
  return { id, rank, name, aliases, products, labels, people, rest, ...facets, ...sortValues }
}

const sortField = (sort: string) => `sort_${sort}`

function queries(question: Question) {
  const filters = chosen(question)
  const filtered = new Set(filters.map(([name]) => name))
  const query = (facets: readonly FilterName[], without: FilterName | undefined, page: number, hitsPerPage: number) => ({
    indexUid: INDEX,
    q: question.q,
    filter: filters.filter(([name]) => name !== without).map(([name, values]) => values.map((value) => `${name} = "${value}"`)),
    facets: [...facets],
    attributesToRetrieve: ['id'],
    matchingStrategy: 'all' as const,
    page,
    hitsPerPage,
  })
  const { by, descending } = question.sort
  const sort = by === 'relevance' ? [] : [`${sortField(by)}:${descending ? 'desc' : 'asc'}`]
  const free = FACETS.filter((facet) => !filtered.has(facet))
  const main = { ...query(free, undefined, question.page, question.size), sort }
  return [main, ...[...filtered].map((facet) => query([facet], facet, 1, 0))]
}

/** Resident bytes of the server's process where MEILI_PID names it and the machine has /proc. */
function serverBytes(): number | undefined {
  const pid = process.env.MEILI_PID
  if (!pid || process.platform !== 'linux') return undefined
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${Number(pid)}/status`, 'utf8'))?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}
