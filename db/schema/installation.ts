/** What the installation keeps of itself. */
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Facts of the installation: one row per key (what was loaded last, from where, with which fingerprint). */
export const settings = sqliteTable('settings', { key: text('key').primaryKey(), value: text('value').notNull() })

/**
 * Which organizations have changed, in the order they changed: triggers write it (see the migration that follows the tables),
 * whatever process makes the change, and the search index reads what is newer than what it holds.
 */
export const changes = sqliteTable(
  'changes',
  { seq: integer('seq').primaryKey({ autoIncrement: true }), organizationId: integer('organization_id').notNull() },
  (table) => [uniqueIndex('changes_organization').on(table.organizationId)],
)
