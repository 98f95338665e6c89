/** What a directory looks like, measured from a loaded pack: the rows a synthetic organization is modelled on, and the words of its texts. */
import { createHash } from 'node:crypto'
import { Problem } from '../problem'
import type { Sqlite } from '../sqlite'
import { Words } from './words'

/** An organization of the pack without its texts: facets, figures and how much there is of each thing. */
export interface Model {
  id: number
  hasLegalName: boolean
  tier: number | null
  tierEstimated: number
  tierReason: string
  revenueAmount: number | null
  revenueCurrency: string | null
  revenueUsd: number | null
  revenueYear: number | null
  hasCity: boolean
  region: string | null
  country: string | null
  founded: number | null
  ownership: string | null
  ticker: string | null
  website: string | null
  employees: number | null
  employeesYear: number | null
  /** Words of the overview; 0 where there is none. */
  overviewLength: number
  inReport: number
  aliases: number
  /** Titles of its people. */
  titles: string[]
  terms: { kind: string; term: string; position: number }[]
  products: ProductModel[]
}

export interface ProductModel {
  id: number
  segment: string
  hal: number | null
  introduced: number | null
  status: string | null
  priceAmount: number | null
  priceCurrency: string | null
  priceUsd: number | null
  summaryLength: number
  os: string[]
}

/** The kinds of text, each with words of its own. */
const TEXTS = {
  name: 'SELECT name FROM organizations ORDER BY slug',
  alias: 'SELECT a.name FROM aliases a JOIN organizations o ON o.id = a.organization_id ORDER BY o.slug, a.position',
  city: 'SELECT city FROM organizations WHERE city IS NOT NULL ORDER BY slug',
  person: 'SELECT p.name FROM people p JOIN organizations o ON o.id = p.organization_id ORDER BY o.slug, p.position',
  product: 'SELECT p.name FROM products p JOIN organizations o ON o.id = p.organization_id ORDER BY o.slug, p.position',
  overview: 'SELECT overview FROM organizations WHERE overview IS NOT NULL ORDER BY slug',
  summary:
    'SELECT p.summary FROM products p JOIN organizations o ON o.id = p.organization_id WHERE p.summary IS NOT NULL ORDER BY o.slug, p.position',
} as const
export type TextKind = keyof typeof TEXTS

export interface Shape {
  models: Model[]
  words: Record<TextKind, Words>
  /** The last words of the legal names: Inc., Corporation, ... */
  legalForms: string[]
  /** Changes when the measured pack does. */
  fingerprint: string
}

/**
 * Measure the organizations of a database.
 * @throws {Problem} where it holds none.
 */
export function measureShape(sqlite: Sqlite): Shape {
  const models = readModels(sqlite)
  if (models.length === 0) throw new Problem('There is no organization to model a synthetic directory on.', 'Load the content pack first.')
  const print = createHash('sha256').update(JSON.stringify(models))
  const words = {} as Record<TextKind, Words>
  for (const [index, [kind, query]] of (Object.entries(TEXTS) as [TextKind, string][]).entries()) {
    const texts = sqlite.prepare(query).pluck().all() as string[]
    print.update(JSON.stringify(texts))
    words[kind] = new Words(texts, index + 1)
  }
  const legalNames = sqlite
    .prepare('SELECT legal_name FROM organizations WHERE legal_name IS NOT NULL ORDER BY slug')
    .pluck()
    .all() as string[]
  const legalForms = legalNames.map((legalName) => legalName.slice(legalName.lastIndexOf(' ') + 1))
  print.update(JSON.stringify(legalForms))
  return { models, words, legalForms, fingerprint: print.digest('hex').slice(0, 16) }
}

const ORGANIZATIONS = `
  SELECT id, legal_name IS NOT NULL AS hasLegalName, tier, tier_estimated AS tierEstimated, tier_reason AS tierReason,
    revenue_amount AS revenueAmount, revenue_currency AS revenueCurrency, revenue_usd AS revenueUsd, revenue_year AS revenueYear,
    city IS NOT NULL AS hasCity, region, country, founded, ownership, ticker, website, employees, employees_year AS employeesYear,
    overview, in_report AS inReport
  FROM organizations ORDER BY slug`

const PRODUCTS = `
  SELECT id, segment, hal, introduced, status, price_amount AS priceAmount, price_currency AS priceCurrency, price_usd AS priceUsd, summary
  FROM products WHERE organization_id = ? ORDER BY position`

function readModels(sqlite: Sqlite): Model[] {
  const products = sqlite.prepare(PRODUCTS)
  const os = sqlite.prepare('SELECT os FROM product_os WHERE product_id = ? ORDER BY position').pluck()
  const terms = sqlite.prepare('SELECT kind, term, position FROM organization_terms WHERE organization_id = ? ORDER BY kind, position')
  const titles = sqlite.prepare('SELECT title FROM people WHERE organization_id = ? ORDER BY position').pluck()
  const aliases = sqlite.prepare('SELECT count(*) FROM aliases WHERE organization_id = ?').pluck()
  const rows = sqlite.prepare(ORGANIZATIONS).all() as (Omit<Model, 'overviewLength'> & { overview: string | null })[]
  return rows.map(({ overview, ...row }) => ({
    ...row,
    overviewLength: countWords(overview),
    aliases: aliases.get(row.id) as number,
    titles: titles.all(row.id) as string[],
    terms: terms.all(row.id) as Model['terms'],
    products: (products.all(row.id) as (Omit<ProductModel, 'summaryLength'> & { summary: string | null })[]).map(
      ({ summary, ...product }) => ({
        ...product,
        summaryLength: countWords(summary),
        os: os.all(product.id) as string[],
      }),
    ),
  }))
}

const countWords = (text: string | null) => (text === null ? 0 : text.split(/\s+/).length)
