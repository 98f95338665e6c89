import { describe, expect, it } from 'vitest'
import { slugsFrom } from './slug'

describe('slugs of products', () => {
  it.each([
    ['MC/ServiceGuard', 'mc-serviceguard'],
    ['UnixWare® 7 NonStop® Clusters', 'unixware-7-nonstop-clusters'],
    ['Überblick & Co.', 'uberblick-and-co'],
    ['日本', 'product'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%s is %s', (name, slug) => {
    expect(slugsFrom([name])).toEqual([slug])
  })

  it('are numbered where names make the same one, and keep clear of names that look so', () => {
    expect(slugsFrom(['A 1', 'A/1', 'A-1-2', 'A_1'])).toEqual(['a-1', 'a-1-3', 'a-1-2', 'a-1-4'])
  })
})
