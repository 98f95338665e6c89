import { describe, expect, it } from 'vitest'
import { QuestionError } from '../question'
import { findAddable } from './addable'
import { type Comparison, compare } from './compare'
import { readCompare } from './compare-question'
import { organization, useDirectory } from './directory.test-helper'
import { MOST_COLUMNS, MOST_PARTS } from './limits'
import { readMatrices } from './matrices'

const product = (name: string, features: string, more = '') =>
  `products: [{name: ${name}, segment: software/clustering, summary: It keeps., sources: [s], features: {${features}}${more}}]`

const madeUp = useDirectory({
  maker: organization(
    'maker',
    'Maker',
    'supplier',
    product('Keeper', 'maxNodes: 4, failback: true, agents: [Oracle, Exchange], version: R2'),
  ),
  seller: organization(
    'seller',
    'Seller',
    'supplier',
    product('Guard', 'maxNodes: 4, failback: true, agents: [exchange, Oracle], licensing: a node'),
  ),
  rival: organization(
    'rival',
    'Rival',
    'supplier',
    product('Watcher', 'maxNodes: 8, failback: true, agents: [Oracle]', ', featureNotes: {maxNodes: four before}'),
  ),
})
const real = useDirectory()

const many = MOST_PARTS * MOST_COLUMNS + 3
const crowd = useDirectory(
  Object.fromEntries(
    Array.from({ length: many }, (_, at) => {
      const text = organization(
        `maker-${at}`,
        `Maker ${at}`,
        'supplier',
        `categories: [matrix-ha-software]\n${product('Keeper', 'maxNodes: 4')}`,
      )
      return [`maker-${at}`, text]
    }),
  ),
)

const rowOf = ({ rows }: Comparison, id: string) => rows.find((row) => row.id === id)

describe('a comparison of products', () => {
  const compared = () => compare(madeUp(), ['maker/keeper', 'seller/guard', 'rival/watcher'])

  it('has a column for each in the order asked for', () => {
    expect(compared().columns.map(({ id, supplier }) => [id, supplier?.name])).toEqual([
      ['maker/keeper', 'Maker'],
      ['seller/guard', 'Seller'],
      ['rival/watcher', 'Rival'],
    ])
  })

  it('has the known features in the order of the taxonomy, with what narrows them', () => {
    const order = madeUp().vocabulary().terms('feature')
    const places = compared()
      .rows.map(({ id }) => order.findIndex((term) => term.id === id))
      .filter((place) => place >= 0)
    expect(places.length).toBe(5)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(rowOf(compared(), 'maxNodes')).toMatchObject({
      label: 'Most nodes',
      kind: 'number',
      unit: 'nodes',
      cells: [{ value: 4, note: null }, { value: 4 }, { value: 8, note: 'four before' }],
    })
  })

  it('marks what differs, and takes neither order, case nor what is unknown for a difference', () => {
    const differing = Object.fromEntries(compared().rows.map(({ id, differs }) => [id, differs]))
    expect(differing).toMatchObject({ maxNodes: true, agents: true, failback: false, version: false, licensing: false })
    expect(rowOf(compare(madeUp(), ['maker/keeper', 'seller/guard']), 'agents')?.differs).toBe(false)
  })

  it('leaves unknown what no source states, and names what is known of none', () => {
    expect(rowOf(compared(), 'version')?.cells).toEqual([{ value: 'R2', note: null }, null, null])
    const unknown = compared().unknown.map(({ id }) => id)
    expect(unknown).toContain('heartbeat')
    expect(unknown).not.toContain('maxNodes')
    expect(unknown).not.toContain('cacheMb')
  })

  it('says of one product sold by two that the columns are near twins', () => {
    const twins = Object.fromEntries(compared().columns.map(({ id, twins }) => [id, twins]))
    expect(twins).toEqual({
      'maker/keeper': [{ id: 'seller/guard', shared: 3 }],
      'seller/guard': [{ id: 'maker/keeper', shared: 3 }],
      'rival/watcher': [],
    })
  })
})

describe('what is asked of a comparison', () => {
  const mistakes = (query: string) => {
    try {
      readCompare(madeUp(), new URLSearchParams(query))
      return []
    } catch (error) {
      if (error instanceof QuestionError) return error.mistakes.map(({ parameter, value }) => `${parameter}=${value}`)
      throw error
    }
  }

  it('is read with commas or again and again, each id once', () => {
    expect(readCompare(madeUp(), new URLSearchParams('ids=maker,rival&ids=maker&only=differences'))).toEqual({
      ids: ['maker', 'rival'],
      add: '',
      onlyDifferences: true,
    })
  })

  it('is a mistake where it names what is not there, mixes products with companies or is too much', () => {
    expect(mistakes('ids=maker')).toEqual([])
    expect(mistakes('ids=maker/nothing&ids=nobody&colour=red&only=some')).toEqual([
      'colour=red',
      'only=some',
      'ids=maker/nothing',
      'ids=nobody',
      'ids=maker/nothing,nobody',
    ])
    expect(mistakes('ids=maker,maker/keeper')).toEqual(['ids=maker,maker/keeper'])
    const nine = Array.from({ length: MOST_COLUMNS + 1 }, (_, index) => `none-${index}`)
    expect(mistakes(`ids=${nine}`)).toHaveLength(MOST_COLUMNS + 2)
  })
})

describe('what can be added', () => {
  it('is of the kind that is compared, less what stands there', async () => {
    expect(await findAddable(madeUp(), ['maker/keeper'], 'keeper')).toEqual([])
    expect(await findAddable(madeUp(), ['maker/keeper'], 'guard')).toEqual([
      { title: 'Products', entries: [{ id: 'seller/guard', name: 'Guard', supplier: 'Seller' }] },
    ])
    expect((await findAddable(madeUp(), ['maker'], 'rival')).map(({ title }) => title)).toEqual(['Companies'])
    expect((await findAddable(madeUp(), [], 'rival')).map(({ title }) => title)).toContain('Companies')
  })
})

describe('the report’s matrices', () => {
  it('have a product of every company on their list, those that the report names first', async () => {
    const matrices = await readMatrices(real())
    expect(matrices.map(({ id }) => id)).toEqual(['matrix-ha-software', 'matrix-ha-servers', 'nt-clustering'])
    for (const { ids, parts, without } of matrices) {
      expect(without).toBe(0)
      expect(parts.map(({ to, from }) => to - from + 1).reduce((sum, part) => sum + part, 0)).toBe(ids.length)
      for (const { url } of parts) {
        const { ids: asked } = readCompare(real(), new URL(url, 'http://localhost').searchParams)
        expect(compare(real(), asked).columns.map(({ id }) => id)).toEqual(asked)
      }
    }
    expect(matrices[1]?.ids.slice(0, 5)).toEqual([
      'hewlett-packard/proliant-6500',
      'dell/poweredge-6350',
      'hitachi/visionbase-8460',
      'ibm/eserver-iseries',
      'hewlett-packard/intelligent-cluster-administrator',
    ])
  })

  it('list no more comparisons than fit a page, and know how many products there are', async () => {
    const [matrix] = (await readMatrices(crowd())).filter(({ ids }) => ids.length > 0)
    expect(matrix?.ids).toHaveLength(many)
    expect(matrix?.parts).toHaveLength(MOST_PARTS)
    expect(matrix?.parts.at(-1)?.to).toBe(MOST_PARTS * MOST_COLUMNS)
  })
})
