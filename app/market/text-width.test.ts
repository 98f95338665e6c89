import { expect, it } from 'vitest'
import { fitText, textWidth } from './text-width'

it('cuts a text to the room there is, and only then', () => {
  expect(fitText('Intel', 15, 100)).toBe('Intel')
  const cut = fitText('Northrop Grumman Information Technology', 15, 150)
  expect(cut).toMatch(/^Northrop Grumma.*…$/)
  expect(textWidth(cut, 15)).toBeLessThanOrEqual(150)
  expect(fitText('WWWWWWWWWWWW', 15, 60).length).toBeLessThan(fitText('iiiiiiiiiiiiiiiiiiiiiiiii', 15, 60).length)
})
