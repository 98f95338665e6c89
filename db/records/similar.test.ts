import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LoadedPack, loadMadeUpPack } from './pack.test-helper'
import { readRivals } from './rivals'
import { readSimilar } from './similar'

interface Sketch {
  segments: string[]
  os?: string[]
  categories?: string[]
  competesWith?: string[]
  region?: string
  revenue?: number
  product?: { segment: string; os: string[]; hal: number }
}

const SKETCHES: Readonly<Record<string, Sketch>> = {
  alpha: {
    segments: ['software/clustering', 'services/integration'],
    os: ['linux'],
    categories: ['nt-clustering'],
    competesWith: ['Beta', 'Rival'],
    region: 'CA',
    revenue: 200_000_000,
    product: { segment: 'software/clustering', os: ['linux'], hal: 3 },
  },
  beta: { segments: ['services/fax'], product: { segment: 'software/clustering', os: ['solaris'], hal: 5 } },
  // Named as a competitor by the other end, too.
  rival: { segments: ['services/fax'], competesWith: ['Twin'] },
  twin: {
    segments: ['software/clustering', 'services/integration'],
    os: ['linux'],
    categories: ['nt-clustering'],
    region: 'CA',
    revenue: 300_000_000,
    product: { segment: 'software/clustering', os: ['linux'], hal: 3 },
  },
  // In what everybody is in, and in nothing else.
  common: { segments: ['services/integration'], region: 'CA', revenue: 100_000_000 },
  // In the same place, of the same size, on the same system, and in another business.
  neighbour: { segments: ['storage/tape'], os: ['linux'], region: 'CA', revenue: 200_000_000 },
  ...Object.fromEntries(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((slug) => [slug, { segments: ['services/integration'] }])),
}

const nameOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1)

function file(slug: string, { segments, os = [], categories = [], competesWith = [], region, revenue, product }: Sketch): string {
  const lines = [
    `slug: ${slug}`,
    `name: ${nameOf(slug)}`,
    'roles: [supplier]',
    'founded: {year: 1990, source: a}',
    `segments: [${segments.join(', ')}]`,
    `os: [${os.join(', ')}]`,
    `categories: [${categories.join(', ')}]`,
    `relationships: [${competesWith.map((to) => `{type: competes-with, to: ${to}, source: a}`).join(', ')}]`,
    'sources: {a: {url: "https://example.org/a", title: A page}}',
  ]
  if (region) lines.push(`headquarters: {city: Somewhere, region: ${region}, country: US, source: a}`)
  if (revenue) lines.push(`financials: [{fiscalYear: 2002, metric: revenue, amount: ${revenue}, currency: USD, source: a}]`)
  if (product) {
    const { segment, os: systems, hal } = product
    lines.push(`products: [{name: Cluster, segment: ${segment}, os: [${systems}], hal: ${hal}, summary: A cluster., sources: [a]}]`)
  }
  return lines.join('\n')
}

let pack: LoadedPack
beforeAll(() => {
  pack = loadMadeUpPack(Object.fromEntries(Object.entries(SKETCHES).map(([slug, sketch]) => [slug, file(slug, sketch)])))
})
afterAll(() => pack.remove())

describe('similar organizations', () => {
  it('are those with the most in common, competitors among them', () => {
    const slugs = readSimilar(pack, 'alpha').map(({ slug }) => slug)
    expect(slugs.slice(0, 3)).toEqual(['twin', 'beta', 'rival'])
    expect(slugs).toHaveLength(6)
  })

  it('come with everything they have in common, the rarest first', () => {
    expect(readSimilar(pack, 'alpha')[0]).toEqual({
      slug: 'twin',
      name: 'Twin',
      url: '/organizations/twin',
      tier: 2,
      tierEstimated: false,
      because: {
        competes: false,
        competitors: [{ slug: 'rival', name: 'Rival', url: '/organizations/rival' }],
        segments: [
          { value: 'software/clustering', label: 'Clustering and failover software' },
          { value: 'services/integration', label: 'Systems integration' },
        ],
        categories: [expect.objectContaining({ value: 'nt-clustering' })],
        os: [{ value: 'linux/linux', label: 'Linux' }],
        roles: [{ value: 'supplier', label: 'Supplier' }],
        tier: { value: '2', label: 'Tier 2' },
        region: 'California',
      },
    })
  })

  it('compete whichever of the two says so', () => {
    const competes = (slug: string, other: string) => readSimilar(pack, slug).find((found) => found.slug === other)?.because.competes
    expect(competes('alpha', 'rival')).toBe(true)
    expect(competes('rival', 'alpha')).toBe(true)
    expect(competes('alpha', 'twin')).toBe(false)
  })

  it('are not those that only have the same size, place and system', () => {
    expect(readSimilar(pack, 'alpha').map(({ slug }) => slug)).not.toContain('neighbour')
    expect(readSimilar(pack, 'neighbour')).toEqual([])
  })

  it('are none of what is not there, and never oneself', () => {
    expect(readSimilar(pack, 'nobody')).toEqual([])
    for (const slug of Object.keys(SKETCHES)) expect(readSimilar(pack, slug).map((found) => found.slug)).not.toContain(slug)
  })
})

describe('products that compete', () => {
  it('are of the same segment, those of a stated competitor and those that run on the same systems first', () => {
    const rivals = readRivals(pack, 'alpha', 'cluster')
    expect(rivals.map(({ url, because }) => [url, because])).toEqual([
      ['/products/beta/cluster', { competes: true, os: [], hal: false }],
      ['/products/twin/cluster', { competes: false, os: [{ value: 'linux/linux', label: 'Linux' }], hal: true }],
    ])
    expect(rivals[0]?.supplier).toEqual({ slug: 'beta', name: 'Beta', url: '/organizations/beta' })
  })

  it('are none of a product that is not there', () => {
    expect(readRivals(pack, 'alpha', 'nothing')).toEqual([])
  })
})
