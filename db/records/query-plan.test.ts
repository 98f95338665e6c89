/** No page reads a whole big table: SQLite's own plan of every statement that the pages execute. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../answer'
import { type Directory, openDirectory } from '../directory'
import { readAround } from '../market/around'
import { readChain } from '../market/chain'
import { compare } from '../market/compare'
import { readTerm } from '../market/glossary'
import { readHistory } from '../market/history'
import { readIntroductions } from '../market/introductions'
import { readMarketMap } from '../market/map'
import { readMatrices } from '../market/matrices'
import { readPlaces } from '../market/places'
import { rankByRevenue } from '../market/ranked'
import { readRanking } from '../market/rankings'
import { readYears } from '../market/years'
import { type Collection, parseQuestion } from '../question'
import { type EntryAddress, exists, readAddress } from './addresses'
import { readCategories } from './categories'
import { closestOrganizations, closestProducts } from './names'
import { readOrganization } from './organization'
import { type LoadedPack, loadRealPack } from './pack.test-helper'
import { readProduct } from './product'
import { readReport } from './report'
import { readRivals } from './rivals'
import { readSimilar } from './similar'
import { readStanding } from './standing'

/** What may be read whole: lists that do not grow with the number of organizations, and the ids that a page hands over. */
const SMALL = [
  'terms',
  'settings',
  'synonyms',
  'exchange_rates',
  'report_headings',
  'rankings',
  'ranking_entries',
  'json_each',
  'wanted',
  'CONSTANT',
]

let pack: LoadedPack
let directory: Directory
/** Each statement once, with the page that ran it first. */
const statements = new Map<string, string>()

beforeAll(async () => {
  pack = loadRealPack()
  directory = openDirectory({ dataFolder: pack.folder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })
  const { sqlite } = directory.database
  directory.vocabulary()
  directory.synonyms()
  let page = ''
  const prepare = sqlite.prepare.bind(sqlite)
  sqlite.prepare = ((source: string) => {
    if (!statements.has(source)) statements.set(source, page)
    return prepare(source)
  }) as typeof sqlite.prepare
  const pages: Record<string, () => unknown> = {
    organization: () => readOrganization(directory, 'hewlett-packard'),
    product: () => readProduct(directory, 'hewlett-packard', 'mc-serviceguard'),
    address: () => ['/organizations/ibm', '/products/ibm/as-400', '/categories/vars'].map(isHere),
    'similar organizations': () => readSimilar(directory, 'hewlett-packard'),
    'competing products': () => readRivals(directory, 'hewlett-packard', 'mc-serviceguard'),
    'next organization': () => standing('organizations', { kind: 'organization', slug: 'hewlett-packard' }),
    'next product': () => standing('products', { kind: 'product', supplier: 'hewlett-packard', slug: 'mc-serviceguard' }),
    report: () => readReport(directory),
    categories: () => readCategories(directory),
    'unknown organization': () => closestOrganizations(directory, 'veritsa-software', 5),
    'unknown product': () => closestProducts(directory, 'ibm', 'as-4000', 5),
    'top list': () => rankByRevenue(directory, question('role=var'), 25),
    ranking: () => readRanking(directory, 'varbusiness-500-2003'),
    comparison: () => compare(directory, ['hewlett-packard/mc-serviceguard', 'ibm/as-400']),
    matrices: () => readMatrices(directory),
    term: () => readTerm(directory, 'segment/software'),
    'market map': () => readMarketMap(directory, question('tier=1')),
    headquarters: () => readPlaces(directory, question('location=US/CA')),
    'value chain': () => readChain(directory, question('role=distributor')),
    mergers: () => readHistory(directory, question('role=carrier')),
    'revenue by year': () => readYears(directory, question('segment=storage')),
    around: () => readAround(directory, 'veritas-software', 2),
    introductions: () => readIntroductions(directory, 'veritas-software', ['intel']),
    directory: () =>
      ask(directory, { ...parseQuestion('organizations', [['q', 'linux cluster']], directory.vocabulary()), collection: 'organizations' }),
    products: () => ask(directory, { ...parseQuestion('products', [['supplier', 'ibm']], directory.vocabulary()), collection: 'products' }),
  }
  for (const [name, read] of Object.entries(pages)) {
    page = name
    expect(await read(), name).not.toBeNull()
  }
  sqlite.prepare = prepare
})

afterAll(async () => {
  await directory.close()
  pack.remove()
})

it('collects the statements of every page', () => {
  expect(new Set(statements.values()).size).toBe(23)
  for (const table of ['organizations', 'products', 'financials', 'sources', 'relationships', 'people', 'events', 'ranking_entries']) {
    expect(
      [...statements.keys()].some((sql) => sql.includes(table)),
      table,
    ).toBe(true)
  }
})

it('finds no scan of a big table', () => {
  for (const [sql, page] of statements) expect(scansIn(sql), `${page}: ${sql}`).toEqual([])
})

it('would notice one', () => {
  expect(scansIn('SELECT name FROM organizations WHERE city = ?')).toEqual(['SCAN organizations'])
})

const standing = (collection: Collection, entry: EntryAddress) =>
  readStanding(directory, parseQuestion(collection, [['os', 'unix']], directory.vocabulary()), entry)

const question = (query: string) => parseQuestion('organizations', new URLSearchParams(query), directory.vocabulary())

function isHere(path: string): boolean {
  const address = readAddress(path)
  return address !== null && exists(directory, address)
}

function scansIn(sql: string): string[] {
  if (/^\s*PRAGMA/i.test(sql)) return []
  // The plan depends on where the values stand, not on what they are.
  const bound = sql.replace(/\?|:\w+/g, '1')
  const plan = directory.database.sqlite.prepare(`EXPLAIN QUERY PLAN ${bound}`).all() as { detail: string }[]
  return plan.map((step) => step.detail).filter((detail) => !SMALL.includes(/^SCAN (\w+)/.exec(detail)?.[1] ?? 'CONSTANT'))
}
