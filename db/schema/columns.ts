/** Columns and indexes that many tables have. Functions, for the tables refer to each other in circles. */
import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { organizations } from './organizations'
import { products } from './products'
import { sources } from './publications'

export function organizationId() {
  return integer('organization_id')
    .notNull()
    .references((): AnySQLiteColumn => organizations.id, { onDelete: 'cascade' })
}

export function productId() {
  return integer('product_id')
    .notNull()
    .references((): AnySQLiteColumn => products.id, { onDelete: 'cascade' })
}

export function sourceId(name = 'source_id') {
  return integer(name).references((): AnySQLiteColumn => sources.id)
}

/** Keeps the order of the YAML wherever the pack has a list. */
export function position() {
  return integer('position').notNull()
}

/**
 * The index of a column that cites a source: with it deleting a source, and so an organization, is a lookup instead of a scan of every table
 * that cites. Rows that cite nothing are not in it.
 */
export function citing(name: string, column: SQLiteColumn) {
  return index(name)
    .on(column)
    .where(sql`${sql.identifier(column.name)} IS NOT NULL`)
}
