/** No text whatever, as a question, a name, a value or an address, makes a door fail. */
import { describe, expect, it, vi } from 'vitest'
import { get, servePack } from './doors.test-helper'
import { GET as facet } from './facets/[collection]/[facet]/route'
import { GET as organization } from './organizations/[slug]/route'
import { GET as organizations } from './organizations/route'
import { GET as organizationsCsv } from './organizations.csv/route'
import { GET as product } from './products/[supplier]/[slug]/route'
import { GET as products } from './products/route'
import { GET as productsCsv } from './products.csv/route'
import { GET as suggest } from './suggest/route'

servePack()

describe('hostile text', () => {
  const TEXTS = [
    '"',
    '""',
    '"""',
    "'",
    '"unclosed',
    '“curly',
    '*',
    '**',
    'a*',
    '-a',
    '+a',
    '(',
    ')',
    '(()',
    'a AND',
    'OR',
    'NOT',
    'NEAR(a b)',
    'NEAR/3',
    'name:a',
    '{a b}:c',
    '^a',
    'a^2',
    '%',
    '%00',
    '%E0%A4%A',
    '%zz',
    '\0',
    'a\0b',
    '\ud800',
    '\udc00x',
    'x\ud83d',
    '\uffff',
    '\u202e',
    '\ufeff',
    '\u0301',
    '🖥',
    '﷽'.repeat(20),
    "'; DROP TABLE organizations; --",
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '\\',
    '\\"',
    '\n\r\t',
    '0',
    '-1',
    '1e999',
    'NaN',
    '[object Object]',
    '__proto__',
    'constructor',
    'toString',
    'a '.repeat(256),
    'a'.repeat(512),
    'x'.repeat(513),
    'é'.repeat(512),
    '"a" '.repeat(128),
    'x'.repeat(100_000),
    '" '.repeat(50_000),
    '&/-'.repeat(170),
    'a&'.repeat(250),
  ]
  /** A browser cannot send half a character; a script can send bytes that are none, and percent signs that mean nothing. */
  const sent = (text: string) => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'))
  const RAW = [
    '%',
    '%00',
    '%zz',
    '%E0%A4%A',
    '%ff%fe',
    '%ed%a0%80',
    'a%00b',
    '"%22%5c',
    '%u0041',
    '+',
    '&&&',
    '=',
    '\ud800',
    'x'.repeat(100_000),
  ]
  const NAMES = [
    'role',
    'tier',
    'os',
    'category',
    'location',
    'supplier',
    'sort',
    'page',
    'size',
    'columns',
    'bom',
    'slug',
    'text',
    'constructor',
    '__proto__',
  ]
  const DOORS = [
    ['/api/organizations', organizations],
    ['/api/products', products],
    ['/api/organizations.csv', organizationsCsv],
    ['/api/products.csv', productsCsv],
    ['/api/suggest', suggest],
    ['/api/facets/organizations/os', facet],
  ] as const

  const ask = async (path: string, handler: (typeof DOORS)[number][1], query: string) => {
    const response = await handler(new Request(`http://localhost${path}?${query}`), {
      params: Promise.resolve({ collection: 'organizations', facet: 'os' }),
    })
    await response.body?.cancel()
    expect([200, 400], `${path}?${query.slice(0, 80)}`).toContain(response.status)
  }

  it('is answered or refused with a 400 at every door', async () => {
    const log = vi.spyOn(console, 'error')
    for (const query of [...TEXTS.map(sent), ...RAW]) for (const [path, handler] of DOORS) await ask(path, handler, `q=${query}`)
    expect(log).not.toHaveBeenCalled()
  })

  it('is refused as any value and any name', async () => {
    const log = vi.spyOn(console, 'error')
    for (const text of TEXTS) {
      for (const [at, name] of NAMES.entries()) {
        const [path, handler] = DOORS[at % DOORS.length] ?? DOORS[0]
        await ask(path, handler, `${name}=${sent(text)}`)
        await ask(path, handler, `${name}=-${sent(text)}`)
      }
      await ask('/api/organizations', organizations, `${sent(text)}=${sent(text)}`)
    }
    expect(log).not.toHaveBeenCalled()
  })

  it('names no entry', async () => {
    for (const text of TEXTS) {
      for (const response of [
        await get(organization, '/api/organizations/x', { slug: text }),
        await get(product, '/api/products/x/y', { supplier: text, slug: text }),
        await get(product, '/api/products/x/y', { supplier: 'ibm', slug: text }),
        await get(facet, '/api/facets/x/y', { collection: text, facet: text }),
        await get(facet, '/api/facets/organizations/y', { collection: 'organizations', facet: text }),
      ]) {
        expect(response.status, text.slice(0, 60)).toBe(404)
      }
    }
  })
})
