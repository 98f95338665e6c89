/** Writing one organization with everything that belongs to it. */
import * as schema from '../schema'
import type { PlannedOrganization } from './plan'
import { known, type Tables, withId } from './tables'
import { writeSources } from './write-sources'

/** What belongs to an organization and is written anew with it. */
const OWN_TABLES = [
  'aliases',
  'organization_terms',
  'people',
  'financials',
  'relationships',
  'events',
  'report_mentions',
  'gaps',
  'overview_sources',
]
const PRODUCT_TABLES = ['product_os', 'product_features', 'product_sources']

/**
 * Write an organization in place of what the database holds of it. Its id, those of its products (by slug) and of its sources (by key) stay.
 * @param ids Of every organization of the plan, by slug.
 */
export function writeOrganization(tables: Tables, planned: PlannedOrganization, ids: ReadonlyMap<string, number>): void {
  const organizationId = known(ids, planned.value.slug)
  for (const table of OWN_TABLES) tables.run(`DELETE FROM ${table} WHERE organization_id = ?`, organizationId)
  const source = writeSources(tables, { organizationId }, planned.sources)
  writeFacts(tables, planned, ids, source)
  writeLists(tables, planned, ids, source)
  writeProducts(tables, planned, organizationId, source)
}

type SourceIds = ReadonlyMap<string, number>

const cite = (source: SourceIds, key: string | null | undefined) => (key ? known(source, key) : null)

function writeFacts(tables: Tables, planned: PlannedOrganization, ids: ReadonlyMap<string, number>, source: SourceIds): void {
  const { value, rating } = planned
  const { headquarters, founded, ownership, ticker, parent, website, employees } = value
  tables.put(schema.organizations, {
    id: known(ids, value.slug),
    slug: value.slug,
    name: value.name,
    legalName: value.legalName,
    pack: planned.pack,
    fingerprint: planned.fingerprint,
    tier: rating.tier,
    tierEstimated: rating.estimated,
    tierReason: rating.reason,
    tierRule: rating.rule,
    tierSourceId: cite(source, rating.source),
    revenueAmount: rating.revenue?.amount,
    revenueCurrency: rating.revenue?.currency,
    revenueUsd: rating.revenue?.usd,
    revenueYear: rating.revenue?.fiscalYear,
    city: headquarters?.city,
    region: headquarters?.region,
    country: headquarters?.country,
    headquartersSourceId: cite(source, headquarters?.source),
    founded: founded?.year,
    foundedSourceId: cite(source, founded?.source),
    ownership: ownership?.type,
    ownershipNote: ownership?.note,
    ownershipSourceId: cite(source, ownership?.source),
    exchange: ticker?.exchange,
    ticker: ticker?.symbol,
    tickerSourceId: cite(source, ticker?.source),
    parentName: parent?.name,
    parentOrganizationId: planned.parent === null ? null : known(ids, planned.parent),
    parentSourceId: cite(source, parent?.source),
    website: website?.url,
    websiteSourceId: cite(source, website?.source),
    employees: employees?.count,
    employeesYear: employees?.asOf,
    employeesSourceId: cite(source, employees?.source),
    overview: value.overview?.text,
    productCount: planned.products.length,
    inReport: planned.inReport,
  })
}

function writeLists(tables: Tables, planned: PlannedOrganization, ids: ReadonlyMap<string, number>, source: SourceIds): void {
  const { value } = planned
  const own = { organizationId: known(ids, value.slug) }
  tables.insertEach(schema.aliases, value.aliases, (name) => ({ ...own, name }))
  for (const [kind, terms] of [
    ['role', value.roles],
    ['segment', value.segments],
    ['os', value.os],
    ['hal', value.hal],
    ['category', value.categories],
  ] as const) {
    const given: readonly (string | number)[] = terms ?? []
    tables.insertEach(schema.organizationTerms, given, (term) => ({ ...own, kind, term: String(term) }))
  }
  tables.insertEach(schema.people, value.management, (row) => ({ ...own, ...row, sourceId: cite(source, row.source) }))
  tables.insertEach(schema.financials, value.financials, (row, position) => ({
    ...own,
    ...row,
    period: row.period ?? 'year',
    basis: row.basis ?? 'reported',
    usd: planned.financialsUsd[position],
    sourceId: cite(source, row.source),
  }))
  tables.insertEach(schema.relationships, value.relationships, (row, position) => {
    const target = planned.relationships[position] ?? { resolved: 'text' }
    const toOrganizationId = target.resolved === 'organization' ? known(ids, target.slug) : null
    return { ...own, ...row, resolved: target.resolved, toOrganizationId, sourceId: cite(source, row.source) }
  })
  tables.insertEach(schema.events, value.laterHistory, (row) => ({ ...own, ...row, sourceId: cite(source, row.source) }))
  tables.insertEach(schema.reportMentions, value.report, (row) => ({ ...own, ...row }))
  tables.insertEach(schema.gaps, value.gaps, (gap) => ({ ...own, gap }))
  tables.insertEach(schema.overviewSources, value.overview?.sources, (key) => ({ ...own, sourceId: known(source, key) }))
}

function writeProducts(tables: Tables, { products }: PlannedOrganization, organizationId: number, source: SourceIds): void {
  const stored = tables.all<{ id: number; slug: string }>('SELECT id, slug FROM products WHERE organization_id = ?', organizationId)
  const ids = new Map(stored.map((row) => [row.slug, row.id]))
  for (const { id, slug } of stored) {
    for (const table of PRODUCT_TABLES) tables.run(`DELETE FROM ${table} WHERE product_id = ?`, id)
    if (!products.some((product) => product.slug === slug)) tables.run('DELETE FROM products WHERE id = ?', id)
  }
  for (const [position, { slug, value, priceUsd }] of products.entries()) {
    const productId = tables.put(schema.products, {
      ...withId(ids.get(slug)),
      organizationId,
      position,
      slug,
      name: value.name,
      reportHeading: value.reportHeading,
      segment: value.segment,
      hal: value.hal,
      summary: value.summary,
      introduced: value.introduced,
      status: value.status,
      priceAmount: value.price?.amount,
      priceCurrency: value.price?.currency,
      priceUsd,
      priceNote: value.price?.note,
      priceSourceId: cite(source, value.price?.source),
    })
    tables.insertEach(schema.productOs, value.os, (os) => ({ productId, os }))
    tables.insertEach(schema.productSources, value.sources, (key) => ({ productId, sourceId: known(source, key) }))
    tables.insertEach(schema.productFeatures, Object.entries(value.features ?? {}), ([feature, stated]) => ({
      productId,
      feature,
      value: stated,
      note: value.featureNotes?.[feature],
    }))
  }
}
