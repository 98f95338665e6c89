import { afterAll, expect, it } from 'vitest'
import { readOrganization } from '@/db/records/organization'
import { loadRealPack } from '@/db/records/pack.test-helper'
import { readProduct } from '@/db/records/product'
import { usesInOrganization, usesInProduct } from './cited-for'

const pack = loadRealPack()
afterAll(() => pack.remove())

it('leads from every source of every record back to something', () => {
  const slugs = pack.database.sqlite.prepare('SELECT slug FROM organizations').pluck().all() as string[]
  for (const slug of slugs) {
    const record = readOrganization(pack, slug)
    if (record === null) throw new Error(`There is no ${slug}.`)
    const uses = usesInOrganization(record)
    expect(
      record.sources.filter(({ number }) => !uses.has(number)),
      slug,
    ).toEqual([])
    for (const { slug: product } of record.products) {
      const described = readProduct(pack, slug, product)
      if (described === null) throw new Error(`There is no ${slug}/${product}.`)
      expect([...usesInProduct(described).keys()].sort(), product).toEqual(described.sources.map(({ number }) => number).sort())
    }
  }
})

it('names what a source is cited for in the order of the page', () => {
  const record = readOrganization(pack, 'veritas-software')
  if (record === null) throw new Error('There is no VERITAS.')
  const [founded] = [record.founded?.source ?? 0]
  expect(
    usesInOrganization(record)
      .get(founded)
      ?.map(({ label }) => label),
  ).toEqual(['overview', 'founded', 'products', 'relationships', 'history'])
})
