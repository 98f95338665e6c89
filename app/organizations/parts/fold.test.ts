import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Fold } from './fold'

const folded = (count: number) => {
  const items = Array.from({ length: count }, (_, index) => index + 1)
  return renderToStaticMarkup(createElement(Fold<number>, { items, shown: 3, more: 'more', children: (some) => `[${some}]` }))
}

it('shows the first items and folds the rest under their number', () => {
  expect(folded(6)).toBe('[1,2,3]<details class="fold"><summary>3 more</summary>[4,5,6]</details>')
})

it('folds nothing where there is little, and never a single item', () => {
  expect(folded(3)).toBe('[1,2,3]')
  expect(folded(4)).toBe('[1,2,3,4]')
})
