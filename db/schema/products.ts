/** What a pack says of an organization's products. */
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { citing, organizationId, position, productId, sourceId } from './columns'

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
    priceSourceId: sourceId('price_source_id'),
  },
  (table) => [
    uniqueIndex('products_slug').on(table.organizationId, table.slug),
    index('products_segment').on(table.segment),
    citing('products_price_source', table.priceSourceId),
  ],
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
    sourceId: sourceId().notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] }), citing('product_sources_source', table.sourceId)],
)
