import { describe, expect, it } from 'vitest'
import { organization, totalOf, useDirectory } from './directory.test-helper'
import { narrow, readFilledLists } from './filled'
import { rankByRevenue } from './ranked'
import { findTopList, reportLists } from './top-lists'

const revenue = (amount: number, more = '') =>
  `financials: [{fiscalYear: 2002, metric: revenue, amount: ${amount}, currency: USD, source: s${more}}]`

const real = useDirectory()
const madeUp = useDirectory({
  large: organization('large', 'Large', 'var', revenue(900e6)),
  equal: organization('equal', 'Equal', 'var', revenue(50e6)),
  even: organization('even', 'Even', 'var', revenue(50e6)),
  guessed: organization('guessed', 'Guessed', 'var', revenue(20e6, ', basis: estimate')),
  quarterly: organization('quarterly', 'Quarterly', 'var', revenue(2e6, ', period: quarter')),
  silent: organization('silent', 'Silent', 'var', 'employees: {count: 90000, asOf: 2002, source: s}'),
  distributor: organization('distributor', 'Distributor', 'distributor', revenue(1e9)),
})

const ranked = async (id: string, query = '', most = 200) => {
  const list = findTopList(madeUp().vocabulary(), id)
  if (list === undefined) throw new Error(`No list ${id}`)
  return rankByRevenue(madeUp(), narrow(madeUp(), list, new URLSearchParams(query)), most)
}

describe('a top list', () => {
  it('ranks by revenue, equal figures alike', async () => {
    const { companies } = await ranked('role/var')
    expect(companies.map(({ rank, slug }) => [rank, slug])).toEqual([
      [1, 'large'],
      [2, 'equal'],
      [2, 'even'],
      [4, 'guessed'],
      [5, 'quarterly'],
    ])
  })

  it('says of each figure its year, how it was come by and where it was read', async () => {
    const { companies } = await ranked('role/var')
    expect(companies[0]).toMatchObject({
      basis: 'reported',
      revenue: { amount: 900e6, currency: 'USD', usd: 900e6, fiscalYear: 2002 },
      source: { url: 'https://example.org/large', title: 'Page of Large', publisher: 'Example', date: '2003' },
    })
    const bases = Object.fromEntries(companies.map(({ slug, basis }) => [slug, basis]))
    expect(bases).toEqual({ large: 'reported', equal: 'reported', even: 'reported', guessed: 'estimate', quarterly: 'estimate' })
  })

  it('names who has no figure, though the tier is known', async () => {
    const { total, known, knownUsd, lacking } = await ranked('role/var')
    expect({ total, known, knownUsd }).toEqual({ total: 6, known: 5, knownUsd: 900e6 + 50e6 + 50e6 + 20e6 + 4 * 2e6 })
    expect(lacking.map(({ slug }) => slug)).toEqual(['silent'])
  })

  it('gives no more than asked for and counts the others', async () => {
    const { companies, known } = await ranked('role/var', '', 2)
    expect(companies.map(({ slug }) => slug)).toEqual(['large', 'equal'])
    expect(known).toBe(5)
  })

  it('is narrowed by filters, but not by its own', async () => {
    expect((await ranked('role/var', 'tier=2')).companies.map(({ slug }) => slug)).toEqual(['large'])
    await expect(ranked('role/var', 'role=isp')).rejects.toThrow('cannot be asked of it')
    await expect(ranked('role/var', 'tier=9')).rejects.toThrow('not a value')
  })

  it('is there for every role, segment and list, and for nothing else', () => {
    const vocabulary = madeUp().vocabulary()
    for (const id of ['role/var', 'segment/software', 'segment/software/clustering', 'category/vars', 'distributors']) {
      expect(findTopList(vocabulary, id)?.id, id).toBe(id)
    }
    for (const id of ['', 'role', 'role/', 'role/nobody', 'tier/1', 'category/unknown', 'segment/clustering', 'top-35-distributors']) {
      expect(findTopList(vocabulary, id), id).toBeUndefined()
    }
  })
})

describe('the lists of the pack', () => {
  it('have the report’s four with the places that their headings give', () => {
    const lists = reportLists(real().vocabulary())
    expect(lists.map(({ id, places }) => [id, places])).toEqual([
      ['network-telecom-vars', 25],
      ['system-integrators', 50],
      ['distributors', 35],
      ['vars', 150],
    ])
  })

  it('are of as many companies as the directory finds', async () => {
    const { own, others } = await readFilledLists(real())
    const lists = [...own, ...others.flatMap(({ lists }) => lists)]
    expect(lists.length).toBeGreaterThan(100)
    for (const { id, total, fixed } of lists) expect(total, id).toBe(await totalOf(real(), { [fixed.name]: fixed.value }))
  })

  it('have a source and a positive figure in every row', async () => {
    for (const list of reportLists(real().vocabulary())) {
      const { companies } = await rankByRevenue(real(), narrow(real(), list, new URLSearchParams()), 200)
      expect(companies.length).toBeGreaterThan(0)
      for (const { slug, source, revenue } of companies) {
        expect(source, slug).not.toBeNull()
        expect(revenue.usd, slug).toBeGreaterThan(0)
      }
    }
  })
})
