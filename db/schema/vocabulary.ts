/** What a pack's vocabulary files say: ids with their labels, words that find each other, exchange rates. */
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { citing, position, sourceId } from './columns'

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
    sourceId: sourceId().notNull(),
    position: position(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.position] }), citing('exchange_rate_sources_source', table.sourceId)],
)
