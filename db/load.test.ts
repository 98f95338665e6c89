import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ContentError } from './content/problems'
import {
  type Files,
  LABELS,
  organization,
  organizations,
  RATES,
  temporaryFolder,
  VOCABULARY,
  writePack,
} from './content/small-pack.test-helper'
import { type LoadReport, load } from './load'
import { Problem } from './problem'
import { type DatabaseFile, openDatabaseFile } from './sqlite'

function emptyDatabase(folder = temporaryFolder()): DatabaseFile {
  const database = openDatabaseFile(folder)
  onTestFinished(() => database.close())
  return database
}

const ACME = organization('acme', {
  aliases: ['Acme Computer'],
  os: ['solaris'],
  headquarters: { city: 'Boston', region: 'MA', country: 'US', source: 's1' },
  management: [{ name: 'Ann', title: 'CEO', source: 's1' }],
  financials: [{ fiscalYear: 2002, metric: 'revenue', amount: 5e8, currency: 'EUR', source: 's1' }],
  products: [
    { name: 'Alpha', segment: 'software/clustering', os: ['linux'], summary: 'S', features: { agents: ['Oracle'] }, sources: ['s1'] },
    { name: 'Beta', reportHeading: 'Beta', segment: 'software/clustering', sources: ['report'] },
  ],
  relationships: [
    { type: 'resold-by', to: 'Zenith, Inc.', source: 's1' },
    { type: 'renamed-from', to: 'Acme Computer', source: 's1' },
    { type: 'resells', to: 'Nobody', source: 's1' },
  ],
  report: [{ section: 7, page: 9, heading: 'Acme' }],
})
const ZENITH = organization('zenith', { name: 'Zenith', parent: { name: 'Acme', source: 's1' } })
const TOP = {
  slug: 'top',
  title: 'Top',
  publisher: 'P',
  year: 2002,
  metric: 'revenue',
  entries: [{ rank: 1, name: 'Zenith', organization: 'zenith', amount: 1, source: 's1' }],
  complete: true,
  sources: { s1: { url: 'https://top.example/', title: 'Top' } },
}
const REPORT = [
  { section: 7, page: 9, kind: 'supplier', heading: 'Acme' },
  { section: 7, page: 9, kind: 'product', heading: 'Beta', supplier: 'Acme' },
  { section: 8, page: 28, kind: 'topic', heading: 'VARs' },
]
const PACK: Files = {
  ...VOCABULARY,
  ...organizations(ACME, ZENITH),
  'lists/top.yaml': TOP,
  'report.yaml': REPORT,
  'synonyms.yaml': { groups: [['san', 'storage area network']], oneWay: [{ word: 'nt', finds: ['windows nt'] }] },
}

/** Everything in the database, table by table, but when it was changed. */
function dump({ sqlite }: DatabaseFile): Record<string, unknown[]> {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('changes', 'settings', 'sqlite_sequence') ORDER BY name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).all()]))
}

const rows = ({ sqlite }: DatabaseFile, sql: string) => sqlite.prepare(sql).raw().all() as unknown[][]
const written = ({ sqlite }: DatabaseFile) => sqlite.prepare('SELECT total_changes()').pluck().get() as number
const counts = ({ organizations: { added, changed, removed, unchanged } }: LoadReport) => [added, changed, removed, unchanged]

describe('a first load', () => {
  it('says what it did', () => {
    const report = load(emptyDatabase(), [writePack(PACK)])
    expect(report).toMatchObject({
      unchanged: false,
      organizations: { added: 2, changed: 0, removed: 0, unchanged: 0 },
      rankings: { added: 1 },
      totals: { products: 2, relationships: { organization: 1, self: 1, text: 1 }, headings: { linked: 3, total: 3 } },
    })
    expect(report.steps.map((step) => step.step)).toEqual(['read', 'check', 'plan', 'write'])
  })

  it('rates, converts and links', () => {
    const database = emptyDatabase()
    load(database, [writePack(PACK)])
    expect(
      rows(
        database,
        'SELECT slug, tier, tier_estimated, revenue_amount, revenue_currency, revenue_usd, revenue_year, product_count FROM organizations ORDER BY slug',
      ),
    ).toEqual([
      ['acme', 2, 0, 5e8, 'EUR', 4.5e8, 2002, 2],
      ['zenith', null, 0, null, null, null, null, 0],
    ])
    expect(
      rows(
        database,
        `SELECT r.type, r."to", r.resolved, o.slug FROM relationships r LEFT JOIN organizations o ON o.id = r.to_organization_id ORDER BY r.position`,
      ),
    ).toEqual([
      ['resold-by', 'Zenith, Inc.', 'organization', 'zenith'],
      ['renamed-from', 'Acme Computer', 'self', null],
      ['resells', 'Nobody', 'text', null],
    ])
    expect(rows(database, 'SELECT p.slug FROM organizations o JOIN organizations p ON p.id = o.parent_organization_id')).toEqual([['acme']])
    expect(
      rows(
        database,
        'SELECT h.heading, o.slug, p.slug, h.category FROM report_headings h LEFT JOIN organizations o ON o.id = h.organization_id LEFT JOIN products p ON p.id = h.product_id ORDER BY h.position',
      ),
    ).toEqual([
      ['Acme', 'acme', null, null],
      ['Beta', 'acme', 'beta', null],
      ['VARs', null, null, 'vars'],
    ])
  })
})

describe('a second load', () => {
  it('of the same files writes nothing, not one row', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    const before = written(database)
    const report = load(database, [pack])
    expect(report).toMatchObject({ unchanged: true, organizations: { added: 0, changed: 0, removed: 0, unchanged: 2 } })
    expect(report.steps.map((step) => step.step)).toEqual(['read'])
    expect(written(database)).toBe(before)
    expect(load(database).unchanged).toBe(true)
  })

  it('of files that say the same in other words changes nothing but the memory of them', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    const before = dump(database)
    const file = join(pack, 'organizations/acme.yaml')
    writeFileSync(file, `# a remark\n${readFileSync(file, 'utf8')}`)
    expect(load(database)).toMatchObject({ unchanged: true, organizations: { unchanged: 2 } })
    expect(dump(database)).toEqual(before)
  })

  it('writes what changed and keeps the ids of the rest, of products and of sources', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    const ids = () =>
      rows(
        database,
        'SELECT o.slug, o.id, p.slug, p.id FROM organizations o LEFT JOIN products p ON p.organization_id = o.id ORDER BY 1, 3',
      )
    const before = ids()
    const sources = rows(database, 'SELECT id, organization_id, key FROM sources ORDER BY id')
    writePack(organizations({ ...ACME, legalName: 'Acme Incorporated' }, organization('bolt')), pack)
    expect(counts(load(database))).toEqual([1, 1, 0, 1])
    expect(ids().filter(([slug]) => slug !== 'bolt')).toEqual(before)
    expect(
      rows(
        database,
        "SELECT s.id, organization_id, key FROM sources s JOIN organizations o ON o.id = organization_id WHERE slug <> 'bolt' UNION SELECT id, organization_id, key FROM sources WHERE organization_id IS NULL ORDER BY 1",
      ),
    ).toEqual(sources)
  })

  it('writes an organization anew when a name it refers to is there now', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    writePack(organizations(organization('nobody', { name: 'Nobody' })), pack)
    expect(counts(load(database))).toEqual([1, 1, 0, 1])
    expect(rows(database, "SELECT resolved FROM relationships WHERE type = 'resells'")).toEqual([['organization']])
  })

  it('rates anew when the exchange rates change', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    writePack({ 'exchange-rates.yaml': { ...RATES, usdPerUnit: { 2002: { EUR: 3 } } } }, pack)
    expect(counts(load(database))).toEqual([0, 1, 0, 1])
    expect(rows(database, 'SELECT tier FROM organizations WHERE tier IS NOT NULL')).toEqual([[1]])
  })

  it('removes what the packs no longer have, and gives its id to nobody else', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    const last = rows(database, 'SELECT max(id) FROM organizations')
    for (const file of ['organizations/zenith.yaml', 'lists/top.yaml']) rmSync(join(pack, file))
    expect(load(database)).toMatchObject({ organizations: { removed: 1, changed: 1 }, rankings: { removed: 1 } })
    expect(rows(database, 'SELECT count(*) FROM sources WHERE ranking_id IS NOT NULL')).toEqual([[0]])
    expect(rows(database, 'SELECT resolved FROM relationships ORDER BY position')).toEqual([['text'], ['self'], ['text']])
    writePack(organizations(organization('bolt')), pack)
    load(database)
    expect(Number(rows(database, "SELECT id FROM organizations WHERE slug = 'bolt'")[0]?.[0])).toBeGreaterThan(Number(last[0]?.[0]))
  })
})

describe('a load leaves everything as it was', () => {
  it('where the content has problems', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    const before = [dump(database), written(database)]
    writePack({ 'organizations/acme.yaml': { ...ACME, roles: ['nobody'] }, 'lists/top.yaml': 'slug: [' }, pack)
    const failed = catching(() => load(database))
    expect(failed).toBeInstanceOf(ContentError)
    expect((failed as ContentError).problems).toHaveLength(2)
    expect([dump(database), written(database)]).toEqual(before)
    expect(() => load(database)).toThrow(ContentError)
  })

  it('where writing fails half-way', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    load(database, [pack])
    const before = dump(database)
    const settings = rows(database, 'SELECT * FROM settings ORDER BY key')
    writePack(organizations({ ...ACME, legalName: 'Acme Incorporated' }, { ...ZENITH, legalName: 'Zenith Incorporated' }), pack)
    database.sqlite.exec(
      "CREATE TEMP TRIGGER fault BEFORE UPDATE ON main.organizations WHEN NEW.slug = 'zenith' BEGIN SELECT RAISE(ABORT, 'a fault'); END",
    )
    expect(() => load(database)).toThrow('a fault')
    expect(dump(database)).toEqual(before)
    expect(rows(database, 'SELECT * FROM settings ORDER BY key')).toEqual(settings)
    database.sqlite.exec('DROP TRIGGER fault')
    expect(counts(load(database))).toEqual([0, 2, 0, 0])
  })

  it('where the database has no room left, and says so', () => {
    const database = emptyDatabase()
    const pages = database.sqlite.pragma('page_count', { simple: true })
    database.sqlite.pragma(`max_page_count = ${pages}`)
    const before = dump(database)
    const failed = catching(() => load(database, [writePack({ ...PACK, ...organizations({ ...ACME, legalName: 'x'.repeat(100_000) }) })]))
    expect(failed).toBeInstanceOf(Problem)
    expect((failed as Problem).message).toMatch(/^The disk that holds .* is full\.$/)
    expect(dump(database)).toEqual(before)
  })

  it('of other tables in any case', () => {
    const database = emptyDatabase()
    const pack = writePack(PACK)
    database.sqlite.exec("CREATE TABLE notes (slug TEXT, note TEXT); INSERT INTO notes VALUES ('zenith', 'call them')")
    load(database, [pack])
    rmSync(join(pack, 'lists/top.yaml'))
    rmSync(join(pack, 'organizations/zenith.yaml'))
    load(database)
    expect(rows(database, 'SELECT * FROM notes')).toEqual([['zenith', 'call them']])
  })
})

describe('several folders', () => {
  it('stand on each other: the last that has a vocabulary file provides it', () => {
    const database = emptyDatabase()
    const base = writePack(PACK)
    const own = writePack({
      ...organizations(organization('bolt')),
      'labels.yaml': { ...LABELS, roles: { ...LABELS.roles, supplier: 'Maker' } },
    })
    expect(counts(load(database, [base, own]))).toEqual([3, 0, 0, 0])
    expect(rows(database, "SELECT label FROM terms WHERE kind = 'role' AND id = 'supplier'")).toEqual([['Maker']])
    expect(load(database).folders).toEqual([base, own])
    expect(counts(load(database, [base]))).toEqual([0, 0, 1, 2])
  })
})

function catching(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
