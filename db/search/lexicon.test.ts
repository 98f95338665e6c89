import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lexicon } from './lexicon'
import { editDistance, typos } from './typo'
import { listWords } from './word-list'

const word = fc.string({ unit: fc.constantFrom(...'abcé1'), minLength: 1, maxLength: 8 })

test('the walk over the lexicon finds what comparing with every word finds', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      word,
      fc.boolean(),
      fc.integer({ min: 0, max: 2 }),
      (words, typed, prefix, limit) => {
        const sorted = [...words].sort()
        const found = new Lexicon(listWords(sorted))
          .matching(typed, prefix, limit)
          .map((places) => places.map((place) => sorted[place]).sort())
        const expected = [0, 1, 2].map((cost) => sorted.filter((each) => cost <= limit && typos(typed, each, prefix, limit) === cost))
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: 5000 },
  )
})

test('words of any letters and any length come back as they are', () => {
  for (const words of [
    ['a', 'abc', 'é', 'ÿ'],
    ['a', 'x'.repeat(300_000), '\u0001a b', '東京', '🖥'],
  ]) {
    const sorted = [...words].sort()
    const lexicon = new Lexicon(listWords(sorted))
    expect(sorted.map((_, place) => lexicon.word(place))).toEqual(sorted)
    expect(sorted.map((word) => lexicon.find(word))).toEqual([...sorted.keys()])
  }
})

test('a swap of neighbours is one typo, and one in the first letter counts as two', () => {
  expect(typos('veritsa', 'veritas', false, 2)).toBe(1)
  expect(typos('veritaz', 'veritas', false, 2)).toBe(1)
  expect(typos('beritas', 'veritas', false, 2)).toBe(2)
  expect(typos('evritas', 'veritas', false, 2)).toBe(2)
  expect(typos('eritas', 'veritas', false, 2)).toBe(2)
  expect(typos('sevricegaurd', 'serviceguard', false, 2)).toBe(2)
  expect(typos('xyz', 'veritas', false, 2)).toBe(3)
})

test('the beginning of a word may have the typo', () => {
  expect(typos('vertias', 'veritassoftware', true, 2)).toBe(1)
  expect(typos('verit', 'veritas', true, 1)).toBe(0)
})

test('the bounded distance is the distance, or one more than the bound', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      const exact = editDistance(a, b, 20)
      expect(editDistance(a, b, limit)).toBe(Math.min(exact, limit + 1))
      expect(editDistance(b, a, 20)).toBe(exact)
    }),
  )
})
