import { afterAll, expect, it } from 'vitest'
import { readOrganization } from '@/db/records/organization'
import { loadMadeUpPack } from '@/db/records/pack.test-helper'
import { readProduct } from '@/db/records/product'
import { organizationData, productData, scriptJson } from './structured-data'

const HOSTILE = '</script><script>alert(1)</script>\u2028&'
const SOURCES = 'sources: {a: {url: "https://example.org/a", title: A page}}'

const pack = loadMadeUpPack({
  widgets: `
slug: widgets
name: Widgets
legalName: Widgets Corporation
aliases: [WG]
roles: [supplier]
segments: [software/clustering]
os: []
headquarters: {city: Springfield, region: MA, country: US, source: a}
founded: {year: 1990, source: a}
ownership: {type: subsidiary, source: a}
ticker: {exchange: NASDAQ, symbol: WDGT, source: a}
parent: {name: Gadgets, source: a}
website: {url: "http://widgets.example", source: a}
employees: {count: 40, asOf: 2002, source: a}
overview: {text: ${JSON.stringify(HOSTILE)}, sources: [a]}
management: [{name: Ann Other, title: Chief executive, source: a}]
products:
  - {name: Widget One, segment: software/clustering, os: [], introduced: 1999, summary: The first., features: {maxNodes: 4}, price: {amount: 10, currency: USD, note: a piece, source: a}, sources: [a]}
${SOURCES}
`,
  gadgets: `
slug: gadgets
name: Gadgets
roles: [distributor]
segments: [services/distribution]
os: []
founded: {year: 1980, source: a}
${SOURCES}
`,
})
afterAll(() => pack.remove())

const ORIGIN = new URL('https://directory.example')
const organization = (slug: string) => {
  const record = readOrganization(pack, slug)
  if (record === null) throw new Error(`There is no ${slug}.`)
  return JSON.parse(scriptJson(organizationData(record, ORIGIN)))
}

it('says of an organization what its record says', () => {
  expect(organization('widgets')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': 'https://directory.example/organizations/widgets',
    mainEntityOfPage: 'https://directory.example/organizations/widgets',
    name: 'Widgets',
    legalName: 'Widgets Corporation',
    alternateName: ['WG'],
    description: HOSTILE,
    url: 'http://widgets.example',
    foundingDate: '1990',
    address: { '@type': 'PostalAddress', addressLocality: 'Springfield', addressRegion: 'MA', addressCountry: 'US' },
    numberOfEmployees: { '@type': 'QuantitativeValue', value: 40 },
    tickerSymbol: 'NASDAQ WDGT',
    parentOrganization: { '@type': 'Organization', name: 'Gadgets', '@id': 'https://directory.example/organizations/gadgets' },
    employee: [{ '@type': 'Person', name: 'Ann Other', jobTitle: 'Chief executive' }],
  })
})

it('says nothing of what is not known', () => {
  expect(Object.keys(organization('gadgets'))).toEqual(['@context', '@type', '@id', 'name', 'mainEntityOfPage', 'foundingDate'])
})

it('says of a product what its record says', () => {
  const record = readProduct(pack, 'widgets', 'widget-one')
  if (record === null) throw new Error('There is no widget.')
  expect(JSON.parse(scriptJson(productData(record, ORIGIN)))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': 'https://directory.example/products/widgets/widget-one',
    mainEntityOfPage: 'https://directory.example/products/widgets/widget-one',
    name: 'Widget One',
    description: 'The first.',
    category: 'Clustering and failover software',
    manufacturer: { '@type': 'Organization', '@id': 'https://directory.example/organizations/widgets', name: 'Widgets' },
    releaseDate: '1999',
    offers: { '@type': 'Offer', price: 10, priceCurrency: 'USD', description: 'a piece' },
    additionalProperty: [{ '@type': 'PropertyValue', name: 'Most nodes', value: '4 nodes' }],
  })
})

it('cannot end the script it stands in', () => {
  const json = scriptJson({ text: HOSTILE })
  expect(json).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(json)).toEqual({ text: HOSTILE })
})
