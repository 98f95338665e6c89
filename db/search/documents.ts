/** What the engines index of each organization and product: read from SQLite in the order that decides when relevance ties. */

import { type Collection, UNKNOWN, UNRATED } from '../question'
import { type Sqlite, statement } from '../sqlite'
import type { DirectoryVocabulary } from '../vocabulary'
import { append } from './append'
import type { EngineDocument } from './fields'
import { fold } from './words'

/** Rows read at once: few enough to hold, many enough that statements cost little. */
const CHUNK = 2000

interface OrganizationRow {
  id: number
  slug: string
  name: string
  legalName: string | null
  tier: number | null
  revenueUsd: number | null
  employees: number | null
  founded: number | null
  city: string | null
  region: string | null
  country: string | null
  ownership: string | null
  overview: string | null
  productCount: number
  inReport: number
}

interface ProductRow {
  id: number
  organizationId: number
  slug: string
  name: string
  reportHeading: string | null
  segment: string
  hal: number | null
  summary: string | null
  status: string | null
  introduced: number | null
  priceUsd: number | null
  supplierSlug: string
  supplierName: string
  tier: number | null
  productCount: number
  inReport: number
}

const NAMED = 'IN (SELECT value FROM json_each(?))'
const ORGANIZATION_ORDER = 'ORDER BY in_report DESC, product_count DESC, slug'
const PRODUCT_ORDER = "ORDER BY in_report DESC, product_count DESC, organizations.slug || '/' || products.slug"
const ORGANIZATION_IDS = 'SELECT id FROM organizations'
const PRODUCT_IDS = 'SELECT products.id FROM products JOIN organizations ON organizations.id = organization_id'
/** Ids in relevance's last order: suppliers of the report first, more products, slug. */
const IDS: Record<Collection, { all: string; of: string }> = {
  organizations: {
    all: `${ORGANIZATION_IDS} ${ORGANIZATION_ORDER}`,
    of: `${ORGANIZATION_IDS} WHERE id ${NAMED} ${ORGANIZATION_ORDER}`,
  },
  products: {
    all: `${PRODUCT_IDS} ${PRODUCT_ORDER}`,
    of: `${PRODUCT_IDS} WHERE organization_id ${NAMED} ${PRODUCT_ORDER}`,
  },
}

const ORGANIZATIONS = `SELECT id, slug, name, legal_name AS legalName, tier, revenue_usd AS revenueUsd, employees, founded, city, region, country, ownership, overview,
  product_count AS productCount, in_report AS inReport FROM organizations WHERE id ${NAMED}`
const PRODUCTS = `SELECT products.id, organization_id AS organizationId, products.slug, products.name, report_heading AS reportHeading, segment, hal, summary, status, introduced,
  price_usd AS priceUsd, organizations.slug AS supplierSlug, organizations.name AS supplierName, organizations.tier,
  product_count AS productCount, in_report AS inReport
  FROM products JOIN organizations ON organizations.id = organization_id WHERE products.id ${NAMED}`
/** Texts of organizations in the order in which an entry lists them. */
const TEXTS = {
  aliases: `SELECT organization_id AS owner, name AS value FROM aliases WHERE organization_id ${NAMED} ORDER BY organization_id, position`,
  people: `SELECT organization_id AS owner, name AS value FROM people WHERE organization_id ${NAMED} ORDER BY organization_id, position`,
  products: `SELECT organization_id AS owner, name AS value FROM products WHERE organization_id ${NAMED} ORDER BY organization_id, position`,
  summaries: `SELECT organization_id AS owner, summary AS value FROM products WHERE organization_id ${NAMED} AND summary IS NOT NULL
    ORDER BY organization_id, position`,
  overviews: `SELECT id AS owner, overview AS value FROM organizations WHERE id ${NAMED} AND overview IS NOT NULL`,
} as const
const TERMS = `SELECT organization_id AS owner, kind, term AS value FROM organization_terms WHERE organization_id ${NAMED} ORDER BY organization_id, kind, position`
const OWN_PRODUCTS = `SELECT id FROM products WHERE organization_id ${NAMED} ORDER BY organization_id, position`
const OSES = `SELECT product_id AS owner, os AS value FROM product_os WHERE product_id ${NAMED} ORDER BY product_id, position`

interface Owned {
  owner: number
  value: string
}

/** Every entry of a collection in relevance's last order. @param owners Where given, only these organizations and what belongs to them. */
export function documents(
  collection: Collection,
  sqlite: Sqlite,
  vocabulary: DirectoryVocabulary,
  owners?: readonly number[],
): Iterable<EngineDocument> {
  const { all, of } = IDS[collection]
  const ids = statement(sqlite, owners ? of : all)
    .pluck()
    .all(...(owners ? [JSON.stringify(owners)] : [])) as number[]
  return collection === 'organizations' ? organizationDocuments(sqlite, vocabulary, ids) : productDocuments(sqlite, vocabulary, ids)
}

/** Texts of one kind by organization; one that has none is not in it. @param ids Of the organizations, as a list in JSON. */
export function textsByOrganization(sqlite: Sqlite, kind: keyof typeof TEXTS, ids: string): Map<number, string[]> {
  return grouped(statement(sqlite, TEXTS[kind]).all(ids) as Owned[])
}

/** Organizations by id, in the order given. */
export function* organizationDocuments(sqlite: Sqlite, vocabulary: DirectoryVocabulary, ids: readonly number[]): Generator<EngineDocument> {
  for (const chunk of inChunks(ids)) {
    const json = JSON.stringify(chunk)
    const aliases = textsByOrganization(sqlite, 'aliases', json)
    const people = textsByOrganization(sqlite, 'people', json)
    const terms = groupedTerms(statement(sqlite, TERMS).all(json) as (Owned & { kind: string })[])
    const productIds = statement(sqlite, OWN_PRODUCTS).pluck().all(json) as number[]
    const products = productsById(sqlite, productIds)
    const productsOf = new Map<number, WithOs<ProductRow>[]>()
    for (const id of productIds) {
      const product = products.get(id)
      if (product) append(productsOf, product.organizationId, product)
    }
    for (const row of inOrder<OrganizationRow>(sqlite, ORGANIZATIONS, chunk, json)) {
      yield organizationDocument(
        row,
        aliases.get(row.id) ?? [],
        people.get(row.id) ?? [],
        terms.get(row.id) ?? new Map(),
        productsOf.get(row.id) ?? [],
        vocabulary,
      )
    }
  }
}

/** Products by id, in the order given. */
export function* productDocuments(sqlite: Sqlite, vocabulary: DirectoryVocabulary, ids: readonly number[]): Generator<EngineDocument> {
  for (const chunk of inChunks(ids)) {
    const products = productsById(sqlite, chunk)
    const owners = [...new Set([...products.values()].map((product) => product.organizationId))]
    const aliases = textsByOrganization(sqlite, 'aliases', JSON.stringify(owners))
    for (const id of chunk) {
      const product = products.get(id)
      if (product) yield productDocument(product, aliases.get(product.organizationId) ?? [], vocabulary)
    }
  }
}

type WithOs<Row> = Row & { os: string[] }

function organizationDocument(
  row: OrganizationRow,
  aliases: string[],
  people: string[],
  terms: Map<string, string[]>,
  products: WithOs<ProductRow>[],
  vocabulary: DirectoryVocabulary,
): EngineDocument {
  const roles = terms.get('role') ?? []
  const categories = terms.get('category') ?? []
  const segments = unique([...(terms.get('segment') ?? []), ...products.map((product) => product.segment)])
  const os = unique([...(terms.get('os') ?? []), ...products.flatMap((product) => product.os)])
  const hal = unique([...(terms.get('hal') ?? []), ...products.flatMap((product) => (product.hal === null ? [] : [String(product.hal)]))])
  const place = row.country === null ? [] : row.region === null ? [row.country] : [row.country, `${row.country}/${row.region}`]
  return {
    id: row.id,
    owner: row.id,
    standing: [row.inReport, row.productCount],
    slug: row.slug,
    name: row.name,
    aliases: row.legalName === null ? aliases : [...aliases, row.legalName],
    products: products.map((product) => product.name),
    labels: organizationLabels({ ...row, roles, segments, os, categories }, vocabulary),
    people,
    rest: [row.overview ?? '', ...products.map((product) => product.summary ?? '')],
    facets: {
      role: known(roles),
      tier: [row.tier === null ? UNRATED : String(row.tier)],
      segment: known(withSegmentGroups(segments)),
      os: known(withFamilies(os, vocabulary)),
      hal: known(hal),
      category: known(categories),
      location: known(place),
      ownership: [row.ownership ?? UNKNOWN],
    },
    sorts: {
      name: fold(row.name),
      tier: row.tier,
      revenue: row.revenueUsd,
      employees: row.employees,
      founded: row.founded,
      products: row.productCount,
    },
  }
}

function productDocument(row: WithOs<ProductRow>, supplierAliases: string[], vocabulary: DirectoryVocabulary): EngineDocument {
  return {
    id: row.id,
    owner: row.organizationId,
    standing: [row.inReport, row.productCount],
    slug: `${row.supplierSlug}/${row.slug}`,
    name: row.name,
    aliases: row.reportHeading === null || row.reportHeading === row.name ? [] : [row.reportHeading],
    products: [row.supplierName, ...supplierAliases],
    labels: productLabels(row, vocabulary),
    people: [],
    rest: [row.summary ?? ''],
    facets: {
      tier: [row.tier === null ? UNRATED : String(row.tier)],
      segment: withSegmentGroups([row.segment]),
      os: known(withFamilies(row.os, vocabulary)),
      hal: [row.hal === null ? UNKNOWN : String(row.hal)],
      status: [row.status ?? UNKNOWN],
      supplier: [row.supplierSlug],
    },
    sorts: { name: fold(row.name), supplier: fold(row.supplierName), introduced: row.introduced, price: row.priceUsd },
  }
}

interface OrganizationTerms extends Pick<OrganizationRow, 'city' | 'region' | 'country'> {
  roles: readonly string[]
  segments: readonly string[]
  /** By id, as `segments`, those of its products included. */
  os: readonly string[]
  categories: readonly string[]
}

/** The words that stand for what an organization is, does and where. */
export const organizationLabels = (of: OrganizationTerms, vocabulary: DirectoryVocabulary): string[] => [
  ...of.roles.map((id) => vocabulary.labelOf('role', id)),
  ...segmentLabels(of.segments, vocabulary),
  ...osLabels(of.os, vocabulary),
  ...of.categories.map((id) => vocabulary.labelOf('category', id)),
  ...placeWords(of, vocabulary),
]

/** The words that stand for what a product is and runs on. @param of Its operating systems by id. */
export const productLabels = (of: { segment: string; os: readonly string[] }, vocabulary: DirectoryVocabulary): string[] => [
  ...segmentLabels([of.segment], vocabulary),
  ...osLabels(of.os, vocabulary),
]

const groupOf = (segment: string) => segment.split('/')[0] ?? segment
const withSegmentGroups = (segments: readonly string[]) => unique([...segments.map(groupOf), ...segments])

/** Filter values of OSes: `unix` and `unix/solaris` for the taxonomy's `solaris`. */
function withFamilies(ids: readonly string[], vocabulary: DirectoryVocabulary): string[] {
  return unique([...ids.map((id) => vocabulary.familyOf(id)), ...ids.map((id) => vocabulary.osValue(id))])
}

function segmentLabels(segments: readonly string[], vocabulary: DirectoryVocabulary): string[] {
  return [
    ...unique(segments.map(groupOf)).map((id) => vocabulary.labelOf('segment-group', id)),
    ...segments.map((id) => vocabulary.labelOf('segment', id)),
  ]
}

function osLabels(ids: readonly string[], vocabulary: DirectoryVocabulary): string[] {
  const families = unique(ids.map((id) => vocabulary.familyOf(id)))
  return [...families.map((id) => vocabulary.labelOf('os-family', id)), ...ids.map((id) => vocabulary.labelOf('os', id))]
}

/** City, state and country by code and by name. */
function placeWords(row: Pick<OrganizationRow, 'city' | 'region' | 'country'>, vocabulary: DirectoryVocabulary): string[] {
  if (row.country === null) return []
  const region = row.region === null ? [] : unique([row.region, vocabulary.regionName(row.country, row.region)])
  return [...(row.city === null ? [] : [row.city]), ...region, row.country, vocabulary.countryName(row.country)]
}

const known = (values: string[]) => (values.length > 0 ? values : [UNKNOWN])
const unique = (values: string[]) => [...new Set(values)]

function productsById(sqlite: Sqlite, ids: readonly number[]): Map<number, WithOs<ProductRow>> {
  const json = JSON.stringify(ids)
  const os = grouped(statement(sqlite, OSES).all(json) as Owned[])
  const rows = statement(sqlite, PRODUCTS).all(json) as ProductRow[]
  return new Map(rows.map((row) => [row.id, { ...row, os: os.get(row.id) ?? [] }]))
}

/** The rows of a chunk in the chunk's order. */
function inOrder<Row extends { id: number }>(sqlite: Sqlite, sql: string, ids: readonly number[], json: string): Row[] {
  const rows = new Map((statement(sqlite, sql).all(json) as Row[]).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

function* inChunks(ids: readonly number[]): Generator<number[]> {
  for (let at = 0; at < ids.length; at += CHUNK) yield ids.slice(at, at + CHUNK)
}

function grouped(rows: readonly Owned[]): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const row of rows) append(groups, row.owner, row.value)
  return groups
}

function groupedTerms(rows: readonly (Owned & { kind: string })[]): Map<number, Map<string, string[]>> {
  const groups = new Map<number, Map<string, string[]>>()
  for (const row of rows) {
    const kinds = groups.get(row.owner) ?? new Map<string, string[]>()
    append(kinds, row.kind, row.value)
    groups.set(row.owner, kinds)
  }
  return groups
}
