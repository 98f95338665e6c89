/** What was read: the pages facts are cited from, published rankings, the report's table of contents. */
import { type AnySQLiteColumn, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { citing, position, sourceId } from './columns'
import { organizations } from './organizations'
import { products } from './products'

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
  (table) => [
    primaryKey({ columns: [table.rankingId, table.position] }),
    index('ranking_entries_organization').on(table.organizationId),
    citing('ranking_entries_source', table.sourceId),
  ],
)

/** The report's table of contents in its order; each supplier, product and list heading leads to what it names. */
export const reportHeadings = sqliteTable(
  'report_headings',
  {
    position: integer('position').primaryKey(),
    section: integer('section').notNull(),
    page: integer('page').notNull(),
    kind: text('kind', { enum: ['topic', 'supplier', 'product', 'subsection'] }).notNull(),
    heading: text('heading').notNull(),
    supplier: text('supplier'),
    organizationId: integer('organization_id').references((): AnySQLiteColumn => organizations.id),
    productId: integer('product_id').references((): AnySQLiteColumn => products.id),
    category: text('category'),
  },
  (table) => [index('report_headings_organization').on(table.organizationId), index('report_headings_product').on(table.productId)],
)
