import { expect, it } from 'vitest'
import { firstSentences } from './sharing'

it.each([
  ['Makes widgets.', 20, 'Makes widgets.'],
  ['Makes widgets. Sells bolts, too.', 20, 'Makes widgets.'],
  ['Makes it? Sells it! And buys it again.', 22, 'Makes it? Sells it!'],
  ['Makes widgets, bolts and nuts for all.', 16, 'Makes widgets …'],
  ['Makes version 2.5 of widgets and bolts.', 25, 'Makes version 2.5 of …'],
])('%s is cut to %i characters at the end of a sentence, or else of a word', (text, most, cut) => {
  expect(firstSentences(text, most)).toBe(cut)
})
