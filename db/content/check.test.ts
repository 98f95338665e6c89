import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Problem } from '../problem'
import { readFolders } from './folders'
import {
  LABELS,
  organization,
  organizations,
  problemsOf,
  RATES,
  TAXONOMY,
  temporaryFolder,
  VOCABULARY,
  writePack,
} from './small-pack.test-helper'

const product = (more: Record<string, unknown>) => ({ name: 'P', segment: 'software/clustering', summary: 'S', sources: ['s1'], ...more })
const withProduct = (more: Record<string, unknown>) => organization('acme', { products: [product(more)] })
const money = { fiscalYear: 2002, metric: 'revenue', amount: 1, currency: 'USD', source: 's1' }
const source = { url: 'https://acme.example/', title: 'A' }

describe('a pack that is right', () => {
  it('has no problems', () => {
    expect(problemsOf('content')).toEqual([])
    expect(problemsOf(writePack({ ...VOCABULARY, ...organizations(organization('acme')) }))).toEqual([])
  })

  it('may name a product that only the report names, and an organization that only the report names', () => {
    const named = { slug: 'b', name: 'B', roles: ['var'], segments: ['servers/cluster'], report: [{ section: 7, page: 9, heading: 'B' }] }
    const reported = { name: 'P', reportHeading: 'P', segment: 'software/clustering', sources: ['report'] }
    expect(problemsOf(writePack({ ...VOCABULARY, ...organizations(organization('acme', { products: [reported] }), named) }))).toEqual([])
  })

  it('may write amounts in groups of digits', () => {
    const text =
      'slug: a\nname: A\nroles: [var]\nsegments: [servers/cluster]\nfinancials: [{fiscalYear: 2002, metric: revenue, amount: 12_300_000, currency: USD, source: s1}]\nsources: {s1: {url: "http://a.example", title: A, date: 2002-05}}\n'
    expect(problemsOf(writePack({ ...VOCABULARY, 'organizations/a.yaml': text }))).toEqual([])
  })

  it('may bring entries alone and stand on the vocabulary of a folder before it', () => {
    const base = writePack(VOCABULARY)
    const own = writePack(organizations(organization('acme')))
    expect(problemsOf(base, own)).toEqual([])
    const alone = problemsOf(own)
    expect(alone.join('\n')).toContain('taxonomy.yaml stands in none of the folders')
    expect(alone.join('\n')).toContain('organizations and lists are not checked before taxonomy.yaml is right')
  })
})

describe('one problem in an organization', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown key', organization('acme', { legalNam: 'A' }), 'legalNam is no key that exists here; closest: legalName'],
    [
      'a key without a value',
      organization('acme', { legalName: null }),
      'legalName has no value (text cut at an unquoted comma or colon?)',
    ],
    ['another slug', organization('acme', { slug: 'acne' }), 'slug "acne" does not fit the name of the file, which asks for acme'],
    ['a missing key', organization('acme', { roles: undefined }), 'roles is missing'],
    ['an unknown id', organization('acme', { roles: ['suplier'] }), 'roles[0] "suplier" does not exist; it is one of: supplier, var'],
    ['an id twice', organization('acme', { roles: ['var', 'var'] }), 'roles[1] "var" stands here twice'],
    ['an empty list', organization('acme', { segments: [] }), 'segments [] is empty'],
    ['an unknown OS', organization('acme', { os: ['aix'] }), 'os[0] "aix" does not exist; it is one of: solaris, hp-ux, linux'],
    ['an unknown HAL', organization('acme', { hal: [5] }), 'hal[0] 5 does not exist; it is one of: 3, 4'],
    ['text for a number', organization('acme', { founded: { year: '1990', source: 's1' } }), 'founded.year "1990" is not a number'],
    ['half a year', organization('acme', { founded: { year: 1990.5, source: 's1' } }), 'founded.year 1990.5 is not a whole number'],
    [
      'a fact without a source',
      organization('acme', { founded: { year: 1990 }, parent: { name: 'X', source: 's1' } }),
      'founded.source is missing',
    ],
    ['a list in a mapping’s place', organization('acme', { parent: ['X'] }), 'parent ["X"] is not a mapping'],
    [
      'a source that is not there',
      organization('acme', { gaps: [], parent: { name: 'X', source: 's2' } }),
      'parent.source "s2" is not among this file\'s sources; it is one of: s1',
    ],
    [
      'a source that nothing cites',
      organization('acme', { sources: { s1: source, s2: source } }),
      'sources.s2 "s2" is cited nowhere: cite it where its facts stand, or take it out',
    ],
    [
      'an address that is none',
      organization('acme', { sources: { s1: { ...source, url: 'acme.example' } } }),
      'sources.s1.url "acme.example" is not an address that starts with http:// or https://',
    ],
    [
      'a date in another form',
      organization('acme', { sources: { s1: { ...source, date: '31 May 2002' } } }),
      'sources.s1.date "31 May 2002" is not YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'a day that does not exist',
      organization('acme', { sources: { s1: { ...source, date: '2002-02-30' } } }),
      'sources.s1.date "2002-02-30" is no day of the calendar',
    ],
    [
      'a country by its name',
      organization('acme', { headquarters: { country: 'Norway', source: 's1' } }),
      'headquarters.country "Norway" is not ISO 3166-1 alpha-2 (quote "NO")',
    ],
    [
      'a state by its name',
      organization('acme', { headquarters: { country: 'US', region: 'Massachusetts', source: 's1' } }),
      'headquarters.region "Massachusetts" is no code of a region of US; write MA',
    ],
    [
      'a part of what was not bought',
      organization('acme', { relationships: [{ type: 'resells', to: 'B', part: 'half', source: 's1' }] }),
      'relationships[0].part "half" has no place here: only of a purchase (acquired, acquired-by) a part can be the object',
    ],
    [
      'money without a currency',
      organization('acme', { financials: [{ ...money, currency: undefined }] }),
      'financials[0].currency is missing: revenue is an amount of money',
    ],
    [
      'a count with a currency',
      organization('acme', { financials: [{ ...money, metric: 'subscribers' }] }),
      'financials[0].currency "USD" has no place here: subscribers is a plain count',
    ],
    [
      'a vague scope',
      organization('acme', { financials: [{ ...money, scope: 'fourth quarter' }] }),
      'financials[0].scope "fourth quarter" holds a period, a basis or a date: use the keys period, periodEnd, basis and fiscalYear',
    ],
    [
      'a product without a summary',
      withProduct({ summary: undefined }),
      'products[0].summary is missing: only a product whose sources are [report] goes without',
    ],
    [
      'a price that cites the report',
      withProduct({ price: { amount: 1, currency: 'USD', source: 'report' } }),
      'products[0].price.source "report" stands for the report, which says no more than that a product is named there',
    ],
    [
      'a product twice',
      organization('acme', { products: [product({}), product({ name: 'p' })] }),
      'products[1].name "p" is the name of an earlier product too',
    ],
    [
      'a feature that does not exist',
      withProduct({ features: { maxNode: 1 } }),
      'products[0].features.maxNode is no key that exists here; closest: maxNodes, minNodes',
    ],
    ['a feature of another kind', withProduct({ features: { maxNodes: 'four' } }), 'products[0].features.maxNodes "four" is not a number'],
    [
      'a feature of another group',
      withProduct({ features: { lockstep: true } }),
      'products[0].features.lockstep true does not apply to the segment group software, only to servers',
    ],
    [
      'fewest above most',
      withProduct({ features: { minNodes: 8, maxNodes: 4 } }),
      'products[0].features.minNodes 8 is above maxNodes, which is 4',
    ],
    ['no features', withProduct({ features: {} }), 'products[0].features {} is empty: leave it out where no source states a feature'],
    [
      'a note on nothing',
      withProduct({ featureNotes: { maxNodes: 'x' } }),
      'products[0].featureNotes.maxNodes "x" is a note on a feature that this product does not state',
    ],
    [
      'a range that ends before it begins',
      organization('acme', { products: [product({ segment: 'servers/cluster', features: { drives: { min: 2, max: 1 } } })] }),
      'products[0].features.drives {"min":2,"max":1} has a min above its max',
    ],
  ])('is named: %s', (_, entry, expected) => {
    const problems = problemsOf(writePack({ ...VOCABULARY, 'organizations/acme.yaml': entry }))
    expect(problems.map((problem) => problem.replace(/^organizations\/acme\.yaml:\d+:\d+ /, ''))).toEqual([expected])
  })
})

describe('the place of a problem', () => {
  it('is the line and column of the value, in the file’s order, every one of several', () => {
    const text = [
      'slug: acme',
      'nam: Acme',
      'roles: [var, vra]',
      'segments:',
      '  - servers/cluster',
      '  - servers/clutser',
      'founded: {year: 1990, source: s9}',
    ].join('\n')
    expect(problemsOf(writePack({ ...VOCABULARY, 'organizations/acme.yaml': text }))).toEqual([
      'organizations/acme.yaml:1:1 name is missing',
      'organizations/acme.yaml:1:1 sources is missing: only an organization that does no more than stand in the report needs no source',
      'organizations/acme.yaml:2:1 nam is no key that exists here; closest: name, legalName, hal',
      'organizations/acme.yaml:3:14 roles[1] "vra" does not exist; it is one of: supplier, var',
      'organizations/acme.yaml:6:5 segments[1] "servers/clutser" does not exist; it is one of: servers/cluster, software/clustering',
      'organizations/acme.yaml:7:31 founded.source "s9" is not among this file\'s sources',
    ])
  })

  it.each([
    ['a list that is never closed', 'slug: acme\nname: [A\nroles: x\n', /^organizations\/acme\.yaml:3:1 is not YAML that can be read: /],
    [
      'a key given twice',
      'slug: acme\nname: A\nname: B\n',
      /^organizations\/acme\.yaml:3:1 is not YAML that can be read: the key "name" stands twice in one mapping$/,
    ],
    ['an empty file', '', /^organizations\/acme\.yaml(:1:1)? is empty$/],
    ['no mapping', '- acme\n', /^organizations\/acme\.yaml:1:1 \["acme"\] is not a mapping$/],
  ])('is known for %s', (_, text, expected) => {
    const problems = problemsOf(writePack({ ...VOCABULARY, 'organizations/acme.yaml': text }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
  })
})

describe('problems between files', () => {
  it('are a slug in two folders, a file by another ending, and a ranking that names nobody', () => {
    const base = writePack({ ...VOCABULARY, ...organizations(organization('acme')) })
    const entry = { rank: 1, name: 'A', organization: 'acne', source: 's2' }
    const list = {
      slug: 'top',
      title: 'T',
      publisher: 'P',
      year: 2002,
      metric: 'revenue',
      entries: [entry],
      complete: false,
      sources: { s1: source },
    }
    const second = writePack({ ...organizations(organization('acme')), 'organizations/b.yml': organization('b'), 'lists/top.yaml': list })
    expect(problemsOf(base, second).map((line) => line.replace(/:\d+:\d+/, ''))).toEqual([
      'organizations/acme.yaml slug is the slug of organizations/acme.yaml too',
      'organizations/b.yml has to end in .yaml',
      'lists/top.yaml entries[0].organization "acne" is no organization of the packs; it is one of: acme, b',
      'lists/top.yaml entries[0].source "s2" is not among this file\'s sources; it is one of: s1',
      'lists/top.yaml sources.s1 "s1" is cited nowhere: cite it or take it out',
    ])
  })
})

describe('one problem in the vocabulary', () => {
  const features = TAXONOMY.features
  it.each<[string, Record<string, unknown>, string]>([
    [
      'an OS in two families',
      { 'taxonomy.yaml': { ...TAXONOMY, osFamilies: { unix: ['solaris', 'hp-ux', 'linux'], linux: ['linux'] } } },
      'linux[0] "linux" stands in the family unix as well',
    ],
    [
      'a tier without an amount',
      { 'taxonomy.yaml': { ...TAXONOMY, tiers: { ...TAXONOMY.tiers, 1: 'big' } } },
      'tiers.1 "big" does not start with',
    ],
    [
      'a feature without its unit',
      { 'taxonomy.yaml': { ...TAXONOMY, features: { ...features, minNodes: { ...features.minNodes, unit: undefined } } } },
      'features.minNodes.unit is of kind number and needs a unit',
    ],
    [
      'a feature of an unknown group',
      { 'taxonomy.yaml': { ...TAXONOMY, features: { ...features, lockstep: { ...features.lockstep, groups: ['server'] } } } },
      'features.lockstep.groups[0] "server" is not a segment group',
    ],
    ['an id without a label', { 'labels.yaml': { ...LABELS, roles: { supplier: 'Supplier' } } }, 'roles.var is missing'],
    [
      'a label without an id',
      { 'labels.yaml': { ...LABELS, roles: { ...LABELS.roles, varr: 'VAR' } } },
      'roles.varr is no key that exists here; closest: var',
    ],
    ['a lonely synonym', { 'synonyms.yaml': { groups: [['san']], oneWay: [] } }, 'groups[0] ["san"] has fewer than 2 entries'],
    [
      'a rate without a source',
      { 'exchange-rates.yaml': { ...RATES, usdPerUnit: { 2002: { CHF: 0.6 } } } },
      'usdPerUnit.2002.CHF 0.6 has no sources under currencySources',
    ],
    [
      'a heading of no kind',
      { 'report.yaml': [{ section: 1, page: 1, kind: 'chapter', heading: 'H' }] },
      '[0].kind "chapter" does not exist; it is one of: topic, supplier, product, subsection',
    ],
  ])('is named: %s', (_, files, expected) => {
    const problems = problemsOf(writePack({ ...VOCABULARY, ...files }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })
})

describe('a folder', () => {
  it('that is missing, empty or a file is one clear problem', () => {
    const empty = temporaryFolder()
    mkdirSync(join(empty, 'organizations'))
    const file = join(writePack({ 'a.txt': 'x' }), 'a.txt')
    for (const [folder, message] of [
      [join(empty, 'nowhere'), /^There is no content folder /],
      [empty, /holds no content\.$/],
      [file, /is no folder\.$/],
    ] as const) {
      expect(() => readFolders([folder])).toThrow(Problem)
      expect(() => readFolders([folder])).toThrow(message)
    }
  })
})
