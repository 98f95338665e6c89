/** The rows that stand behind the ids of an answer, as the answer prints them. */
import type { Headquarters, Highlights, OrganizationHit, ProductHit } from '../answer'
import type { Directory } from '../directory'
import { organizationDocuments, productDocuments } from '../search/documents'
import type { EngineDocument } from '../search/fields'
import { Highlighter, type Marked } from '../search/highlight'
import type { Text } from '../search/text'
import { statement } from '../sqlite'

type Readable = Pick<Directory, 'database' | 'vocabulary' | 'synonyms'>

interface OrganizationRow {
  id: number
  slug: string
  name: string
  tier: number | null
  tierEstimated: number
  city: string | null
  region: string | null
  country: string | null
  ownership: string | null
  revenueAmount: number | null
  revenueCurrency: string | null
  revenueUsd: number | null
  revenueYear: number | null
  employees: number | null
  founded: number | null
  products: number
  website: string | null
}

interface ProductRow {
  id: number
  slug: string
  name: string
  supplier: string
  supplierName: string
  tier: number | null
  tierEstimated: number
  segment: string
  hal: number | null
  status: string | null
  introduced: number | null
  priceAmount: number | null
  priceCurrency: string | null
  priceUsd: number | null
  summary: string | null
}

const ORGANIZATIONS = `SELECT organizations.id, slug, name, tier, tier_estimated AS tierEstimated, city, region, country, ownership, revenue_amount AS revenueAmount,
  revenue_currency AS revenueCurrency, revenue_usd AS revenueUsd, revenue_year AS revenueYear, employees, founded, product_count AS products, website
  FROM json_each(?) AS wanted JOIN organizations ON organizations.id = wanted.value ORDER BY wanted.key`

/** Its own terms first, in their order, then those of its products. */
const TERMS = `SELECT organization_id AS owner, kind, term, 0 AS of_product, position FROM organization_terms WHERE organization_id IN (SELECT value FROM json_each(:ids))
  UNION ALL SELECT organization_id, 'segment', segment, 1, position FROM products WHERE organization_id IN (SELECT value FROM json_each(:ids))
  UNION ALL SELECT organization_id, 'hal', hal, 1, position FROM products WHERE hal IS NOT NULL AND organization_id IN (SELECT value FROM json_each(:ids))
  UNION ALL SELECT organization_id, 'os', os, 1, products.position * 100 + product_os.position FROM products JOIN product_os ON product_id = products.id
    WHERE organization_id IN (SELECT value FROM json_each(:ids))
  ORDER BY owner, kind, of_product, position`

const PRODUCTS = `SELECT products.id, products.slug, products.name, organizations.slug AS supplier, organizations.name AS supplierName, tier, tier_estimated AS tierEstimated,
  segment, hal, status, introduced, price_amount AS priceAmount, price_currency AS priceCurrency, price_usd AS priceUsd, summary
  FROM json_each(?) AS wanted JOIN products ON products.id = wanted.value JOIN organizations ON organizations.id = products.organization_id ORDER BY wanted.key`
const PRODUCT_OS =
  'SELECT product_id AS owner, os FROM product_os WHERE product_id IN (SELECT value FROM json_each(?)) ORDER BY product_id, position'

/** Organizations by id, in the order given. @param text What was asked, for the highlights. */
export function readOrganizationHits(directory: Readable, ids: readonly number[], text: Text): OrganizationHit[] {
  const { sqlite } = directory.database
  const vocabulary = directory.vocabulary()
  const json = JSON.stringify(ids)
  const rows = statement(sqlite, ORGANIZATIONS).all(json) as OrganizationRow[]
  const terms = new Map<string, Set<string>>()
  for (const { owner, kind, term } of statement(sqlite, TERMS).all({ ids: json }) as {
    owner: number
    kind: string
    term: string | number
  }[]) {
    const key = `${owner} ${kind}`
    terms.set(key, (terms.get(key) ?? new Set()).add(String(term)))
  }
  const found = highlights(directory, rows, (wanted) => organizationDocuments(sqlite, vocabulary, wanted), text)
  return rows.map((row) => {
    const of = (kind: string) => [...(terms.get(`${row.id} ${kind}`) ?? [])]
    return {
      slug: row.slug,
      name: row.name,
      url: `/organizations/${row.slug}`,
      roles: of('role'),
      tier: row.tier,
      tierEstimated: row.tierEstimated === 1,
      segments: of('segment'),
      os: of('os').map((id) => vocabulary.osValue(id)),
      hal: of('hal')
        .map(Number)
        .sort((a, b) => a - b),
      categories: of('category'),
      headquarters: headquarters(row),
      ownership: row.ownership,
      revenue: revenue(row),
      employees: row.employees,
      founded: row.founded,
      products: row.products,
      website: row.website,
      highlights: found.get(row.id) ?? {},
    }
  })
}

/** Products by id, in the order given. @param text What was asked, for the highlights. */
export function readProductHits(directory: Readable, ids: readonly number[], text: Text): ProductHit[] {
  const { sqlite } = directory.database
  const vocabulary = directory.vocabulary()
  const json = JSON.stringify(ids)
  const rows = statement(sqlite, PRODUCTS).all(json) as ProductRow[]
  const os = new Map<number, string[]>()
  for (const row of statement(sqlite, PRODUCT_OS).all(json) as { owner: number; os: string }[])
    os.set(row.owner, [...(os.get(row.owner) ?? []), row.os])
  const found = highlights(directory, rows, (wanted) => productDocuments(sqlite, vocabulary, wanted), text)
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    url: `/products/${row.supplier}/${row.slug}`,
    supplier: row.supplier,
    supplierName: row.supplierName,
    tier: row.tier,
    tierEstimated: row.tierEstimated === 1,
    segment: row.segment,
    os: (os.get(row.id) ?? []).map((id) => vocabulary.osValue(id)),
    hal: row.hal,
    status: row.status,
    introduced: row.introduced,
    price:
      row.priceAmount === null || row.priceCurrency === null
        ? null
        : { amount: row.priceAmount, currency: row.priceCurrency, usd: row.priceUsd },
    summary: row.summary,
    highlights: found.get(row.id) ?? {},
  }))
}

function headquarters({ city, region, country }: OrganizationRow): Headquarters | null {
  return country === null ? null : { city, region, country }
}

function revenue(row: OrganizationRow): OrganizationHit['revenue'] {
  const { revenueAmount: amount, revenueCurrency: currency, revenueUsd: usd, revenueYear: fiscalYear } = row
  return amount === null || currency === null || fiscalYear === null ? null : { amount, currency, usd, fiscalYear }
}

/**
 * Per row id where the text was found: the name wherever it has any of it, then field by field what shows a word that no field before did;
 * of several aliases, products or people the first.
 * @param read Reads all texts of rows, which those whose name shows every word need not.
 */
function highlights(
  directory: Readable,
  rows: readonly { id: number; name: string }[],
  read: (ids: number[]) => Iterable<EngineDocument>,
  text: Text,
): Map<number, Highlights> {
  if (text.needs.length === 0) return new Map()
  const highlighter = new Highlighter(text, directory.synonyms())
  const mark = (candidate: string) => highlighter.mark(candidate)
  const excerpt = (candidate: string) => highlighter.excerpt(candidate)
  const found = new Map<number, Highlights>()
  const unfinished: number[] = []
  for (const { id, name } of rows) {
    const marked = mark(name)
    if (marked?.needs.size === text.needs.length) found.set(id, { name: marked.html })
    else unfinished.push(id)
  }
  for (const document of read(unfinished)) {
    const shown = new Set<number>()
    const fields: [keyof Highlights, readonly string[], (candidate: string) => Marked | null][] = [
      ['name', [document.name], mark],
      ['alias', document.aliases, mark],
      ['product', document.products, mark],
      ['label', document.labels, mark],
      ['people', document.people, mark],
      ['summary', document.rest, excerpt],
    ]
    const highlighted: Highlights = {}
    for (const [field, candidates, show] of fields) {
      if (shown.size === text.needs.length) break
      for (const candidate of candidates) {
        const marked = show(candidate)
        if (!marked || [...marked.needs].every((need) => shown.has(need))) continue
        highlighted[field] = marked.html
        for (const need of marked.needs) shown.add(need)
        break
      }
    }
    found.set(document.id, highlighted)
  }
  return found
}
