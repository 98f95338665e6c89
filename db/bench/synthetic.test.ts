import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../database'
import { load } from '../load'
import { parseQuestion } from '../question'
import { openDatabaseFile, type Sqlite } from '../sqlite'
import { DirectoryVocabulary } from '../vocabulary'
import { recordQuestions } from './queries'
import { measureShape, type Shape } from './shape'
import { makeSynthetic } from './synthetic'

const SEED = 7
const folder = mkdtempSync(join(tmpdir(), 'tierbook-synthetic-'))
const packFolder = join(folder, 'pack')
const made = new Map<string, Sqlite>()
let pack: Sqlite
let shape: Shape

const make = (name: string, size: number, seed: number): Sqlite => {
  const target = join(folder, name)
  makeSynthetic(target, size, seed, shape, join(packFolder, 'tierbook.db'))
  const { sqlite } = openDatabaseFile(target)
  made.set(name, sqlite)
  return sqlite
}

const everyName = (sqlite: Sqlite, size: number) =>
  sqlite.prepare('SELECT slug, name, overview, city FROM organizations WHERE id <= ? ORDER BY id').all(size)
const shareOf = (sqlite: Sqlite, query: string) => sqlite.prepare(query).pluck().get() as number

beforeAll(() => {
  const database = openDatabase(packFolder)
  load(database, ['content'])
  pack = database.sqlite
  shape = measureShape(pack)
})

afterAll(() => {
  for (const sqlite of [pack, ...made.values()]) sqlite.close()
  rmSync(folder, { recursive: true })
})

describe('a synthetic directory', () => {
  test('of one seed is always the same, of another seed another', () => {
    const once = everyName(make('once', 50, SEED), 50)
    expect(everyName(make('again', 50, SEED), 50)).toEqual(once)
    expect(everyName(make('other', 50, SEED + 1), 50)).not.toEqual(once)
  })

  test('begins like a larger one of the same seed', () => {
    expect(everyName(make('small', 40, SEED), 40)).toEqual(everyName(make('large', 80, SEED), 40))
  })

  test('is kept when it is asked for again, and made anew when its size differs', () => {
    const target = join(folder, 'kept')
    const file = join(packFolder, 'tierbook.db')
    expect(makeSynthetic(target, 20, SEED, shape, file).kept).toBe(false)
    expect(makeSynthetic(target, 20, SEED, shape, file).kept).toBe(true)
    expect(makeSynthetic(target, 21, SEED, shape, file).kept).toBe(false)
  })

  test('has the facet sizes and amounts of the pack, within what chance does', () => {
    const synthetic = make('shares', 3000, SEED)
    const shares = [
      "SELECT avg(EXISTS (SELECT 1 FROM organization_terms WHERE organization_id = id AND kind = 'role' AND term = 'supplier')) FROM organizations",
      'SELECT avg(coalesce(tier, 4) = 2) FROM organizations',
      "SELECT avg(coalesce(country, '') = 'US') FROM organizations",
      'SELECT avg(overview IS NOT NULL) FROM organizations',
      'SELECT avg(product_count > 0) FROM organizations',
    ]
    for (const share of shares) expect(shareOf(synthetic, share)).toBeCloseTo(shareOf(pack, share), 1)
    const perOrganization = (sqlite: Sqlite, table: string) =>
      shareOf(sqlite, `SELECT count(*) * 1.0 / (SELECT count(*) FROM organizations) FROM ${table}`)
    for (const table of ['products', 'people', 'aliases', 'organization_terms', 'product_os']) {
      const ratio = perOrganization(synthetic, table) / perOrganization(pack, table)
      expect(ratio, table).toBeGreaterThan(0.8)
      expect(ratio, table).toBeLessThan(1.2)
    }
  })

  test('keeps its vocabulary growing, as text does', () => {
    const words = (size: number) => {
      const names = make(`words-${size}`, size, SEED).prepare('SELECT lower(name) FROM organizations').pluck().all() as string[]
      return new Set(names.flatMap((name) => name.split(' '))).size
    }
    const growth = words(2000) / words(1000)
    expect(growth).toBeGreaterThan(1.3)
    expect(growth).toBeLessThan(2)
  })

  test('leaves the triggers in place and every organization among the changes', () => {
    const synthetic = make('changes', 30, SEED)
    const triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
    expect(shareOf(synthetic, triggers)).toBe(shareOf(pack, triggers))
    expect(shareOf(synthetic, 'SELECT count(*) FROM changes')).toBe(30)
  })
})

test('the recorded questions are valid, the same every time, and of all kinds', () => {
  const sqlite = make('questions', 1000, SEED)
  const questions = recordQuestions(sqlite, SEED)
  expect(recordQuestions(sqlite, SEED)).toEqual(questions)
  expect(questions.length).toBeGreaterThan(300)
  expect(new Set(questions.map(({ kind }) => kind)).size).toBe(9)
  const vocabulary = new DirectoryVocabulary(sqlite)
  for (const { pairs } of questions) expect(() => parseQuestion('organizations', pairs, vocabulary)).not.toThrow()
})
