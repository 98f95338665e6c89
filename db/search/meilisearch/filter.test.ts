import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyOf, decodeValue, encodeValue, printFilters } from './filter'

describe('filters for Meilisearch', () => {
  it('reads as the question does', () => {
    expect(printFilters({ tier: ['1', '-unrated'], os: ['unix/solaris', 'linux'], location: ['-US/MA'] })).toEqual([
      'tier IN ["1"]',
      'NOT (tier IN ["unrated"])',
      'os IN ["unix/solaris", "linux"]',
      'NOT (location IN ["%55%53/%4d%41"])',
    ])
    expect(printFilters({ tier: ['1'], hal: ['3'] }, 'tier')).toEqual(['hal IN ["3"]'])
  })

  it('lets no value out of its quotes, and takes no two values for one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(anyOf('tier', [one])).toMatch(/^tier IN \["[a-z0-9%/-]*"\]$/)
        expect(decodeValue(encodeValue(one))).toBe(one)
        if (one !== other) expect(encodeValue(one).toLowerCase()).not.toBe(encodeValue(other).toLowerCase())
      }),
    )
  })
})
