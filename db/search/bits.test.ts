import fc from 'fast-check'
import { expect, test } from 'vitest'
import { andInto, type Bits, countBits, countCommon, dropFrom, eachBit, emptyBits, fullBits, orInto, setBit } from './bits'

const SIZES = fc.constantFrom(0, 1, 31, 32, 33, 95, 96, 97, 200)
const sets = SIZES.chain((size) => {
  const some = fc.uniqueArray(fc.nat({ max: Math.max(0, size - 1) }), { maxLength: size }).map((all) => (size === 0 ? [] : all))
  return fc.record({ size: fc.constant(size), a: some, b: some })
})

const bitsOf = (size: number, entries: readonly number[]): Bits => {
  const bits = emptyBits(size)
  for (const entry of entries) setBit(bits, entry)
  return bits
}

const entriesOf = (bits: Bits) => {
  const entries: number[] = []
  eachBit(bits, (entry) => entries.push(entry))
  return entries
}

const sorted = (entries: Iterable<number>) => [...entries].sort((a, b) => a - b)

test('sets as bits are what sets are', () => {
  fc.assert(
    fc.property(sets, ({ size, a, b }) => {
      const [left, right] = [bitsOf(size, a), bitsOf(size, b)]
      const both = a.filter((entry) => b.includes(entry))
      expect(entriesOf(left)).toEqual(sorted(a))
      expect(countBits(left)).toBe(a.length)
      expect(countCommon(left, right)).toBe(both.length)
      const together = left.slice()
      orInto(together, right)
      expect(entriesOf(together)).toEqual(sorted(new Set([...a, ...b])))
      const common = left.slice()
      andInto(common, right)
      expect(entriesOf(common)).toEqual(sorted(both))
      const rest = fullBits(size)
      dropFrom(rest, left)
      expect(entriesOf(rest)).toEqual([...Array(size).keys()].filter((entry) => !a.includes(entry)))
    }),
  )
})

test('every bit of every word is counted', () => {
  for (const size of [32, 96, 320]) expect(countCommon(fullBits(size), fullBits(size))).toBe(size)
})
