/**
 * Nothing of the pack is lost or bent on its way into the database: every file is built again from the tables and compared with its YAML,
 * value by value. What is built here knows the tables and the format, and nothing of the loader.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Statement } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { load } from '../load'
import { type DatabaseFile, openDatabaseFile } from '../sqlite'

type Row = Record<string, string | number | null>
type Value = unknown

let folder: string
let database: DatabaseFile
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierbook-'))
  database = openDatabaseFile(folder)
  load(database, ['content'])
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

const read = (path: string): Record<string, Value> => parse(readFileSync(join('content', path), 'utf8'))
const statements = new Map<string, Statement<unknown[]>>()
function rows(sql: string, ...values: unknown[]): Row[] {
  const statement = statements.get(sql) ?? database.sqlite.prepare(sql)
  statements.set(sql, statement)
  return statement.all(...values) as Row[]
}
const column = (sql: string, ...values: unknown[]) =>
  database.sqlite
    .prepare(sql)
    .pluck()
    .all(...values)

/** A mapping of those entries that say something: an absent key and an empty list or mapping say the same. */
function mapping(entries: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => !isNothing(value)))
}
const isNothing = (value: Value) => value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)

/** What a file says, with the same left out: empty lists, and the period and basis that are meant where none is given. */
function said(value: Value): Value {
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, said(inner)] as const)
  return mapping(
    Object.fromEntries(
      entries.filter(([key, inner]) => !(key === 'period' && inner === 'year') && !(key === 'basis' && inner === 'reported')),
    ),
  )
}

/** A fact whose first value is known, with its source's key. */
const fact = (known: Value, entries: Record<string, Value>) => (known === null ? null : mapping(entries))

function sourcesOf(owner: 'organization_id' | 'ranking_id', id: Value) {
  const list = rows(`SELECT * FROM sources WHERE ${owner} = ? ORDER BY position`, id)
  const keys = new Map(list.map((row) => [row.id, row.key]))
  const cite = (sourceId: Value) => keys.get(sourceId as number)
  const listed = list.filter((row) => row.key !== 'report')
  return {
    cite,
    sources: Object.fromEntries(
      listed.map(({ key, url, title, publisher, date }) => [String(key), mapping({ url, title, publisher, date })]),
    ),
  }
}

function buildOrganization(slug: string): Value {
  const [row] = rows('SELECT * FROM organizations WHERE slug = ?', slug)
  if (!row) return undefined
  const { id } = row
  const { cite, sources } = sourcesOf('organization_id', id)
  const list = (table: string) => rows(`SELECT * FROM ${table} WHERE organization_id = ? ORDER BY position`, id)
  const terms = (kind: string) =>
    column('SELECT term FROM organization_terms WHERE organization_id = ? AND kind = ? ORDER BY position', id, kind)
  return mapping({
    slug: row.slug,
    name: row.name,
    legalName: row.legal_name,
    aliases: list('aliases').map(({ name }) => name),
    roles: terms('role'),
    segments: terms('segment'),
    categories: terms('category'),
    os: terms('os'),
    hal: terms('hal').map(Number),
    headquarters: fact(row.country, { city: row.city, region: row.region, country: row.country, source: cite(row.headquarters_source_id) }),
    founded: fact(row.founded, { year: row.founded, source: cite(row.founded_source_id) }),
    ownership: fact(row.ownership, { type: row.ownership, note: row.ownership_note, source: cite(row.ownership_source_id) }),
    ticker: fact(row.ticker, { exchange: row.exchange, symbol: row.ticker, source: cite(row.ticker_source_id) }),
    parent: fact(row.parent_name, { name: row.parent_name, source: cite(row.parent_source_id) }),
    website: fact(row.website, { url: row.website, source: cite(row.website_source_id) }),
    employees: fact(row.employees, { count: row.employees, asOf: row.employees_year, source: cite(row.employees_source_id) }),
    overview: fact(row.overview, { text: row.overview, sources: list('overview_sources').map((each) => cite(each.source_id)) }),
    management: list('people').map((each) =>
      mapping({ name: each.name, title: each.title, asOf: each.as_of, source: cite(each.source_id) }),
    ),
    financials: list('financials').map((each) =>
      said({
        fiscalYear: each.fiscal_year,
        metric: each.metric,
        amount: each.amount,
        currency: each.currency,
        scope: each.scope,
        period: each.period,
        periodEnd: each.period_end,
        basis: each.basis,
        note: each.note,
        source: cite(each.source_id),
      }),
    ),
    products: list('products').map((each) => buildProduct(each, cite)),
    relationships: list('relationships').map((each) =>
      mapping({ type: each.type, to: each.to, since: each.since, part: each.part, note: each.note, source: cite(each.source_id) }),
    ),
    laterHistory: list('events').map((each) => mapping({ year: each.year, event: each.event, source: cite(each.source_id) })),
    report: list('report_mentions').map(({ section, page, heading }) => ({ section, page, heading })),
    gaps: list('gaps').map(({ gap }) => gap),
    sources,
  })
}

function buildProduct(row: Row, cite: (sourceId: Value) => Value): Value {
  const features = rows('SELECT * FROM product_features WHERE product_id = ? ORDER BY position', row.id)
  return mapping({
    name: row.name,
    reportHeading: row.report_heading,
    segment: row.segment,
    os: column('SELECT os FROM product_os WHERE product_id = ? ORDER BY position', row.id),
    hal: row.hal,
    summary: row.summary,
    introduced: row.introduced,
    status: row.status,
    price: fact(row.price_amount, {
      amount: row.price_amount,
      currency: row.price_currency,
      note: row.price_note,
      source: cite(row.price_source_id),
    }),
    features: Object.fromEntries(features.map(({ feature, value }) => [String(feature), JSON.parse(String(value))])),
    featureNotes: mapping(Object.fromEntries(features.map(({ feature, note }) => [String(feature), note]))),
    sources: column('SELECT source_id FROM product_sources WHERE product_id = ? ORDER BY position', row.id).map(cite),
  })
}

function buildRanking(slug: string): Value {
  const [row] = rows('SELECT * FROM rankings WHERE slug = ?', slug)
  if (!row) return undefined
  const { cite, sources } = sourcesOf('ranking_id', row.id)
  const entries = rows(
    'SELECT e.*, o.slug FROM ranking_entries e LEFT JOIN organizations o ON o.id = e.organization_id WHERE ranking_id = ? ORDER BY position',
    row.id,
  )
  return mapping({
    slug: row.slug,
    title: row.title,
    publisher: row.publisher,
    year: row.year,
    metric: row.metric,
    metricYear: row.metric_year,
    currency: row.currency,
    entries: entries.map((each) =>
      mapping({ rank: each.rank, name: each.name, organization: each.slug, amount: each.amount, source: cite(each.source_id) }),
    ),
    complete: row.complete === 1,
    sources,
  })
}

const slugs = (kind: string) => readdirSync(join('content', kind)).map((name) => name.replace(/\.yaml$/, ''))

describe('every value of the pack is in the database', () => {
  it.each(slugs('organizations'))('organizations/%s.yaml', (slug) => {
    expect(buildOrganization(slug)).toEqual(said(read(`organizations/${slug}.yaml`)))
  })

  it.each(slugs('lists'))('lists/%s.yaml', (slug) => {
    expect(buildRanking(slug)).toEqual(said(read(`lists/${slug}.yaml`)))
  })

  it('and nothing more than the pack', () => {
    expect(column('SELECT slug FROM organizations ORDER BY slug')).toEqual(slugs('organizations').sort())
    expect(column('SELECT slug FROM rankings ORDER BY slug')).toEqual(slugs('lists').sort())
  })

  it('synonyms.yaml', () => {
    const sets = new Map<Value, Row[]>()
    for (const row of rows('SELECT * FROM synonyms ORDER BY "set", position')) sets.set(row.set, [...(sets.get(row.set) ?? []), row])
    const phrases = (set: Row[], role: string) => set.filter((row) => row.role === role).map((row) => row.phrase)
    const of = (kind: string) => [...sets.values()].filter(([first]) => first?.kind === kind)
    expect({
      groups: of('group').map((set) => phrases(set, 'word')),
      oneWay: of('one-way').map((set) => ({ word: phrases(set, 'word')[0], finds: phrases(set, 'finds') })),
    }).toEqual(read('synonyms.yaml'))
  })

  it('exchange-rates.yaml', () => {
    const list = rows('SELECT * FROM exchange_rates')
    const quoted = (how: string) => {
      const years: Record<string, Record<string, Value>> = {}
      for (const row of list.filter((each) => each.quoted === how))
        years[String(row.year)] = { ...years[String(row.year)], [String(row.currency)]: row.rate }
      return years
    }
    const sources = rows('SELECT * FROM sources WHERE organization_id IS NULL AND ranking_id IS NULL ORDER BY position')
    const keys = new Map(sources.map((row) => [row.id, row.key]))
    const currencies = [...new Set(list.map((row) => String(row.currency)))]
    const cited = (currency: string) =>
      column('SELECT source_id FROM exchange_rate_sources WHERE currency = ? ORDER BY position', currency).map((id) =>
        keys.get(id as number),
      )
    expect({
      sources: Object.fromEntries(
        sources.map(({ key, url, title, publisher, date }) => [String(key), mapping({ url, title, publisher, date })]),
      ),
      unitsPerUsd: quoted('unitsPerUsd'),
      usdPerUnit: quoted('usdPerUnit'),
      currencySources: Object.fromEntries(currencies.map((currency) => [currency, cited(currency)])),
      notes: mapping(Object.fromEntries(list.map((row) => [String(row.currency), row.note]))),
    }).toEqual(read('exchange-rates.yaml'))
  })

  it('report.yaml', () => {
    const list = rows('SELECT section, page, kind, heading, supplier FROM report_headings ORDER BY position')
    expect(list.map(mapping)).toEqual(read('report.yaml'))
  })

  it('taxonomy.yaml and labels.yaml', () => {
    const taxonomy = read('taxonomy.yaml')
    const labels = read('labels.yaml')
    const terms = (kind: string) => rows('SELECT * FROM terms WHERE kind = ? ORDER BY position', kind)
    const details = (row: Row) => JSON.parse(String(row.details)) as Record<string, Value>
    const object = (kind: string, value: (row: Row) => Value) => Object.fromEntries(terms(kind).map((row) => [String(row.id), value(row)]))
    const label = (row: Row) => row.label
    const meaning = (row: Row) => row.meaning
    const ids = (kind: string) => terms(kind).map((row) => row.id)
    const families = object('os-family', (family) =>
      terms('os')
        .filter((os) => os.parent === family.id)
        .map((os) => os.id),
    )
    const { tiersByEmployees, ...rest } = taxonomy
    expect(tiersByEmployees).toBeDefined()
    expect({
      roles: object('role', meaning),
      segments: object('segment', label),
      osFamilies: families,
      halLevels: object('hal', meaning),
      tiers: object('tier', meaning),
      relationshipTypes: ids('relationship'),
      ownershipTypes: ids('ownership'),
      metrics: {
        money: terms('metric')
          .filter((row) => details(row).unit === 'money')
          .map((row) => row.id),
        count: terms('metric')
          .filter((row) => details(row).unit === 'count')
          .map((row) => row.id),
      },
      periods: ids('period'),
      bases: ids('basis'),
      features: object('feature', (row) => ({ label: row.label, meaning: row.meaning, ...details(row) })),
      categories: object('category', (row) => [row.label, row.section, row.page]),
    }).toEqual(rest)
    const reports = terms('report').map((row) => ({ title: row.label, publisher: row.meaning }))
    expect(rows("SELECT DISTINCT title, publisher FROM sources WHERE key = 'report'")).toEqual(reports)
    expect({
      report: { ...reports[0], sections: object('report-section', label) },
      roles: object('role', label),
      segmentGroups: object('segment-group', label),
      osFamilies: object('os-family', label),
      oses: object('os', label),
      halLevels: object('hal', label),
      tiers: object('tier', label),
      ownershipTypes: object('ownership', label),
      statuses: object('status', label),
      relationshipTypes: object('relationship', (row) => [row.label, details(row).inverseLabel]),
      metrics: object('metric', label),
      periods: object('period', label),
      bases: object('basis', label),
      regions: Object.fromEntries(
        [...new Set(terms('region').map((row) => String(row.parent)))].map((country) => [
          country,
          Object.fromEntries(
            terms('region')
              .filter((row) => row.parent === country)
              .map((row) => [String(row.id).split('/')[1], row.label]),
          ),
        ]),
      ),
    }).toEqual(labels)
  })
})
