/**
 * Every table of the directory. Two kinds: what a content pack says (replaced by a load), and what is derived from it
 * at load time so that lists and facets read columns (tier, USD amounts, resolved organization ids).
 * `position` keeps the order of the YAML wherever the pack has a list.
 */
import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

const organizationId = () =>
  integer('organization_id')
    .notNull()
    .references((): AnySQLiteColumn => organizations.id, { onDelete: 'cascade' })
const productId = () =>
  integer('product_id')
    .notNull()
    .references((): AnySQLiteColumn => products.id, { onDelete: 'cascade' })
const sourceId = () => integer('source_id').references((): AnySQLiteColumn => sources.id)
const position = () => integer('position').notNull()

/** Facts of the installation: one row per key (what was loaded last, from where, with which fingerprint). */
export const settings = sqliteTable('settings', { key: text('key').primaryKey(), value: text('value').notNull() })

/**
 * The controlled vocabulary, one row per id. kind: role, segment-group, segment, os-family, os, hal, tier, category,
 * ownership, status, relationship, metric, feature, region. `parent` is the group, family or country of a child.
 * `meaning` is the taxonomy's long text; `section` and `page` say where the report prints a category;
 * `details` is JSON for what only one kind has: a feature's kind, unit and groups, a relationship's `inverseLabel` (the words from the other end),
 * a metric's unit (money or count).
 */
export const terms = sqliteTable(
  'terms',
  {
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    parent: text('parent'),
    label: text('label').notNull(),
    meaning: text('meaning'),
    section: integer('section'),
    page: integer('page'),
    details: text('details', { mode: 'json' }).$type<Record<string, unknown>>(),
    position: position(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
)

/** Words that find each other: `kind` is group or one-way; rows of one `set` belong together; `role` is word or finds in a one-way set. */
export const synonyms = sqliteTable(
  'synonyms',
  {
    set: integer('set').notNull(),
    kind: text('kind', { enum: ['group', 'one-way'] }).notNull(),
    role: text('role', { enum: ['word', 'finds'] }).notNull(),
    phrase: text('phrase').notNull(),
    position: position(),
  },
  (table) => [primaryKey({ columns: [table.set, table.position] })],
)

export const exchangeRates = sqliteTable(
  'exchange_rates',
  {
    currency: text('currency').notNull(),
    year: integer('year').notNull(),
    usdPerUnit: real('usd_per_unit').notNull(),
    /** The figure as its source prints it, and which way round: USD per unit or units per USD. */
    rate: real('rate').notNull(),
    quoted: text('quoted', { enum: ['usdPerUnit', 'unitsPerUsd'] }).notNull(),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.currency, table.year] })],
)

export const exchangeRateSources = sqliteTable(
  'exchange_rate_sources',
  {
    currency: text('currency').notNull(),
    sourceId: integer('source_id')
      .notNull()
      .references((): AnySQLiteColumn => sources.id),
    position: position(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.position] })],
)

/** A page a fact was read on. It belongs to one organization or one ranking; the exchange rates' sources belong to neither. */
export const sources = sqliteTable(
  'sources',
  {
    id: integer('id').primaryKey(),
    organizationId: integer('organization_id').references((): AnySQLiteColumn => organizations.id, { onDelete: 'cascade' }),
    rankingId: integer('ranking_id').references((): AnySQLiteColumn => rankings.id, { onDelete: 'cascade' }),
    /** The id the YAML file gives it (`s1`), or `report` where a product cites the report's table of contents, which no file lists. */
    key: text('key').notNull(),
    url: text('url').notNull(),
    title: text('title').notNull(),
    publisher: text('publisher'),
    date: text('date'),
    position: position(),
  },
  (table) => [
    uniqueIndex('sources_organization').on(table.organizationId, table.key),
    uniqueIndex('sources_ranking').on(table.rankingId, table.key),
  ],
)

export const organizations = sqliteTable(
  'organizations',
  {
    id: integer('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    legalName: text('legal_name'),
    /** Which content folder it came from, and the fingerprint of its entry, so that a second load writes nothing. */
    pack: text('pack').notNull(),
    fingerprint: text('fingerprint').notNull(),

    /** Computed by the taxonomy's rule; null is unrated. `tierRule` 1-4 is the rule that decided, `tierFinancialId` its row. */
    tier: integer('tier'),
    tierEstimated: integer('tier_estimated', { mode: 'boolean' }).notNull(),
    tierReason: text('tier_reason').notNull(),
    tierRule: integer('tier_rule'),
    tierSourceId: integer('tier_source_id').references((): AnySQLiteColumn => sources.id),

    /** The financial row behind `tier` where rules 1 to 3 decided, as lists show it; USD by exchange-rates.yaml. */
    revenueAmount: real('revenue_amount'),
    revenueCurrency: text('revenue_currency'),
    revenueUsd: real('revenue_usd'),
    revenueYear: integer('revenue_year'),

    city: text('city'),
    region: text('region'),
    country: text('country'),
    headquartersSourceId: integer('headquarters_source_id').references((): AnySQLiteColumn => sources.id),
    founded: integer('founded'),
    foundedSourceId: integer('founded_source_id').references((): AnySQLiteColumn => sources.id),
    ownership: text('ownership'),
    ownershipNote: text('ownership_note'),
    ownershipSourceId: integer('ownership_source_id').references((): AnySQLiteColumn => sources.id),
    exchange: text('exchange'),
    ticker: text('ticker'),
    tickerSourceId: integer('ticker_source_id').references((): AnySQLiteColumn => sources.id),
    parentName: text('parent_name'),
    parentOrganizationId: integer('parent_organization_id'),
    parentSourceId: integer('parent_source_id').references((): AnySQLiteColumn => sources.id),
    website: text('website'),
    websiteSourceId: integer('website_source_id').references((): AnySQLiteColumn => sources.id),
    employees: integer('employees'),
    employeesYear: integer('employees_year'),
    employeesSourceId: integer('employees_source_id').references((): AnySQLiteColumn => sources.id),
    overview: text('overview'),
    productCount: integer('product_count').notNull(),
    inReport: integer('in_report', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('organizations_slug').on(table.slug),
    index('organizations_name').on(sql`${table.name} COLLATE NOCASE`),
    index('organizations_parent').on(table.parentOrganizationId),
    index('organizations_location').on(table.country, table.region),
  ],
)

export const overviewSources = sqliteTable(
  'overview_sources',
  {
    organizationId: organizationId(),
    position: position(),
    sourceId: integer('source_id')
      .notNull()
      .references((): AnySQLiteColumn => sources.id),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] })],
)

export const aliases = sqliteTable(
  'aliases',
  { organizationId: organizationId(), position: position(), name: text('name').notNull() },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] })],
)

/** An organization's own role, segment, os, hal and category ids as its file lists them (its products have theirs). */
export const organizationTerms = sqliteTable(
  'organization_terms',
  {
    organizationId: organizationId(),
    kind: text('kind', { enum: ['role', 'segment', 'os', 'hal', 'category'] }).notNull(),
    term: text('term').notNull(),
    position: position(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.kind, table.position] }),
    index('organization_terms_term').on(table.kind, table.term),
  ],
)

export const people = sqliteTable(
  'people',
  {
    organizationId: organizationId(),
    position: position(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    asOf: integer('as_of'),
    sourceId: sourceId(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] })],
)

export const financials = sqliteTable(
  'financials',
  {
    organizationId: organizationId(),
    position: position(),
    fiscalYear: integer('fiscal_year').notNull(),
    metric: text('metric').notNull(),
    amount: real('amount').notNull(),
    /** Null for a plain count (subscribers, access lines, homes passed). */
    currency: text('currency'),
    /** `amount` in USD; null for a count or a currency without a rate. */
    usd: real('usd'),
    scope: text('scope'),
    period: text('period').notNull(),
    periodEnd: text('period_end'),
    basis: text('basis').notNull(),
    note: text('note'),
    sourceId: sourceId(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] })],
)

/**
 * What a file says of another party. `resolved`: organization (toOrganizationId is another organization of the directory),
 * self (the name is the organization's own: part of its history), text (no organization of that name here).
 */
export const relationships = sqliteTable(
  'relationships',
  {
    organizationId: organizationId(),
    position: position(),
    type: text('type').notNull(),
    to: text('to').notNull(),
    toOrganizationId: integer('to_organization_id'),
    resolved: text('resolved', { enum: ['organization', 'self', 'text'] }).notNull(),
    since: integer('since'),
    note: text('note'),
    sourceId: sourceId(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] }), index('relationships_to').on(table.toOrganizationId)],
)

export const events = sqliteTable(
  'events',
  {
    organizationId: organizationId(),
    position: position(),
    year: integer('year').notNull(),
    event: text('event').notNull(),
    sourceId: sourceId(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] })],
)

/** Where the report names the organization. */
export const reportMentions = sqliteTable(
  'report_mentions',
  {
    organizationId: organizationId(),
    position: position(),
    section: integer('section').notNull(),
    page: integer('page').notNull(),
    heading: text('heading').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] })],
)

/** What was looked for and not found. */
export const gaps = sqliteTable('gaps', { organizationId: organizationId(), position: position(), gap: text('gap').notNull() }, (table) => [
  primaryKey({ columns: [table.organizationId, table.position] }),
])

export const products = sqliteTable(
  'products',
  {
    id: integer('id').primaryKey(),
    organizationId: organizationId(),
    position: position(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    reportHeading: text('report_heading'),
    segment: text('segment').notNull(),
    hal: integer('hal'),
    summary: text('summary'),
    introduced: integer('introduced'),
    status: text('status'),
    priceAmount: real('price_amount'),
    priceCurrency: text('price_currency'),
    priceUsd: real('price_usd'),
    priceNote: text('price_note'),
    priceSourceId: integer('price_source_id').references((): AnySQLiteColumn => sources.id),
  },
  (table) => [uniqueIndex('products_slug').on(table.organizationId, table.slug), index('products_segment').on(table.segment)],
)

export const productOs = sqliteTable('product_os', { productId: productId(), position: position(), os: text('os').notNull() }, (table) => [
  primaryKey({ columns: [table.productId, table.position] }),
  index('product_os_os').on(table.os),
])

/** A comparable fact; `value` is the YAML value as JSON (number, boolean, text, list of texts, or {min, max}). */
export const productFeatures = sqliteTable(
  'product_features',
  {
    productId: productId(),
    feature: text('feature').notNull(),
    value: text('value', { mode: 'json' }).$type<FeatureValue>().notNull(),
    note: text('note'),
    position: position(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.feature] })],
)
export type FeatureValue = number | boolean | string | string[] | { min?: number; max?: number }

export const productSources = sqliteTable(
  'product_sources',
  {
    productId: productId(),
    position: position(),
    sourceId: integer('source_id')
      .notNull()
      .references((): AnySQLiteColumn => sources.id),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] })],
)

export const rankings = sqliteTable(
  'rankings',
  {
    id: integer('id').primaryKey(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    publisher: text('publisher').notNull(),
    year: integer('year').notNull(),
    metric: text('metric').notNull(),
    metricYear: integer('metric_year'),
    currency: text('currency'),
    complete: integer('complete', { mode: 'boolean' }).notNull(),
    pack: text('pack').notNull(),
    fingerprint: text('fingerprint').notNull(),
  },
  (table) => [uniqueIndex('rankings_slug').on(table.slug)],
)

export const rankingEntries = sqliteTable(
  'ranking_entries',
  {
    rankingId: integer('ranking_id')
      .notNull()
      .references((): AnySQLiteColumn => rankings.id, { onDelete: 'cascade' }),
    position: position(),
    rank: integer('rank').notNull(),
    name: text('name').notNull(),
    organizationId: integer('organization_id').references((): AnySQLiteColumn => organizations.id),
    amount: real('amount'),
    sourceId: sourceId(),
  },
  (table) => [primaryKey({ columns: [table.rankingId, table.position] }), index('ranking_entries_organization').on(table.organizationId)],
)

/** The report's table of contents in its order; each supplier, product and list heading leads to what it names. */
export const reportHeadings = sqliteTable('report_headings', {
  position: integer('position').primaryKey(),
  section: integer('section').notNull(),
  page: integer('page').notNull(),
  kind: text('kind', { enum: ['topic', 'supplier', 'product', 'subsection'] }).notNull(),
  heading: text('heading').notNull(),
  supplier: text('supplier'),
  organizationId: integer('organization_id').references((): AnySQLiteColumn => organizations.id),
  productId: integer('product_id').references((): AnySQLiteColumn => products.id),
  category: text('category'),
})

/**
 * Which organizations have changed, in the order they changed: triggers write it (see the migration that follows the tables),
 * whatever process makes the change, and the search index reads what is newer than what it holds.
 */
export const changes = sqliteTable(
  'changes',
  { seq: integer('seq').primaryKey({ autoIncrement: true }), organizationId: integer('organization_id').notNull() },
  (table) => [uniqueIndex('changes_organization').on(table.organizationId)],
)
