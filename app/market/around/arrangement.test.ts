import { describe, expect, it } from 'vitest'
import type { AroundNode } from '@/db/market/around'
import { textWidth } from '../text-width'
import { layOut, NAME_GAP, SIZES } from './arrangement'

const node = (slug: string, step: number, via: string | null): AroundNode => ({
  slug,
  name: `The ${slug} Company of Somewhere Far Away`,
  url: `/organizations/${slug}`,
  step,
  via,
})

/** A company with so many around it, on each of which so many hang. */
const around = (first: number, hanging: number) => [
  node('middle', 0, null),
  ...Array.from({ length: first }, (_, at) => node(`first-${at}`, 1, 'middle')),
  ...Array.from({ length: first * hanging }, (_, at) => node(`second-${at}`, 2, `first-${at % first}`)),
]

describe('a picture around a company', () => {
  it.each([
    [1, 0],
    [20, 0],
    [12, 6],
    [89, 0],
  ])('of %i companies with %i more on each has no name on another, and all of them in its box', (first, hanging) => {
    const { placed, box } = layOut(around(first, hanging))
    expect(placed).toHaveLength(1 + first + first * hanging)
    const boxes = placed.map(({ node: { step }, shown, x, y, side }) => {
      const width = textWidth(shown, SIZES[step] ?? 0)
      const left = side === 0 ? -width / 2 : side === 1 ? x + NAME_GAP : x - NAME_GAP - width
      const middle = side === 0 ? y - 20 : y
      return { left, right: left + width, top: middle - 8, bottom: middle + 8 }
    })
    boxes.forEach((a, index) => {
      expect(a.left >= box.x && a.right <= box.x + box.width && a.top >= box.y && a.bottom <= box.y + box.height).toBe(true)
      for (const b of boxes.slice(index + 1)) {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      }
    })
  })

  it('is as small as what it holds', () => {
    const { box } = layOut(around(1, 0))
    expect(box.width).toBeLessThan(600)
    expect(box.height).toBeLessThan(100)
  })
})
