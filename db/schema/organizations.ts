/** What a pack says of an organization, and what is derived from it. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { citing, organizationId, position, sourceId } from './columns'

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
    tierSourceId: sourceId('tier_source_id'),

    /** The financial row behind `tier` where rules 1 to 3 decided, as lists show it; USD by exchange-rates.yaml. */
    revenueAmount: real('revenue_amount'),
    revenueCurrency: text('revenue_currency'),
    revenueUsd: real('revenue_usd'),
    revenueYear: integer('revenue_year'),

    city: text('city'),
    region: text('region'),
    country: text('country'),
    headquartersSourceId: sourceId('headquarters_source_id'),
    founded: integer('founded'),
    foundedSourceId: sourceId('founded_source_id'),
    ownership: text('ownership'),
    ownershipNote: text('ownership_note'),
    ownershipSourceId: sourceId('ownership_source_id'),
    exchange: text('exchange'),
    ticker: text('ticker'),
    tickerSourceId: sourceId('ticker_source_id'),
    parentName: text('parent_name'),
    parentOrganizationId: integer('parent_organization_id'),
    parentSourceId: sourceId('parent_source_id'),
    website: text('website'),
    websiteSourceId: sourceId('website_source_id'),
    employees: integer('employees'),
    employeesYear: integer('employees_year'),
    employeesSourceId: sourceId('employees_source_id'),
    overview: text('overview'),
    productCount: integer('product_count').notNull(),
    /** Whether the report profiles it among its suppliers. */
    inReport: integer('in_report', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('organizations_slug').on(table.slug),
    index('organizations_name').on(sql`${table.name} COLLATE NOCASE`),
    index('organizations_parent').on(table.parentOrganizationId),
    index('organizations_location').on(table.country, table.region),
    /** Sums over many companies read their figures from it alone. */
    index('organizations_revenue').on(table.revenueUsd),
    citing('organizations_tier_source', table.tierSourceId),
    citing('organizations_headquarters_source', table.headquartersSourceId),
    citing('organizations_founded_source', table.foundedSourceId),
    citing('organizations_ownership_source', table.ownershipSourceId),
    citing('organizations_ticker_source', table.tickerSourceId),
    citing('organizations_parent_source', table.parentSourceId),
    citing('organizations_website_source', table.websiteSourceId),
    citing('organizations_employees_source', table.employeesSourceId),
  ],
)

export const overviewSources = sqliteTable(
  'overview_sources',
  {
    organizationId: organizationId(),
    position: position(),
    sourceId: sourceId().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.position] }), citing('overview_sources_source', table.sourceId)],
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
  (table) => [primaryKey({ columns: [table.organizationId, table.position] }), citing('people_source', table.sourceId)],
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
  (table) => [primaryKey({ columns: [table.organizationId, table.position] }), citing('financials_source', table.sourceId)],
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
    /** Of a purchase: what was bought, where it was not the whole company. */
    part: text('part'),
    note: text('note'),
    sourceId: sourceId(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.position] }),
    index('relationships_to').on(table.toOrganizationId),
    citing('relationships_source', table.sourceId),
  ],
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
  (table) => [primaryKey({ columns: [table.organizationId, table.position] }), citing('events_source', table.sourceId)],
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
