/** The doors themselves, over the pack that ships: what each gives. */
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/db/problem'
import { FILTERS } from '@/db/question'
import { GET as unknownDoor } from './[...path]/route'
import { answering } from './answering'
import { get, servePack } from './doors.test-helper'
import { GET as facet } from './facets/[collection]/[facet]/route'
import { GET as health } from './health/route'
import { GET as organization } from './organizations/[slug]/route'
import { GET as organizations } from './organizations/route'
import { GET as organizationsCsv, POST as organizationsForm } from './organizations.csv/route'
import { GET as product } from './products/[supplier]/[slug]/route'
import { GET as products } from './products/route'
import { GET as productsCsv } from './products.csv/route'
import { GET as suggest } from './suggest/route'

servePack()

describe('the answer to a question', () => {
  it('has the shape of the contract', async () => {
    const response = await get(organizations, '/api/organizations?q=veritas&tier=1', {})
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const answer = await response.json()
    expect(answer).toMatchObject({ query: { q: 'veritas', tier: ['1'] }, engine: 'embedded', total: 1, page: 1, size: 50 })
    expect(answer.ms).toBeTypeOf('number')
    expect(answer.suggestions).toEqual({ words: [], dropFilters: [], names: [] })
    expect(Object.keys(answer.facets)).toEqual(FILTERS.organizations)
    expect(answer.facets.tier).toContainEqual({ value: '1', label: 'Tier 1', count: 1, selected: true, excluded: false })
    expect(answer.hits[0]).toMatchObject({
      slug: 'veritas-software',
      name: 'VERITAS Software',
      url: '/organizations/veritas-software',
      roles: ['supplier'],
      tier: 1,
      tierEstimated: false,
      headquarters: { city: 'Mountain View', region: 'CA', country: 'US' },
      ownership: 'public',
      revenue: { currency: 'USD' },
      website: 'http://www.veritas.com',
      highlights: { name: '<mark>VERITAS</mark> Software' },
    })
    expect(Object.keys(answer.hits[0]).sort()).toEqual(
      // biome-ignore format: one fact after the other, as the contract prints them
      ['slug', 'name', 'url', 'roles', 'tier', 'tierEstimated', 'segments', 'os', 'hal', 'categories', 'headquarters', 'ownership', 'revenue', 'employees', 'founded', 'products', 'website', 'highlights'].sort(),
    )
  })

  it('is given for products too', async () => {
    const answer = await (await get(products, '/api/products?q=cluster&os=unix&size=2', {})).json()
    expect(answer.hits).toHaveLength(2)
    expect(answer.hits[0].url).toBe(`/products/${answer.hits[0].supplier}/${answer.hits[0].slug}`)
    expect(Object.keys(answer.facets)).toEqual(FILTERS.products)
  })

  it('has no body for HEAD', async () => {
    const response = await get(organizations, '/api/organizations?q=veritas', {}, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(await response.text()).toBe('')
  })
})

describe('a record', () => {
  it('is given with its sources', async () => {
    const record = await (await get(organization, '/api/organizations/veritas-software', { slug: 'veritas-software' })).json()
    expect(record.name).toBe('VERITAS Software')
    expect(record.sources.length).toBeGreaterThan(0)
    const { slug } = record.products[0]
    const found = await (await get(product, `/api/products/veritas-software/${slug}`, { supplier: 'veritas-software', slug })).json()
    expect(found.supplier.slug).toBe('veritas-software')
  })

  it('that does not exist is a 404 with close names', async () => {
    const response = await get(organization, '/api/organizations/verits-software', { slug: 'verits-software' })
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    const { errors } = await response.json()
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ parameter: 'slug', value: 'verits-software' })
    expect(errors[0].allowed).toContain('veritas-software')

    const none = await get(product, '/api/products/veritas-software/veritas-cluster', {
      supplier: 'veritas-software',
      slug: 'veritas-cluster',
    })
    expect(none.status).toBe(404)
    expect((await none.json()).errors[0].allowed[0]).toMatch(/^veritas-software\//)
  })
})

describe('a CSV file', () => {
  it('comes with its name and its number of rows', async () => {
    const { total } = await (await get(organizations, '/api/organizations?role=supplier', {})).json()
    const response = await get(organizationsCsv, '/api/organizations.csv?role=supplier&columns=slug', {})
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="organizations.csv"',
      'x-total-count': String(total),
    })
    expect((await response.text()).split('\r\n')).toHaveLength(total + 2)
  })

  it('has no body for HEAD, and no page', async () => {
    const response = await get(productsCsv, '/api/products.csv', {}, { method: 'HEAD' })
    expect(response.headers.get('X-Total-Count')).toMatch(/^\d+$/)
    expect(await response.text()).toBe('')
    expect((await get(productsCsv, '/api/products.csv?page=2', {})).status).toBe(400)
  })

  it('takes a long selection as a form', async () => {
    const form = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
      get(organizationsForm, '/api/organizations.csv', {}, { method: 'POST', body, headers: { 'Content-Type': type } })
    const answer = await (await get(organizations, '/api/organizations?size=200', {})).json()
    const slugs: string[] = answer.hits.map((hit: { slug: string }) => hit.slug)
    const response = await form(new URLSearchParams([['columns', 'slug'], ...slugs.map((slug) => ['slug', slug])]).toString())
    expect(await response.text()).toBe(`slug\r\n${slugs.map((slug) => `${slug}\r\n`).join('')}`)
    expect((await form('{}', 'application/json')).status).toBe(415)
    expect((await form(`q=${'x'.repeat(17 * 1024 * 1024)}`)).status).toBe(413)
  })
})

describe('the other doors', () => {
  it('suggest organizations, products, categories and filter values', async () => {
    const ask = async (q: string) => (await get(suggest, `/api/suggest?q=${encodeURIComponent(q)}`, {})).json()
    const linux = await ask('linux')
    expect(Object.keys(linux)).toEqual(['q', 'organizations', 'products', 'categories', 'filters'])
    expect(linux.filters).toEqual([
      { label: 'OS: Linux', url: '/?os=linux', detail: '', collection: 'organizations', name: 'os', value: 'linux' },
    ])
    const applied = await get(organizations, `/api/organizations${new URL(linux.filters[0].url, 'http://localhost').search}`, {})
    expect((await applied.json()).total).toBeGreaterThan(0)
    expect((await ask('veritas')).organizations[0]).toMatchObject({ label: 'VERITAS Software', url: '/organizations/veritas-software' })
    expect((await ask('fc switches')).categories.length).toBeGreaterThan(0)
    const labels = async (q: string) => (await ask(q)).filters.map(({ label }: { label: string }) => label)
    expect(await labels('soalris')).toEqual(['OS: Solaris'])
    // A typo is forgiven only where nothing has the word as it is.
    expect(await labels('interc')).toContain('Segment: Cluster interconnect')
    for (const label of await labels('intel')) expect(label).toMatch(/intel/i)
    expect(await ask('')).toEqual({ q: '', organizations: [], products: [], categories: [], filters: [] })
  })

  it('search the values of a facet', async () => {
    const ask = (path: string, params: { collection: string; facet: string }) => get(facet, path, params)
    const response = await ask('/api/facets/organizations/segment?text=clu&role=supplier', {
      collection: 'organizations',
      facet: 'segment',
    })
    const { values } = await response.json()
    expect(values.map((value: { value: string }) => value.value)).toContain('software/clustering')
    expect((await ask('/api/facets/people/x', { collection: 'people', facet: 'x' })).status).toBe(404)
    expect((await ask('/api/facets/products/role', { collection: 'products', facet: 'role' })).status).toBe(404)
  })

  it('tell how the directory is', async () => {
    const report = await (await get(health, '/api/health', {})).json()
    expect(report).toMatchObject({ status: 'ok', engine: 'embedded', lag: 0, version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    expect(report.counts.organizations).toBeGreaterThan(500)
  })

  it('are named where there is none', async () => {
    const response = await get(unknownDoor, '/api/companies', {})
    expect(response.status).toBe(404)
    expect((await response.json()).detail).toContain('/api/organizations')
  })
})

describe('an error', () => {
  it('of the asker names every mistake and what would be right', async () => {
    const response = await get(organizations, '/api/organizations?tier=9&rol=x&size=0', {})
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    const { errors, ...rest } = await response.json()
    expect(rest).toMatchObject({ type: 'about:blank', status: 400 })
    expect(errors.map((mistake: { parameter: string }) => mistake.parameter).sort()).toEqual(['rol', 'size', 'tier'])
    expect(errors.find((mistake: { parameter: string }) => mistake.parameter === 'tier')).toMatchObject({
      value: '9',
      allowed: ['0', '1', '2', '3', 'unrated'],
    })
  })

  it('of the machine says what to do', async () => {
    const response = await answering(() => Promise.reject(new Problem('The disk is full.', 'Free some space.')))(
      new Request('http://x'),
      {},
    )
    expect(response.status).toBe(503)
    expect((await response.json()).detail).toBe('The disk is full. Free some space.')
  })

  it('of Tierbook is logged and tells nothing of the inside', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const response = await answering(() => Promise.reject(new Error('secret')))(new Request('http://x'), {})
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})
