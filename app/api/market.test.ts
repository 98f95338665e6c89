/** The doors to lists, rankings, comparisons, glossary, coverage and pictures, over the pack that ships. */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { GET as compare } from './compare/route'
import { GET as compareCsv } from './compare.csv/route'
import { GET as coverage } from './coverage/route'
import { get, servePack } from './doors.test-helper'
import { GET as term } from './glossary/[...term]/route'
import { GET as glossary } from './glossary/route'
import { GET as around } from './market/around/[slug]/route'
import { GET as chain } from './market/chain/route'
import { GET as history } from './market/history/route'
import { GET as introductions } from './market/introductions/[slug]/route'
import { GET as map } from './market/map/route'
import { GET as places } from './market/places/route'
import { GET as revenue } from './market/revenue/route'
import { GET as years } from './market/years/route'
import { GET as ranking } from './rankings/[slug]/route'
import { GET as rankings } from './rankings/route'
import { GET as topList } from './top/[...list]/route'
import { GET as topLists } from './top/route'

servePack()

const rowsOf = async (response: Response) => parse(await response.text(), { columns: true }) as Record<string, string>[]

describe('top lists and rankings', () => {
  it('give a list as JSON and, with the ending, the same rows as CSV', async () => {
    const list = await (await get(topList, '/api/top/distributors', { list: ['distributors'] })).json()
    const response = await get(topList, '/api/top/distributors.csv', { list: ['distributors.csv'] })
    expect(response.headers.get('X-Total-Count')).toBe(String(list.filled))
    const rows = await rowsOf(response)
    expect(rows.map(({ slug, revenueUsd, source }) => [slug, Number(revenueUsd), source])).toEqual(
      list.companies.map((company: { slug: string; revenue: { usd: number }; source: { url: string } }) => [
        company.slug,
        company.revenue.usd,
        company.source.url,
      ]),
    )
  })

  it('are narrowed like the directory and refuse what does not exist', async () => {
    const narrowed = await (await get(topList, '/api/top/role/var?tier=2', { list: ['role', 'var'] })).json()
    expect(narrowed.companies.every(({ tier }: { tier: number }) => tier === 2)).toBe(true)
    expect((await get(topList, '/api/top/role/var?role=isp', { list: ['role', 'var'] })).status).toBe(400)
    const missing = await get(topList, '/api/top/distributers', { list: ['distributers'] })
    expect(missing.status).toBe(404)
    expect((await missing.json()).errors[0].allowed).toContain('distributors')
  })

  it('give a ranking as published', async () => {
    const slug = 'gartner-it-services-2003'
    const published = await (await get(ranking, `/api/rankings/${slug}`, { slug })).json()
    const rows = await rowsOf(await get(ranking, `/api/rankings/${slug}.csv`, { slug: `${slug}.csv` }))
    expect(rows.map(({ rank, name }) => [Number(rank), name])).toEqual(
      published.entries.map((entry: { rank: number; name: string }) => [entry.rank, entry.name]),
    )
    const missing = await get(ranking, '/api/rankings/gartner-it-services-2030', { slug: 'gartner-it-services-2030' })
    expect((await missing.json()).errors[0].allowed).toContain(slug)
  })

  it('can be listed', async () => {
    expect((await (await get(topLists, '/api/top', {})).json()).own).toHaveLength(4)
    expect((await (await get(rankings, '/api/rankings', {})).json()).rankings.length).toBeGreaterThan(20)
  })
})

describe('a comparison', () => {
  const query = 'ids=legato/standbyserver-for-windows-nt&ids=nsi-software/double-take'

  it('is the same as JSON and as CSV', async () => {
    const { columns, rows } = await (await get(compare, `/api/compare?${query}`, {})).json()
    const sheet = await rowsOf(await get(compareCsv, `/api/compare.csv?${query}`, {}))
    expect(sheet.map(({ fact, differs }) => [fact, differs])).toEqual(
      rows.map((row: { label: string; differs: boolean }) => [row.label, String(row.differs)]),
    )
    for (const { id } of columns) expect(sheet[0]).toHaveProperty([id])
    const differing = await rowsOf(await get(compareCsv, `/api/compare.csv?${query}&only=differences`, {}))
    expect(differing).toEqual(sheet.filter(({ differs }) => differs === 'true'))
  })

  it('refuses what is not there', async () => {
    expect((await get(compare, '/api/compare?ids=nobody', {})).status).toBe(400)
  })
})

describe('the glossary and the coverage', () => {
  it('are given', async () => {
    expect((await (await get(glossary, '/api/glossary', {})).json()).glossary.map(({ name }: { name: string }) => name)).toEqual([
      'hal',
      'tier',
      'segment',
      'os',
      'role',
      'category',
    ])
    expect((await (await get(term, '/api/glossary/hal/3', { term: ['hal', '3'] })).json()).label).toBe('HAL 3')
    expect((await get(term, '/api/glossary/hal/9', { term: ['hal', '9'] })).status).toBe(404)
    expect((await (await get(coverage, '/api/coverage', {})).json()).suppliers).toHaveLength(62)
  })
})

describe('the pictures', () => {
  it.each(Object.entries({ map, places, chain, revenue, years, history }))(
    'of %s follow the filters and refuse mistakes',
    async (name, door) => {
      const [all, narrowed] = await Promise.all(
        ['', '?role=isp&tier=3'].map(async (query) => JSON.stringify(await (await get(door, `/api/market/${name}${query}`, {})).json())),
      )
      expect(narrowed).not.toBe(all)
      expect((await get(door, `/api/market/${name}?tier=9`, {})).status).toBe(400)
    },
  )

  it('around a company and the ways to it know who is not there', async () => {
    const slug = 'veritsa-software'
    for (const [name, door] of Object.entries({ around, introductions })) {
      const missing = await get(door, `/api/market/${name}/${slug}`, { slug })
      expect(missing.status).toBe(404)
      expect((await missing.json()).errors[0].allowed).toContain('veritas-software')
      expect((await get(door, `/api/market/${name}/ibm?colour=red`, { slug: 'ibm' })).status).toBe(400)
    }
    const found = await (await get(around, '/api/market/around/ibm?steps=2', { slug: 'ibm' })).json()
    expect(found.nodes[0]).toMatchObject({ slug: 'ibm', step: 0 })
    const { chains } = await (await get(introductions, '/api/market/introductions/ibm?from=intel', { slug: 'ibm' })).json()
    expect(chains[0]).toHaveLength(1)
  })
})
