/** What decides whether an index may answer and who may fill it, without a server. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseFile, openDatabaseFile } from '../../sqlite'
import { buildSynonyms } from '../synonyms'
import { drift, indexSettings } from './index-settings'
import { Lease } from './lease'
import { holds, standingOf } from './state'

const truth = { database: 'a', position: 7, vocabulary: 'v', settings: 's' }
const state = { ...truth, id: 1, build: 'b' }

describe('how an index stands to the database', () => {
  it.each([
    ['none', undefined, 'other'],
    ['the same', state, 'current'],
    ['behind', { ...state, position: 3 }, 'behind'],
    ['ahead: the database was put back', { ...state, position: 9 }, 'other'],
    ['another database', { ...state, database: 'b' }, 'other'],
    ['other labels', { ...state, vocabulary: 'w' }, 'other'],
    ['other settings', { ...state, settings: 't' }, 'other'],
  ] as const)('%s', (_, index, standing) => expect(standingOf(index, truth)).toBe(standing))

  it('may answer a question that came before its last change', () => {
    expect(holds({ ...state, position: 9 }, truth)).toBe(true)
    expect(holds({ ...state, position: 6 }, truth)).toBe(false)
    expect(holds(undefined, truth)).toBe(false)
  })
})

describe('settings that were changed on the server', () => {
  const wanted = indexSettings('organizations', buildSynonyms([{ set: 1, kind: 'group', role: 'word', phrase: 'ha' }]))

  it('are named, and what the server adds or puts in another order is no change', () => {
    expect(drift({ ...wanted, stopWords: [], sortableAttributes: wanted.sortableAttributes?.toReversed() ?? null }, wanted)).toEqual([])
    expect(drift({ ...wanted, rankingRules: wanted.rankingRules?.toReversed() ?? null }, wanted)).toEqual(['rankingRules'])
    expect(drift({ ...wanted, pagination: { maxTotalHits: 1000 }, synonyms: {} }, wanted)).toEqual(['synonyms', 'pagination'])
    expect(drift({ ...wanted, synonyms: { ...wanted.synonyms, one: ['two'] } }, wanted)).toEqual(['synonyms'])
  })
})

describe('the lease of the indexer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierbook-lease-'))
  let database: DatabaseFile

  beforeAll(() => {
    database = openDatabaseFile(folder)
  })
  afterAll(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })

  it('is held by one at a time, and given back even by work that fails', async () => {
    const [one, other] = [new Lease(database.sqlite), new Lease(database.sqlite)]
    const done = await one.hold(async () => ({ mine: true, others: await other.hold(async () => true) }))
    expect(done).toEqual({ mine: true, others: undefined })
    await expect(one.hold(() => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off')
    expect(await other.hold(async () => true)).toBe(true)
  })
})
