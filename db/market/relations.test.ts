/** Pictures of what companies are to one another, over made-up ones whose relationships are known. */
import { describe, expect, it } from 'vitest'
import { readAround } from './around'
import { readChain } from './chain'
import { asked, organization, useDirectory } from './directory.test-helper'
import { readHistory } from './history'
import { MOST_LINKS } from './limits'

const relationships = (...rows: string[]) => `relationships: [${rows.map((row) => `{${row}, source: s}`).join(', ')}]`

const directory = useDirectory({
  maker: organization(
    'maker',
    'Maker',
    'supplier',
    relationships(
      'type: resold-by, to: Channel, since: 2001',
      'type: oem-supplier-to, to: Rival',
      'type: resold-by, to: Somebody Else',
      'type: acquired-by, to: Rival',
    ),
  ),
  rival: organization(
    'rival',
    'Rival',
    'supplier, system-integrator',
    relationships(
      'type: acquired, to: Maker, since: 2002',
      'type: acquired, to: Gone Inc, since: 2000',
      'type: acquired, to: Seller, since: 2001, part: its pagers',
    ),
  ),
  channel: organization(
    'channel',
    'Channel',
    'var',
    relationships('type: resells, to: Maker', 'type: renamed-from, to: Old Channel, since: 1999'),
  ),
  carrier: organization('carrier', 'Carrier', 'carrier', relationships('type: customer-of, to: Channel', 'type: supplier-to, to: A Bank')),
  seller: organization(
    'seller',
    'Seller',
    'cable-operator',
    relationships('type: acquired-by, to: Rival', 'type: spun-off-from, to: A Lab, since: 1990'),
  ),
  loner: organization('loner', 'Loner', 'isp'),
})

const customers = MOST_LINKS + 3
const busy = useDirectory({
  busy: organization(
    'busy',
    'Busy',
    'carrier',
    relationships(...Array.from({ length: customers }, (_, at) => `type: supplier-to, to: Bank ${at}`)),
  ),
})

describe('the value chain', () => {
  const flowsOf = async (query: string) =>
    (await readChain(directory(), asked(directory(), query))).flows.map(({ from, to, links }) => [
      from,
      to,
      links.map(({ seller, words, buyer }) => `${seller.name} ${words} ${buyer.name}`),
    ])

  it('has the links between the stages, each pair once, from the seller’s end', async () => {
    expect(await flowsOf('')).toEqual([
      ['makers', 'makers', ['Maker is OEM supplier to Rival']],
      ['makers', 'distribution', ['Maker is sold by Channel']],
      ['distribution', 'services', ['Channel has as customer Carrier']],
      ['services', 'end-users', ['Carrier supplies A Bank']],
    ])
  })

  it('keeps those of which one end is asked for', async () => {
    expect((await flowsOf('role=var')).map(([from, to]) => `${from} ${to}`)).toEqual(['makers distribution', 'distribution services'])
    expect(await flowsOf('role=isp')).toEqual([])
  })

  it('names the first links of many and counts them all', async () => {
    const { flows } = await readChain(busy(), asked(busy(), ''))
    expect(flows.map(({ count, links }) => [count, links.length])).toEqual([[customers, MOST_LINKS]])
  })

  it('gives where each is stated', async () => {
    const { flows } = await readChain(directory(), asked(directory(), 'role=supplier'))
    const sold = flows.find(({ to }) => to === 'distribution')?.links[0]
    expect(sold).toMatchObject({
      buyer: { url: '/organizations/channel' },
      source: { url: expect.stringMatching(/^https:\/\/example.org\//) },
    })
  })
})

describe('the history', () => {
  const linesOf = async (query: string) =>
    (await readHistory(directory(), asked(directory(), query))).years.map(({ year, changes }) => [
      year,
      changes.map(({ kind, before, after, part }) => `${kind}: ${before.name} → ${after.name}${part === null ? '' : ` (${part})`}`),
    ])

  it('says by year who became whom, what two entries state once', async () => {
    expect(await linesOf('')).toEqual([
      [1990, ['spin-off: A Lab → Seller']],
      [1999, ['renaming: Old Channel → Channel']],
      [2000, ['acquisition: Gone Inc → Rival']],
      [2001, ['part-acquisition: Seller → Rival (its pagers)']],
      [2002, ['acquisition: Maker → Rival']],
    ])
  })

  it('takes for a part what one of both entries says was one', async () => {
    expect(await linesOf('role=cable-operator')).toEqual([
      [1990, ['spin-off: A Lab → Seller']],
      [2001, ['part-acquisition: Seller → Rival (its pagers)']],
    ])
  })

  it('is of the companies asked for', async () => {
    expect(await linesOf('role=var')).toEqual([[1999, ['renaming: Old Channel → Channel']]])
    expect(await linesOf('role=isp')).toEqual([])
  })
})

describe('what is around a company', () => {
  const around = (slug: string, steps: number, types?: string[]) => {
    const found = readAround(directory(), slug, steps, types)
    if (found === null) throw new Error(`No ${slug}`)
    return found
  }

  it('is a step away, whichever end states it', () => {
    const { nodes, statements, left } = around('maker', 1)
    expect(nodes.map(({ slug, step }) => [slug, step]).toSorted()).toEqual([
      ['channel', 1],
      ['maker', 0],
      ['rival', 1],
    ])
    expect(statements.map(({ from, words, to }) => `${from} ${words} ${to}`).toSorted()).toEqual([
      'channel sells for maker',
      'maker is OEM supplier to rival',
      'maker is sold by channel',
      'maker was acquired by rival',
      'rival acquired maker',
    ])
    expect(left).toBe(0)
  })

  it('is two steps away where that is asked, each hanging on the one before', () => {
    const { nodes } = around('maker', 2)
    expect(nodes.find(({ slug }) => slug === 'carrier')).toMatchObject({ step: 2, via: 'channel' })
    expect(nodes.map(({ slug }) => slug)).not.toContain('loner')
  })

  it('can be narrowed to types, which are counted', () => {
    const { nodes, types } = around('maker', 1, ['oem-supplier-to'])
    expect(nodes.map(({ slug }) => slug)).toEqual(['maker', 'rival'])
    expect(Object.fromEntries(types.map(({ type, count }) => [type, count]))).toEqual({
      acquired: 1,
      'acquired-by': 1,
      resells: 1,
      'resold-by': 1,
      'oem-supplier-to': 1,
    })
  })

  it('counts of each type, and of all, what a picture of it has at that many steps', () => {
    for (const steps of [1, 2]) {
      const { types, all } = around('maker', steps)
      expect(all).toBe(around('maker', steps).statements.length)
      for (const { type, count } of types) expect(count, `${type} ${steps}`).toBe(around('maker', steps, [type]).statements.length)
    }
    expect(around('maker', 2).types.find(({ type }) => type === 'acquired')?.count).toBe(2)
  })

  it('is nothing for a company that is not there', () => {
    expect(readAround(directory(), 'nobody', 1)).toBeNull()
    expect(around('loner', 2).nodes).toHaveLength(1)
  })
})
