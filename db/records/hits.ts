/** The rows that stand behind the ids of an answer, as the answer prints them. */
import type { Headquarters, Highlights, OrganizationHit, ProductHit } from '../answer'
import type { Directory } from '../directory'
import { organizationLabels, productLabels, textsByOrganization } from '../search/documents'
import { Highlighter } from '../search/highlight'
import type { Text } from '../search/text'
import { type Sqlite, statement } from '../sqlite'

type Readable = Pick<Directory, 'database' | 'vocabulary' | 'synonyms'>

interface OrganizationRow {
  id: number
  slug: string
  name: string
  legalName: string | null
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
  reportHeading: string | null
  organizationId: number
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

const ORGANIZATIONS = `SELECT organizations.id, slug, name, legal_name AS legalName, tier, tier_estimated AS tierEstimated, city, region, country, ownership, revenue_amount AS revenueAmount,
  revenue_currency AS revenueCurrency, revenue_usd AS revenueUsd, revenue_year AS revenueYear, employees, founded, product_count AS products, website
  FROM json_each(?) AS wanted JOIN organizations ON organizations.id = wanted.value ORDER BY wanted.key`

const OF_WANTED = 'organization_id IN (SELECT value FROM json_each(?))'
/** Each in the order in which an entry lists them; one query for all of them would sort them together, which takes twice as long. */
const OWN_TERMS = `SELECT organization_id AS owner, kind, term FROM organization_terms WHERE ${OF_WANTED} ORDER BY organization_id, kind, position`
const PRODUCT_TERMS = `SELECT organization_id AS owner, segment, hal FROM products WHERE ${OF_WANTED} ORDER BY organization_id, position`
const PRODUCT_SYSTEMS = `SELECT organization_id AS owner, os FROM products JOIN product_os ON product_id = products.id WHERE ${OF_WANTED}
  ORDER BY organization_id, products.position, product_os.position`

const PRODUCTS = `SELECT products.id, products.slug, products.name, report_heading AS reportHeading, organization_id AS organizationId, organizations.slug AS supplier, organizations.name AS supplierName, tier, tier_estimated AS tierEstimated,
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
  const terms = readTerms(sqlite, json)
  const of = ({ id }: OrganizationRow, kind: string) => [...(terms.get(id)?.[kind] ?? [])]
  const found = highlights<OrganizationRow>(directory, rows, text, [
    (wanted) => {
      const ids = idsOf(wanted)
      const aliases = textsByOrganization(sqlite, 'aliases', ids)
      const products = textsByOrganization(sqlite, 'products', ids)
      return ({ id, legalName }) => [
        ['alias', [...(aliases.get(id) ?? []), ...(legalName === null ? [] : [legalName])]],
        ['product', products.get(id) ?? []],
      ]
    },
    () => (row) => {
      const own = { roles: of(row, 'role'), segments: of(row, 'segment'), os: of(row, 'os'), categories: of(row, 'category') }
      return [['label', organizationLabels({ ...row, ...own }, vocabulary)]]
    },
    (wanted) => {
      const ids = idsOf(wanted)
      const people = textsByOrganization(sqlite, 'people', ids)
      const overviews = textsByOrganization(sqlite, 'overviews', ids)
      const summaries = textsByOrganization(sqlite, 'summaries', ids)
      return ({ id }) => [
        ['people', people.get(id) ?? []],
        ['summary', [...(overviews.get(id) ?? []), ...(summaries.get(id) ?? [])]],
      ]
    },
  ])
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    url: `/organizations/${row.slug}`,
    roles: of(row, 'role'),
    tier: row.tier,
    tierEstimated: row.tierEstimated === 1,
    segments: of(row, 'segment'),
    os: of(row, 'os').map((id) => vocabulary.osValue(id)),
    hal: of(row, 'hal')
      .map(Number)
      .sort((a, b) => a - b),
    categories: of(row, 'category'),
    headquarters: headquarters(row),
    ownership: row.ownership,
    revenue: revenue(row),
    employees: row.employees,
    founded: row.founded,
    products: row.products,
    website: row.website,
    highlights: found.get(row.id) ?? {},
  }))
}

/** Per organization what it has of each kind of term: its own first, then those of its products. @param ids As a list in JSON. */
function readTerms(sqlite: Sqlite, ids: string): Map<number, Record<string, Set<string>>> {
  const terms = new Map<number, Record<string, Set<string>>>()
  const add = (owner: number, kind: string, term: string) => {
    const kinds = terms.get(owner) ?? {}
    terms.set(owner, kinds)
    kinds[kind] = (kinds[kind] ?? new Set()).add(term)
  }
  for (const { owner, kind, term } of statement(sqlite, OWN_TERMS).all(ids) as { owner: number; kind: string; term: string }[])
    add(owner, kind, term)
  for (const { owner, segment, hal } of statement(sqlite, PRODUCT_TERMS).all(ids) as {
    owner: number
    segment: string
    hal: number | null
  }[]) {
    add(owner, 'segment', segment)
    if (hal !== null) add(owner, 'hal', String(hal))
  }
  for (const { owner, os } of statement(sqlite, PRODUCT_SYSTEMS).all(ids) as { owner: number; os: string }[]) add(owner, 'os', os)
  return terms
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
  const found = highlights<ProductRow>(directory, rows, text, [
    (wanted) => {
      const aliases = textsByOrganization(sqlite, 'aliases', JSON.stringify(wanted.map(({ organizationId }) => organizationId)))
      return ({ name, reportHeading, supplierName, organizationId }) => [
        ['alias', reportHeading === null || reportHeading === name ? [] : [reportHeading]],
        ['product', [supplierName, ...(aliases.get(organizationId) ?? [])]],
      ]
    },
    () =>
      ({ id, segment, summary }) => [
        ['label', productLabels({ segment, os: os.get(id) ?? [] }, vocabulary)],
        ['summary', summary === null ? [] : [summary]],
      ],
  ])
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

const idsOf = (rows: readonly { id: number }[]) => JSON.stringify(rows.map(({ id }) => id))

/** Texts of a row in which the question's may be found, by field. */
type Texts = readonly (readonly [keyof Highlights, readonly string[]])[]

/**
 * Per row id where the text was found: the name wherever it has any of it, then field by field what shows a word that no field before did;
 * of several aliases, products or people the first.
 * @param further What comes after the name, in order: each reads the texts of the rows that do not show every word yet.
 */
function highlights<Row extends { id: number; name: string }>(
  directory: Readable,
  rows: readonly Row[],
  text: Text,
  further: readonly ((rows: readonly Row[]) => (row: Row) => Texts)[],
): Map<number, Highlights> {
  const found = new Map<number, Highlights>()
  if (text.needs.length === 0) return found
  const highlighter = new Highlighter(text, directory.synonyms())
  let unfinished = rows.map((row) => ({ row, highlighted: {} as Highlights, shown: new Set<number>() }))
  for (const { row, highlighted } of unfinished) found.set(row.id, highlighted)
  for (const read of [
    () =>
      ({ name }: Row): Texts => [['name', [name]]],
    ...further,
  ]) {
    const textsOf = read(unfinished.map(({ row }) => row))
    unfinished = unfinished.filter(({ row, highlighted, shown }) => {
      for (const [field, texts] of textsOf(row)) {
        for (const candidate of texts) {
          const marked = field === 'summary' ? highlighter.excerpt(candidate) : highlighter.mark(candidate)
          if (!marked || [...marked.needs].every((need) => shown.has(need))) continue
          highlighted[field] = marked.html
          for (const need of marked.needs) shown.add(need)
          break
        }
        if (shown.size === text.needs.length) return false
      }
      return true
    })
    if (unfinished.length === 0) break
  }
  return found
}
