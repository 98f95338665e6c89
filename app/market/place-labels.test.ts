import { expect, it } from 'vitest'
import { LABEL, placeLabels } from './place-labels'

it('keeps the numbers of neighbours clear of one another, of their places and of numbers that stand already', () => {
  const places = Array.from({ length: 12 }, (_, index) => ({ x: 100 + (index % 4) * 9, y: 100 + Math.floor(index / 4) * 9, area: 60 }))
  const taken = [{ x: 150, y: 100 }]
  const all = [...taken, ...placeLabels(places, taken)]
  expect(all).toHaveLength(13)
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      expect(Math.abs(a.x - b.x) >= LABEL.width || Math.abs(a.y - b.y) >= LABEL.height).toBe(true)
    }
    if (index > 0) for (const { x, y } of places) expect(Math.hypot(a.x - x, a.y - y)).toBeGreaterThan(LABEL.height / 2)
  })
})

it('stays near', () => {
  const [label] = placeLabels([{ x: 50, y: 50, area: 0 }], [])
  expect(Math.hypot((label?.x ?? 0) - 50, (label?.y ?? 0) - 50)).toBeLessThan(40)
})
