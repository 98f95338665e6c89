import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exists, readAddress } from './addresses'
import { readOrganization } from './organization'
import { type LoadedPack, loadMadeUpPack, loadRealPack } from './pack.test-helper'
import { readProduct } from './product'
import { groupsOf } from './relationship-groups'

const WIDGETS = `
slug: widgets
name: Widgets
legalName: Widgets Corporation
aliases: [WG]
roles: [supplier]
segments: [software/clustering]
categories: [ha-cluster-software]
os: [linux]
headquarters: {city: Springfield, region: MA, country: US, source: s2}
ownership: {type: public, source: s2}
parent: {name: Gadgets, source: s1}
overview: {text: Makes widgets., sources: [s3, s1]}
financials:
  - {fiscalYear: 2002, metric: revenue, amount: 2000000000, currency: USD, source: s3}
  - {fiscalYear: 2001, metric: revenue, amount: 5000000, currency: USD, scope: Bolts, note: bolts only, source: s3}
products:
  - {name: Widget One, segment: storage/raid, os: [solaris], hal: 3, summary: The first., features: {maxNodes: 4, raidLevels: ["5", "1"]}, featureNotes: {maxNodes: two before}, price: {amount: 10, currency: USD, source: s1}, sources: [s2]}
  - {name: Widget Two, segment: software/clustering, os: [], summary: The second., sources: [s3]}
relationships:
  - {type: resells, to: Gadgets, since: 1999, note: bolts, source: s1}
  - {type: resells, to: gadgets inc., note: nuts, source: s2}
  - {type: competes-with, to: Nobody Here, source: s3}
  - {type: renamed-from, to: WG, since: 1990, note: a shorter name, source: s1}
  - {type: spun-off-from, to: Gadgets, source: s1}
laterHistory:
  - {year: 1985, event: Began., source: s2}
  - {year: 2004, event: Ended., source: s3}
gaps: [founded, "employees in 2002", list prices]
sources:
  s1: {url: "https://example.org/1", title: One}
  s2: {url: "https://example.org/2", title: Two, publisher: Press, date: "2001-05"}
  s3: {url: "https://example.org/3", title: Three}
`

const GADGETS = `
slug: gadgets
name: Gadgets
legalName: Gadgets Inc.
roles: [distributor]
segments: [services/distribution]
os: []
relationships:
  - {type: resold-by, to: Widgets, since: 1998, source: a}
  - {type: parent-of, to: WG, since: 1997, source: b}
sources:
  a: {url: "https://example.org/2", title: The same page}
  b: {url: "https://example.org/4", title: Another page}
`

const SPROCKETS = `
slug: sprockets
name: Sprockets
roles: [var]
segments: [services/integration]
os: []
relationships:
  - {type: acquired, to: Gizmos, since: 2002, part: the pagers, source: a}
sources:
  a: {url: "https://example.org/5", title: A purchase}
`

const GIZMOS = `
slug: gizmos
name: Gizmos
roles: [var]
segments: [services/integration]
os: []
relationships:
  - {type: acquired-by, to: Sprockets, since: 2002, source: a}
  - {type: acquired-by, to: Sprockets, since: 1990, source: a}
sources:
  a: {url: "https://example.org/6", title: Two purchases}
`

const LONELY = `
slug: lonely
name: Lonely
roles: [supplier]
segments: [software/clustering]
os: []
report: [{section: 7, page: 1, heading: Lonely}]
sources: {}
`

describe('a record of made-up rows', () => {
  let pack: LoadedPack
  beforeAll(() => {
    pack = loadMadeUpPack({ widgets: WIDGETS, gadgets: GADGETS, sprockets: SPROCKETS, gizmos: GIZMOS, lonely: LONELY })
  })
  afterAll(() => pack.remove())
  const read = (slug: string) => {
    const record = readOrganization(pack, slug)
    if (record === null) throw new Error(`there is no ${slug}`)
    return record
  }

  it('numbers its own sources in the order of the file, then those of others as they are cited', () => {
    const { sources } = read('widgets')
    expect(sources.map(({ number, key, listedBy }) => [number, key, listedBy?.name ?? null])).toEqual([
      [1, 's1', null],
      [2, 's2', null],
      [3, 's3', null],
      [4, 'b', 'Gadgets'],
    ])
    expect(sources[1]).toEqual({
      number: 2,
      key: 's2',
      url: 'https://example.org/2',
      title: 'Two',
      publisher: 'Press',
      date: '2001-05',
      listedBy: null,
    })
  })

  it('gives each fact the number of its source', () => {
    const record = read('widgets')
    expect(record.headquarters).toEqual({
      city: 'Springfield',
      region: 'MA',
      country: 'US',
      regionName: 'Massachusetts',
      countryName: 'United States',
      source: 2,
    })
    expect(record.overview).toEqual({ text: 'Makes widgets.', sources: [3, 1] })
    expect(record.tier).toMatchObject({ tier: 1, label: 'Tier 1', estimated: false, rule: 1, source: 3 })
    expect(record.financials.map(({ amount, scope, note, source }) => [amount, scope, note, source])).toEqual([
      [2_000_000_000, null, null, 3],
      [5_000_000, 'Bolts', 'bolts only', 3],
    ])
    expect(record.parent).toEqual({
      name: 'Gadgets',
      organization: { slug: 'gadgets', name: 'Gadgets', url: '/organizations/gadgets' },
      source: 1,
    })
  })

  it('has the segments, OSes and HALs of its own entry and of its products', () => {
    const record = read('widgets')
    expect(record.segments.map((term) => term.value)).toEqual(['software/clustering', 'storage/raid'])
    expect(record.os.map((term) => term.value)).toEqual(['linux/linux', 'unix/solaris'])
    expect(record.hal).toEqual([{ value: '3', label: 'HAL 3' }])
  })

  it('merges what both ends state into one line with the words of this end and every source', () => {
    const line = read('widgets').relationships.find((relationship) => relationship.words === 'sells for')
    expect(line?.party).toEqual({ slug: 'gadgets', name: 'Gadgets', url: '/organizations/gadgets' })
    expect(line?.since).toBe(1998)
    expect(line?.statements.map(({ by, type, to, since, note, source }) => [by?.slug ?? null, type, to, since, note, source])).toEqual([
      [null, 'resells', 'Gadgets', 1999, 'bolts', 1],
      [null, 'resells', 'gadgets inc.', null, 'nuts', 2],
      ['gadgets', 'resold-by', 'Widgets', 1998, null, 2],
    ])
  })

  it('reads the same line from the other end, and a row that no type of its own could say', () => {
    const lines = read('gadgets').relationships
    expect(lines.map(({ words, group, party }) => [words, group, party.name])).toEqual([
      ['parent of', 'owners', 'Widgets'],
      ['is sold by', 'sold-by', 'Widgets'],
      ['spun off', 'owners', 'Widgets'],
    ])
    expect(lines[1]?.statements.map(({ by, note, source }) => [by?.slug ?? null, note, source])).toEqual([
      [null, null, 1],
      ['widgets', 'bolts', 3],
      ['widgets', 'nuts', 1],
    ])
  })

  it('reads a purchase of a part as one from both ends, whichever says so', () => {
    const lineOf = (slug: string, other: string) => {
      const line = read(slug).relationships.find(({ party, words }) => party.slug === other && words.includes('a part'))
      return line && [line.words, line.group, line.since, line.statements.map(({ part }) => part)]
    }
    expect(lineOf('sprockets', 'gizmos')).toEqual(['bought a part of', 'owners', 2002, ['the pagers', null]])
    expect(lineOf('gizmos', 'sprockets')).toEqual(['sold a part to', 'owners', 2002, [null, 'the pagers']])
    expect(read('gizmos').relationships.map(({ words, since }) => [words, since])).toEqual([
      ['was acquired by', 1990],
      ['sold a part to', 2002],
    ])
  })

  it('counts the parent that another entry names among its relationships', () => {
    const line = read('gadgets').relationships.find((relationship) => relationship.words === 'parent of')
    expect(line?.statements.map(({ by, type, since, source }) => [by?.slug ?? null, type, since, source])).toEqual([
      [null, 'parent-of', 1997, 2],
      ['widgets', 'subsidiary-of', null, 3],
    ])
  })

  it('keeps a name that is nobody here as text', () => {
    const line = read('widgets').relationships.find((relationship) => relationship.words === 'competes with')
    expect(line?.party).toEqual({ slug: null, name: 'Nobody Here', url: null })
  })

  it('puts relationships to itself and later events on one timeline, and not among the relationships', () => {
    const record = read('widgets')
    expect(record.history.map(({ year, kind, text, note, source }) => [year, kind, text, note, source])).toEqual([
      [1985, 'event', 'Began.', null, 2],
      [1990, 'relationship', 'was formerly WG', 'a shorter name', 1],
      [2004, 'event', 'Ended.', null, 3],
    ])
    expect(record.relationships.some((relationship) => relationship.party.name === 'WG')).toBe(false)
  })

  it('says what was looked for, and what is simply not there', () => {
    const record = read('widgets')
    expect(record.gaps).toEqual(['founded', 'employees in 2002', 'list prices'])
    expect(record.absent).toEqual(['ticker', 'website', 'management'])
    const lonely = read('lonely')
    expect(lonely.absent).toEqual([
      'headquarters',
      'founded',
      'ownership',
      'website',
      'employees',
      'overview',
      'management',
      'financials',
      'products',
      'relationships',
    ])
    expect(lonely.sources).toEqual([])
    expect(lonely.tier).toMatchObject({ tier: null, label: 'Not rated', rule: null, source: null })
  })

  it('gives a product its features in the taxonomy’s order, and numbers only the sources it cites', () => {
    const product = readProduct(pack, 'widgets', 'widget-one')
    expect(product?.features).toEqual([
      expect.objectContaining({ id: 'maxNodes', label: 'Most nodes', kind: 'number', unit: 'nodes', value: 4, note: 'two before' }),
      expect.objectContaining({ id: 'raidLevels', kind: 'list', unit: null, value: ['5', '1'], note: null }),
    ])
    expect(product?.sources.map(({ number, key }) => [number, key])).toEqual([
      [1, 's1'],
      [2, 's2'],
      [3, 's3'],
    ])
    expect(product?.cites).toEqual([2])
    expect(product?.price).toEqual({ amount: 10, currency: 'USD', usd: 10, note: null, source: 1 })
    expect(product?.supplier.tier.tier).toBe(1)
    expect(product?.siblings.map((sibling) => sibling.url)).toEqual(['/products/widgets/widget-two'])
    expect(product?.absent).toEqual(['introduced', 'status'])
  })

  it('knows no entry by another address', () => {
    expect(readOrganization(pack, 'WIDGETS')).toBeNull()
    expect(readOrganization(pack, '')).toBeNull()
    expect(readProduct(pack, 'gadgets', 'widget-one')).toBeNull()
    expect(readProduct(pack, 'widgets', 'widget-three')).toBeNull()
    expect(readProduct(pack, 'nobody', 'widget-one')).toBeNull()
  })
})

describe('the records of the real pack', () => {
  let pack: LoadedPack
  beforeAll(() => {
    pack = loadRealPack()
  })
  afterAll(() => pack.remove())
  const slugs = () => pack.database.sqlite.prepare('SELECT slug FROM organizations').pluck().all() as string[]

  it('cites only sources that are listed, from 1 without a gap', () => {
    for (const slug of slugs()) {
      const record = readOrganization(pack, slug)
      expect(record?.sources.map((source) => source.number)).toEqual(record?.sources.map((_, index) => index + 1))
      const cited = new Set<number>()
      JSON.stringify(record, (key, value) => {
        if (key === 'source' && typeof value === 'number') cited.add(value)
        if (key === 'cites' || (key === 'sources' && typeof value[0] === 'number')) for (const number of value) cited.add(number)
        return value
      })
      expect(Math.max(0, ...cited), slug).toBeLessThanOrEqual(record?.sources.length ?? 0)
    }
  })

  it('leads from a source that another file lists to where that file can be read', () => {
    const authors = slugs().flatMap((slug) => (readOrganization(pack, slug)?.sources ?? []).flatMap(({ listedBy }) => listedBy ?? []))
    const paths = new Set(authors.map(({ url }) => url.split('/')[1]))
    expect(paths).toEqual(new Set(['organizations', 'rankings']))
    for (const { url } of authors) {
      const address = readAddress(url)
      expect(address !== null && exists(pack, address), url).toBe(true)
    }
  })

  it('knows what every type of the taxonomy is about', () => {
    for (const { id } of pack.vocabulary().terms('relationship')) expect(groupsOf(id).here, id).not.toBe('others')
  })

  it('shows every resolved relationship at both ends and none twice', () => {
    let shown = 0
    for (const slug of slugs()) {
      const record = readOrganization(pack, slug)
      const lines = record?.relationships ?? []
      expect(new Set(lines.map((line) => `${line.words} ${line.party.url ?? line.party.name}`)).size, slug).toBe(lines.length)
      shown += lines.flatMap((line) => line.statements).filter((statement) => statement.by === null).length
    }
    const stored = pack.database.sqlite.prepare("SELECT count(*) FROM relationships WHERE resolved <> 'self'").pluck().get()
    expect(shown).toBe(stored)
    const marathon = readOrganization(pack, 'marathon-technologies')?.relationships.find((line) => line.words === 'is OEM supplier to')
    expect(marathon?.party.slug).toBe('hewlett-packard')
    expect(marathon?.statements.map((statement) => statement.by?.slug ?? null)).toEqual([null, 'hewlett-packard'])
  })

  it('gives every product its own record', () => {
    for (const slug of slugs()) {
      for (const product of readOrganization(pack, slug)?.products ?? []) {
        const record = readProduct(pack, slug, product.slug)
        expect(record?.name).toBe(product.name)
        expect(record?.features).toEqual(product.features)
      }
    }
  })
})
