import { describe, expect, it } from 'vitest'
import { organization, useDirectory } from './directory.test-helper'
import { INTRODUCING, readIntroductions } from './introductions'

const relationships = (...rows: string[]) => `relationships: [${rows.map((row) => `{${row}, source: s}`).join(', ')}]`

const directory = useDirectory({
  wanted: organization(
    'wanted',
    'Wanted',
    'supplier',
    relationships('type: resold-by, to: Seller, since: 2001', 'type: competes-with, to: Enemy'),
  ),
  seller: organization('seller', 'Seller', 'var'),
  other: organization('other', 'Other', 'var', relationships('type: resells, to: Wanted')),
  owner: organization('owner', 'Owner', 'supplier', relationships('type: parent-of, to: Seller', 'type: parent-of, to: Other')),
  far: organization('far', 'Far', 'supplier', relationships('type: supplier-to, to: Owner')),
  farther: organization('farther', 'Farther', 'supplier', relationships('type: supplier-to, to: Far')),
  farthest: organization('farthest', 'Farthest', 'supplier', relationships('type: supplier-to, to: Farther')),
  enemy: organization('enemy', 'Enemy', 'supplier'),
})

const chains = (...known: string[]) =>
  readIntroductions(directory(), 'wanted', known)?.map((chain) => [chain[0]?.from.slug, ...chain.map(({ to }) => to.slug)].join(' → '))

describe('an introduction', () => {
  it('is a step where one knows a neighbour, whichever of the two states it', () => {
    expect(chains('seller')).toEqual(['seller → wanted'])
    expect(readIntroductions(directory(), 'wanted', ['seller'])?.[0]).toEqual([
      {
        from: { slug: 'seller', name: 'Seller', url: '/organizations/seller' },
        to: { slug: 'wanted', name: 'Wanted', url: '/organizations/wanted' },
        words: 'is sold by',
        by: 'Wanted',
        other: 'Seller',
        since: 2001,
        source: { url: 'https://example.org/wanted', title: 'Page of Wanted', publisher: 'Example', date: '2003' },
      },
    ])
  })

  it('is every chain that is as short as the shortest', () => {
    expect(chains('owner')?.toSorted()).toEqual(['owner → other → wanted', 'owner → seller → wanted'])
  })

  it('comes the shortest first over all whom one knows', () => {
    expect(chains('far', 'owner', 'other')?.map((chain) => chain.split(' → ').length)).toEqual([2, 3, 3, 4, 4])
  })

  it('has four steps at the most', () => {
    expect(chains('farther')?.[0]?.split(' → ')).toHaveLength(5)
    expect(chains('farthest')).toEqual([])
  })

  it('does not go over rivals, start from itself or lead to nobody', () => {
    expect(INTRODUCING).not.toContain('competes-with')
    expect(chains('enemy')).toEqual([])
    expect(chains('wanted', 'nobody')).toEqual([])
    expect(readIntroductions(directory(), 'nobody', ['seller'])).toBeNull()
  })
})
