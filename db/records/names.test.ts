import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Directory, openDirectory } from '../directory'
import { exists, isText, readAddress } from './addresses'
import { closestCategories, closestOrganizations, closestProducts } from './names'
import { type LoadedPack, loadMadeUpPack } from './pack.test-helper'

const organization = (slug: string, name: string, more = '') => `
slug: ${slug}
name: ${name}
roles: [supplier]
segments: [software/clustering]
os: []
sources: {s: {url: "https://example.org", title: Page}}
website: {url: "https://example.org", source: s}
${more}`

const PRODUCTS = `products:
  - {name: Volume Manager, segment: software/backup, os: [], summary: Keeps volumes., sources: [s]}
  - {name: Cluster Server, segment: software/clustering, os: [], summary: Fails over., sources: [s]}`

let pack: LoadedPack
let directory: Directory
beforeAll(() => {
  pack = loadMadeUpPack({
    'veritas-software': organization('veritas-software', 'VERITAS Software', PRODUCTS),
    verilink: organization('verilink', 'Verilink'),
    'hewlett-packard': organization('hewlett-packard', 'Hewlett-Packard', 'aliases: [HP]'),
    zebra: organization('zebra', 'Zebra', 'overview: {text: Once part of Hewlett-Packard., sources: [s]}'),
  })
  directory = openDirectory({ dataFolder: pack.folder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })
})
afterAll(async () => {
  await directory.close()
  pack.remove()
})

describe('close names', () => {
  it('are those with a slug like what was typed, nearest first', async () => {
    const links = await closestOrganizations(directory, 'veritsa-software', 5)
    expect(links[0]).toEqual({ slug: 'veritas-software', name: 'VERITAS Software', url: '/organizations/veritas-software' })
    expect(links.map((link) => link.slug)).not.toContain('zebra')
  })

  it('forgive capitals, spaces and signs', async () => {
    expect((await closestOrganizations(directory, 'VERITAS Software!', 1)).map((link) => link.slug)).toEqual(['veritas-software'])
  })

  it('are found by other names too, as a search finds them', async () => {
    expect((await closestOrganizations(directory, 'hp', 5)).map((link) => link.slug)).toEqual(['hewlett-packard'])
    expect((await closestOrganizations(directory, 'hewlett-packart', 5)).map((link) => link.slug)).toEqual(['hewlett-packard'])
  })

  it('are no more than asked for, and none where nothing is close', async () => {
    expect(await closestOrganizations(directory, 'veri', 1)).toHaveLength(1)
    expect(await closestOrganizations(directory, 'qqqqqqqq', 5)).toEqual([])
    expect(await closestOrganizations(directory, '', 5)).toEqual([])
    expect(await closestOrganizations(directory, '😀%00"'.repeat(2000), 5)).toEqual([])
  })

  it('of products are the supplier’s own first, then those of others', async () => {
    expect((await closestProducts(directory, 'veritas-software', 'volume-manger', 5))[0]?.url).toBe(
      '/products/veritas-software/volume-manager',
    )
    expect((await closestProducts(directory, 'nobody', 'cluster-server', 5)).map((link) => link.url)).toEqual([
      '/products/veritas-software/cluster-server',
    ])
  })

  it('of lists are those with an id like it', () => {
    expect(closestCategories(directory, 'fc-swiches', 3)[0]).toEqual({
      slug: 'fc-switches',
      name: 'FC Switches',
      url: '/categories/fc-switches',
    })
  })
})

describe('addresses', () => {
  it('name an organization, a product or a list', () => {
    expect(readAddress('/organizations/zebra')).toEqual({ kind: 'organization', slug: 'zebra' })
    expect(readAddress('/products/a%20b/c')).toEqual({ kind: 'product', supplier: 'a b', slug: 'c' })
    expect(readAddress('/categories/vars')).toEqual({ kind: 'category', id: 'vars' })
  })

  it.each(['/', '/organizations', '/organizations/', '/organizations/a/b', '/products/a', '/products/a/b/c', '/report', '/missing', ''])(
    '%s names none',
    (path) => {
      expect(readAddress(path)).toBeNull()
    },
  )

  it('are no address with an escape that stands for no text', () => {
    expect(readAddress('/organizations/%ff')).toBeNull()
    expect(['/organizations/%ff', '/api/100%zz', '/%', '/a%20b'].map(isText)).toEqual([false, false, false, true])
  })

  it('exist or not', () => {
    expect(exists(directory, { kind: 'organization', slug: 'zebra' })).toBe(true)
    expect(exists(directory, { kind: 'organization', slug: 'Zebra' })).toBe(false)
    expect(exists(directory, { kind: 'product', supplier: 'veritas-software', slug: 'cluster-server' })).toBe(true)
    expect(exists(directory, { kind: 'product', supplier: 'zebra', slug: 'cluster-server' })).toBe(false)
    expect(exists(directory, { kind: 'category', id: 'vars' })).toBe(true)
    expect(exists(directory, { kind: 'category', id: 'segment' })).toBe(false)
  })
})
