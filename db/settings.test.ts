import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'

const read = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env }).meilisearch

describe('the settings of Meilisearch', () => {
  it('are none where no server is named', () => {
    expect(read({})).toBeNull()
    expect(read({ MEILI_URL: '', MEILI_KEY: 'key' })).toBeNull()
  })

  it('are an address, a key for searching, one for indexing where this process may, and what the indexes are called', () => {
    expect(read({ MEILI_URL: 'http://127.0.0.1:7700', MEILI_KEY: 'key' })).toEqual({
      url: 'http://127.0.0.1:7700',
      searchKey: 'key',
      adminKey: null,
      prefix: 'tierbook',
    })
    expect(read({ MEILI_URL: 'https://search.example', MEILI_ADMIN_KEY: 'admin', MEILI_PREFIX: 'vendors' })).toMatchObject({
      adminKey: 'admin',
      prefix: 'vendors',
    })
  })

  it.each([
    { MEILI_URL: '127.0.0.1:7700' },
    { MEILI_URL: 'ftp://search.example' },
    { MEILI_URL: 'http://127.0.0.1:7700', MEILI_PREFIX: 'a*' },
  ])('are refused with what to do where they cannot be meant: %o', (env) => {
    expect(() => read(env)).toThrow(expect.objectContaining({ name: 'Problem', remedy: expect.stringMatching(/./) }))
  })
})
