/** Writing a plan into the database: only what differs from what is there, ids kept by slug. */
import * as schema from '../schema'
import type { Sqlite } from '../sqlite'
import { writeSetting } from './loaded'
import { fingerprint, type Plan, type PlannedRanking } from './plan'
import { known, Tables, withId } from './tables'
import { writeOrganization } from './write-organization'
import { writeSources } from './write-sources'

export interface Changes {
  added: number
  changed: number
  removed: number
  unchanged: number
}

export interface Written {
  organizations: Changes
  rankings: Changes
  /** Whether terms or synonyms, exchange rates and the report's headings were others than before. */
  vocabulary: boolean
  exchangeRates: boolean
  headings: boolean
}

/** The key in `settings` of the fingerprint of terms and synonyms: what the search index compares to see that they changed. */
const VOCABULARY_SETTING = 'vocabulary'
const RATES_SETTING = 'exchangeRates'
const HEADINGS_SETTING = 'reportHeadings'

/** Write a plan. The caller has begun a transaction; foreign keys are checked at its end. */
export function writePlan(sqlite: Sqlite, plan: Plan, onProgress: (done: number, total: number) => void = () => {}): Written {
  sqlite.pragma('defer_foreign_keys = ON')
  const tables = new Tables(sqlite)
  const vocabulary = writeSetting(sqlite, VOCABULARY_SETTING, fingerprint([plan.terms, plan.synonyms]))
  if (vocabulary) {
    tables.replaceAll(schema.terms, plan.terms)
    tables.replaceAll(schema.synonyms, plan.synonyms)
  }
  const exchangeRates = writeSetting(sqlite, RATES_SETTING, fingerprint(plan.rates))
  if (exchangeRates) writeRates(tables, plan)
  const { changes: organizations, ids } = writeOrganizations(tables, plan, onProgress)
  const rankings = writeRankings(tables, plan.rankings, ids)
  const headings = writeSetting(sqlite, HEADINGS_SETTING, fingerprint(plan.headings))
  if (headings) writeHeadings(tables, plan, ids)
  return { organizations, rankings, vocabulary, exchangeRates, headings }
}

interface Stored {
  id: number
  slug: string
  fingerprint: string
}

const bySlug = (rows: readonly Stored[]) => new Map(rows.map((row) => [row.slug, row]))

function writeOrganizations(tables: Tables, { organizations }: Plan, onProgress: (done: number, total: number) => void) {
  const stored = bySlug(tables.all<Stored>('SELECT id, slug, fingerprint FROM organizations'))
  const changes: Changes = { added: 0, changed: 0, removed: 0, unchanged: 0 }
  const slugs = new Set(organizations.map((organization) => organization.value.slug))
  const ids = new Map<string, number>()
  for (const { slug, id } of stored.values()) {
    if (slugs.has(slug)) ids.set(slug, id)
    else changes.removed += tables.run('DELETE FROM organizations WHERE id = ?', id)
  }
  // An id that a deleted organization had is not given again: `changes` still speaks of it.
  const [highest] = tables.all<{ id: number | null }>(
    'SELECT max(id) AS id FROM (SELECT id FROM organizations UNION ALL SELECT organization_id FROM changes)',
  )
  let last = highest?.id ?? 0
  for (const slug of slugs) if (!ids.has(slug)) ids.set(slug, ++last)

  for (const [index, organization] of organizations.entries()) {
    const before = stored.get(organization.value.slug)
    if (before?.fingerprint === organization.fingerprint) changes.unchanged += 1
    else {
      writeOrganization(tables, organization, ids)
      changes[before ? 'changed' : 'added'] += 1
    }
    onProgress(index + 1, organizations.length)
  }
  return { changes, ids }
}

function writeRankings(tables: Tables, planned: readonly PlannedRanking[], ids: ReadonlyMap<string, number>): Changes {
  const stored = bySlug(tables.all<Stored>('SELECT id, slug, fingerprint FROM rankings'))
  const changes: Changes = { added: 0, changed: 0, removed: 0, unchanged: 0 }
  const slugs = new Set(planned.map((ranking) => ranking.value.slug))
  for (const { slug, id } of stored.values()) {
    if (!slugs.has(slug)) changes.removed += tables.run('DELETE FROM rankings WHERE id = ?', id)
  }
  for (const ranking of planned) {
    const before = stored.get(ranking.value.slug)
    if (before?.fingerprint === ranking.fingerprint) changes.unchanged += 1
    else {
      writeRanking(tables, ranking, before?.id, ids)
      changes[before ? 'changed' : 'added'] += 1
    }
  }
  return changes
}

function writeRanking(tables: Tables, planned: PlannedRanking, id: number | undefined, ids: ReadonlyMap<string, number>): void {
  const { entries, sources: _, ...row } = planned.value
  const rankingId = tables.put(schema.rankings, { ...withId(id), ...row, pack: planned.pack, fingerprint: planned.fingerprint })
  tables.run('DELETE FROM ranking_entries WHERE ranking_id = ?', rankingId)
  const source = writeSources(tables, { rankingId }, planned.sources)
  tables.insertEach(schema.rankingEntries, entries, (entry) => ({
    ...entry,
    rankingId,
    organizationId: entry.organization === undefined ? null : known(ids, entry.organization),
    sourceId: known(source, entry.source),
  }))
}

function writeRates(tables: Tables, { rates }: Plan): void {
  tables.run('DELETE FROM exchange_rate_sources')
  tables.run('DELETE FROM sources WHERE organization_id IS NULL AND ranking_id IS NULL')
  const rows = rates.rows.map((row) => ({ ...row, note: rates.notes[row.currency] }))
  tables.replaceAll(schema.exchangeRates, rows)
  const ids = new Map(rates.sources.map((source, position) => [source.key, tables.put(schema.sources, { ...source, position })]))
  for (const [currency, keys] of Object.entries(rates.cited)) {
    tables.insertEach(schema.exchangeRateSources, keys, (key) => ({ currency, sourceId: known(ids, key) }))
  }
}

function writeHeadings(tables: Tables, { headings }: Plan, ids: ReadonlyMap<string, number>): void {
  const products = tables.all<{ id: number; organization_id: number; slug: string }>('SELECT id, organization_id, slug FROM products')
  const productIds = new Map(products.map((row) => [`${row.organization_id}/${row.slug}`, row.id]))
  const rows = headings.map(({ organization, product, ...heading }, position) => {
    const organizationId = organization === null ? null : known(ids, organization)
    const productId = product === null ? null : known(productIds, `${organizationId}/${product}`)
    return { ...heading, position, organizationId, productId }
  })
  tables.replaceAll(schema.reportHeadings, rows)
}
