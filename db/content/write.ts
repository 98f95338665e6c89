/** Writing a plan into the database: only what differs from what is there, ids kept by slug. */

import type { Statement } from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../schema'
import type { Sqlite } from '../sqlite'
import { writeSetting } from './loaded'
import { fingerprint, type Plan, type PlannedOrganization, type PlannedRanking, type PlannedSource } from './plan'
import { type Put, prepare } from './tables'

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

/** Keys of `settings` that hold what parts of the database were made of. */
export const VOCABULARY_SETTING = 'vocabulary'
const RATES_SETTING = 'exchangeRates'
const HEADINGS_SETTING = 'reportHeadings'

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

/** Write a plan. The caller has begun a transaction; foreign keys are checked at its end. */
export function writePlan(sqlite: Sqlite, plan: Plan, onProgress: (done: number, total: number) => void = () => {}): Written {
  return new Writer(sqlite).write(plan, onProgress)
}

interface Stored {
  id: number
  slug: string
  fingerprint: string
}

class Writer {
  readonly #sqlite: Sqlite
  readonly #ids = new Map<string, number>()
  readonly #statements = new Map<string, Statement<unknown[]>>()
  readonly #puts = new Map<SQLiteTable, Put<SQLiteTable>>()

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
  }

  write(plan: Plan, onProgress: (done: number, total: number) => void): Written {
    this.#sqlite.pragma('defer_foreign_keys = ON')
    const vocabulary = writeSetting(this.#sqlite, VOCABULARY_SETTING, fingerprint([plan.terms, plan.synonyms]))
    if (vocabulary) {
      this.#replaceAll(schema.terms, plan.terms)
      this.#replaceAll(schema.synonyms, plan.synonyms)
    }
    const exchangeRates = writeSetting(this.#sqlite, RATES_SETTING, fingerprint(plan.rates))
    if (exchangeRates) this.#writeRates(plan)
    const organizations = this.#writeOrganizations(plan.organizations, onProgress)
    const rankings = this.#writeRankings(plan.rankings)
    const headings = writeSetting(this.#sqlite, HEADINGS_SETTING, fingerprint(plan.headings))
    if (headings) this.#writeHeadings(plan)
    return { organizations, rankings, vocabulary, exchangeRates, headings }
  }

  #writeOrganizations(planned: readonly PlannedOrganization[], onProgress: (done: number, total: number) => void): Changes {
    const stored = this.#stored('organizations')
    const changes: Changes = { added: 0, changed: 0, removed: 0, unchanged: 0 }
    const slugs = new Set(planned.map((organization) => organization.value.slug))
    for (const { slug, id } of stored.values()) {
      if (slugs.has(slug)) this.#ids.set(slug, id)
      else changes.removed += this.#run('DELETE FROM organizations WHERE id = ?', id)
    }
    // An id that a deleted organization had is not given again: `changes` still speaks of it.
    let last = Number(this.#value('SELECT max(id) FROM (SELECT id FROM organizations UNION ALL SELECT organization_id FROM changes)') ?? 0)
    for (const slug of slugs) if (!this.#ids.has(slug)) this.#ids.set(slug, ++last)

    planned.forEach((organization, index) => {
      const before = stored.get(organization.value.slug)
      if (before?.fingerprint === organization.fingerprint) changes.unchanged += 1
      else {
        this.#writeOrganization(organization, this.#id(organization.value.slug))
        changes[before ? 'changed' : 'added'] += 1
      }
      onProgress(index + 1, planned.length)
    })
    return changes
  }

  #writeOrganization(planned: PlannedOrganization, id: number): void {
    const { value, rating } = planned
    for (const table of OWN_TABLES) this.#run(`DELETE FROM ${table} WHERE organization_id = ?`, id)
    const source = this.#writeSources(planned.sources, 'organization_id', id)
    const cite = (key: string | undefined | null) => (key ? (source.get(key) ?? null) : null)
    const { headquarters, founded, ownership, ticker, parent, website, employees } = value
    this.#put(
      schema.organizations,
      true,
    )({
      id,
      slug: value.slug,
      name: value.name,
      legalName: value.legalName,
      pack: planned.pack,
      fingerprint: planned.fingerprint,
      tier: rating.tier,
      tierEstimated: rating.estimated,
      tierReason: rating.reason,
      tierRule: rating.rule,
      tierSourceId: cite(rating.source),
      revenueAmount: rating.revenue?.amount,
      revenueCurrency: rating.revenue?.currency,
      revenueUsd: rating.revenue?.usd,
      revenueYear: rating.revenue?.fiscalYear,
      city: headquarters?.city,
      region: headquarters?.region,
      country: headquarters?.country,
      headquartersSourceId: cite(headquarters?.source),
      founded: founded?.year,
      foundedSourceId: cite(founded?.source),
      ownership: ownership?.type,
      ownershipNote: ownership?.note,
      ownershipSourceId: cite(ownership?.source),
      exchange: ticker?.exchange,
      ticker: ticker?.symbol,
      tickerSourceId: cite(ticker?.source),
      parentName: parent?.name,
      parentOrganizationId: planned.parent === null ? null : this.#id(planned.parent),
      parentSourceId: cite(parent?.source),
      website: website?.url,
      websiteSourceId: cite(website?.source),
      employees: employees?.count,
      employeesYear: employees?.asOf,
      employeesSourceId: cite(employees?.source),
      overview: value.overview?.text,
      productCount: planned.products.length,
      inReport: planned.inReport,
    })
    const owned = { organizationId: id }
    this.#each(schema.aliases, value.aliases, (name) => ({ ...owned, name }))
    for (const [kind, terms] of [
      ['role', value.roles],
      ['segment', value.segments],
      ['os', value.os],
      ['hal', value.hal],
      ['category', value.categories],
    ] as const) {
      const values: readonly (string | number)[] = terms ?? []
      this.#each(schema.organizationTerms, values, (term) => ({ ...owned, kind, term: String(term) }))
    }
    this.#each(schema.people, value.management, (row) => ({ ...owned, ...row, sourceId: cite(row.source) }))
    this.#each(schema.financials, value.financials, (row, index) => ({
      ...owned,
      ...row,
      period: row.period ?? 'year',
      basis: row.basis ?? 'reported',
      usd: planned.financialsUsd[index],
      sourceId: cite(row.source),
    }))
    this.#each(schema.relationships, value.relationships, (row, index) => {
      const target = planned.relationships[index] ?? { resolved: 'text' }
      const toOrganizationId = target.resolved === 'organization' ? this.#id(target.slug) : null
      return { ...owned, ...row, resolved: target.resolved, toOrganizationId, sourceId: cite(row.source) }
    })
    this.#each(schema.events, value.laterHistory, (row) => ({ ...owned, ...row, sourceId: cite(row.source) }))
    this.#each(schema.reportMentions, value.report, (row) => ({ ...owned, ...row }))
    this.#each(schema.gaps, value.gaps, (gap) => ({ ...owned, gap }))
    this.#each(schema.overviewSources, value.overview?.sources, (key) => ({ ...owned, sourceId: this.#known(source, key) }))
    this.#writeProducts(planned, id, source)
  }

  #writeProducts({ products }: PlannedOrganization, organizationId: number, source: ReadonlyMap<string, number>): void {
    const stored = this.#all('SELECT id, slug FROM products WHERE organization_id = ?', organizationId) as { id: number; slug: string }[]
    const ids = new Map(stored.map((row) => [row.slug, row.id]))
    for (const { id, slug } of stored) {
      for (const table of PRODUCT_TABLES) this.#run(`DELETE FROM ${table} WHERE product_id = ?`, id)
      if (!products.some((product) => product.slug === slug)) this.#run('DELETE FROM products WHERE id = ?', id)
    }
    products.forEach(({ slug, value, priceUsd }, position) => {
      const known = ids.get(slug)
      const inserted = this.#put(
        schema.products,
        true,
      )({
        ...(known === undefined ? {} : { id: known }),
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
        priceSourceId: value.price ? this.#known(source, value.price.source) : null,
      })
      const productId = known ?? inserted
      this.#each(schema.productOs, value.os, (os) => ({ productId, os }))
      this.#each(schema.productSources, value.sources, (key) => ({ productId, sourceId: this.#known(source, key) }))
      this.#each(schema.productFeatures, Object.entries(value.features ?? {}), ([feature, stated]) => ({
        productId,
        feature,
        value: stated,
        note: value.featureNotes?.[feature],
      }))
    })
  }

  #writeRankings(planned: readonly PlannedRanking[]): Changes {
    const stored = this.#stored('rankings')
    const changes: Changes = { added: 0, changed: 0, removed: 0, unchanged: 0 }
    const slugs = new Set(planned.map((ranking) => ranking.value.slug))
    for (const { slug, id } of stored.values()) if (!slugs.has(slug)) changes.removed += this.#run('DELETE FROM rankings WHERE id = ?', id)
    for (const ranking of planned) {
      const before = stored.get(ranking.value.slug)
      if (before?.fingerprint === ranking.fingerprint) changes.unchanged += 1
      else {
        this.#writeRanking(ranking, before?.id)
        changes[before ? 'changed' : 'added'] += 1
      }
    }
    return changes
  }

  #writeRanking({ value, pack, fingerprint: made, sources }: PlannedRanking, known: number | undefined): void {
    const { entries, sources: _, ...row } = value
    const inserted = this.#put(schema.rankings, true)({ ...(known === undefined ? {} : { id: known }), ...row, pack, fingerprint: made })
    const rankingId = known ?? inserted
    this.#run('DELETE FROM ranking_entries WHERE ranking_id = ?', rankingId)
    const source = this.#writeSources(sources, 'ranking_id', rankingId)
    this.#each(schema.rankingEntries, entries, (entry) => ({
      ...entry,
      rankingId,
      organizationId: entry.organization === undefined ? null : this.#id(entry.organization),
      sourceId: this.#known(source, entry.source),
    }))
  }

  /** Write the sources of one owner; a source keeps its id as long as its key stays. */
  #writeSources(sources: readonly PlannedSource[], owner: 'organization_id' | 'ranking_id', ownerId: number): Map<string, number> {
    const stored = this.#all(`SELECT id, key FROM sources WHERE ${owner} = ?`, ownerId) as { id: number; key: string }[]
    const before = new Map(stored.map((row) => [row.key, row.id]))
    const ids = new Map<string, number>()
    sources.forEach((source, position) => {
      const known = before.get(source.key)
      const owned = owner === 'ranking_id' ? { rankingId: ownerId } : { organizationId: ownerId }
      const inserted = this.#put(schema.sources, true)({ ...(known === undefined ? {} : { id: known }), ...owned, ...source, position })
      ids.set(source.key, known ?? inserted)
    })
    for (const { id, key } of stored) if (!ids.has(key)) this.#run('DELETE FROM sources WHERE id = ?', id)
    return ids
  }

  #writeRates({ rates }: Plan): void {
    this.#run('DELETE FROM exchange_rate_sources')
    this.#run('DELETE FROM sources WHERE organization_id IS NULL AND ranking_id IS NULL')
    this.#replaceAll(
      schema.exchangeRates,
      rates.rows.map((row) => ({ ...row, note: rates.notes[row.currency] })),
    )
    const ids = new Map(rates.sources.map((source, position) => [source.key, this.#put(schema.sources, true)({ ...source, position })]))
    for (const [currency, keys] of Object.entries(rates.cited)) {
      this.#each(schema.exchangeRateSources, keys, (key) => ({ currency, sourceId: this.#known(ids, key) }))
    }
  }

  #writeHeadings({ headings }: Plan): void {
    const products = this.#all('SELECT id, organization_id, slug FROM products') as { id: number; organization_id: number; slug: string }[]
    const productIds = new Map(products.map((row) => [`${row.organization_id}/${row.slug}`, row.id]))
    this.#replaceAll(
      schema.reportHeadings,
      headings.map(({ organization, product, ...heading }, position) => {
        const organizationId = organization === null ? null : this.#id(organization)
        return { ...heading, position, organizationId, productId: product === null ? null : productIds.get(`${organizationId}/${product}`) }
      }),
    )
  }

  #stored(table: 'organizations' | 'rankings'): Map<string, Stored> {
    const rows = this.#all(`SELECT id, slug, fingerprint FROM ${table}`) as Stored[]
    return new Map(rows.map((row) => [row.slug, row]))
  }

  #replaceAll<Table extends SQLiteTable>(table: Table, rows: readonly Table['$inferInsert'][]): void {
    this.#sqlite.prepare(`DELETE FROM "${getTableName(table)}"`).run()
    for (const row of rows) this.#put(table)(row)
  }

  /** Insert a row for each item of a list that may be missing, with its position in the list. */
  #each<Table extends SQLiteTable, Item>(
    table: Table,
    items: readonly Item[] | undefined,
    row: (item: Item, index: number) => Omit<Table['$inferInsert'], 'position'>,
  ): void {
    for (const [position, item] of (items ?? []).entries()) this.#put(table)({ ...row(item, position), position } as Table['$inferInsert'])
  }

  #put<Table extends SQLiteTable>(table: Table, updates = false): Put<Table> {
    const put = this.#puts.get(table) ?? prepare(this.#sqlite, table, updates)
    this.#puts.set(table, put as Put<SQLiteTable>)
    return put as Put<Table>
  }

  #id(slug: string): number {
    return this.#known(this.#ids, slug)
  }

  /** An id that the check has made sure of. */
  #known(ids: ReadonlyMap<string, number>, key: string): number {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`“${key}” was checked and is not there.`)
    return id
  }

  #run(sql: string, ...values: unknown[]): number {
    return this.#statement(sql).run(...values).changes
  }

  #all(sql: string, ...values: unknown[]): unknown[] {
    return this.#statement(sql).all(...values)
  }

  #value(sql: string): unknown {
    return this.#sqlite.prepare(sql).pluck().get()
  }

  #statement(sql: string): Statement<unknown[]> {
    const statement = this.#statements.get(sql) ?? this.#sqlite.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
