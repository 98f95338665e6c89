/** Whatever the values and whatever the question: the rows of the CSV are the total of the screen and the ids of all its pages, in order, and can be read back. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../answer'
import type { Directory } from '../directory'
import { type Collection, DEFAULT_SIZE, excludedValue, FILTERS, parseQuestion, SORTS } from '../question'
import { type LoadedPack, loadMadeUpPack } from '../records/pack.test-helper'
import { exportText, openPack, readCsv } from './export.test-helper'

const COUNT = 40
/** What has broken an export before, here or elsewhere. */
const NASTY = [
  '"',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ';',
  "'",
  '=',
  '+',
  '-',
  '@',
  ' ',
  '""',
  '\\',
  '\ufeff',
  'ß',
  '東',
  '🖥',
  'é',
  '*',
  '(',
  ')',
  ':',
  '^',
  '%',
  '_',
]
const WORDS = ['cluster', 'server', 'Veritas', 'linux', 'storage', 'OR', 'AND', 'NOT', 'NEAR', 'acme', 'software', 'at&t', '3']

const text = (most: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 4 })), {
      maxLength: most,
    })
    .map((parts) => parts.join(''))

let pack: LoadedPack
let directory: Directory

beforeAll(() => {
  const files = Array.from({ length: COUNT }, (_, at) => [`organization-${at}`, organization(at)] as const)
  pack = loadMadeUpPack(Object.fromEntries(files))
  directory = openPack(pack)
})
afterAll(async () => {
  await directory.close()
  pack.remove()
})

/** Organizations that differ in what filters look at. */
function organization(at: number): string {
  const one = <T>(values: readonly T[]) => values[at % values.length]
  return `
slug: organization-${at}
name: ${one(WORDS)} ${at}
roles: [${one(['supplier', 'var', 'carrier', 'isp'])}]
segments: [${one(['software/clustering', 'storage/raid', 'servers/cluster'])}]
os: [${one(['linux', 'solaris', 'windows-nt', ''])}]
hal: [${one(['3', '4', ''])}]
founded: {year: ${1960 + at}, source: s1}
headquarters: {city: Boston, region: ${one(['MA', 'CA', 'NY'])}, country: US, source: s1}
employees: {count: ${at * 97}, asOf: 2002, source: s1}
products:
  - {name: "${one(WORDS)} product ${at}", segment: ${one(['storage/nas', 'software/database'])}, os: [${one(['aix', 'linux'])}], summary: Does it., sources: [s1]}
sources: {s1: {url: "https://example.org/1", title: One}}
`
}

const TEXT_COLUMNS = {
  name: 'name',
  legalName: 'legal_name',
  city: 'city',
  parent: 'parent_name',
  website: 'website',
  overview: 'overview',
  ticker: 'ticker',
} as const
const NUMBER_COLUMNS = { employees: 'employees', revenue: 'revenue_amount', revenueUsd: 'revenue_usd' } as const

const values = fc.record({
  texts: fc.array(fc.option(text(6)), { minLength: COUNT, maxLength: COUNT }),
  numbers: fc.array(fc.option(fc.integer()), { minLength: COUNT, maxLength: COUNT }),
  aliases: fc.array(text(5), { minLength: COUNT, maxLength: COUNT }),
})

/** The documented apostrophe, written down a second time. */
const guarded = (value: string | null) =>
  value !== null && ['=', '+', '-', '@', '\t', '\r'].includes(value.charAt(0)) ? `'${value}` : (value ?? '')

it('every value can be read back from its cell', async () => {
  const { sqlite } = pack.database
  await fc.assert(
    fc.asyncProperty(values, async ({ texts, numbers, aliases }) => {
      const slug = (at: number) => `organization-${at}`
      sqlite.transaction(() => {
        sqlite.exec('DELETE FROM aliases')
        texts.forEach((value, at) => {
          for (const column of Object.values(TEXT_COLUMNS)) {
            sqlite.prepare(`UPDATE organizations SET ${column} = ? WHERE slug = ?`).run(column === 'name' ? (value ?? '') : value, slug(at))
          }
          for (const column of Object.values(NUMBER_COLUMNS)) {
            sqlite.prepare(`UPDATE organizations SET ${column} = ? WHERE slug = ?`).run(numbers[at], slug(at))
          }
          sqlite.prepare('INSERT INTO aliases SELECT id, 0, ? FROM organizations WHERE slug = ?').run(aliases[at], slug(at))
        })
      })()
      const rows = new Map(readCsv(await exportText(directory, 'organizations')).map((row) => [row.slug, row]))
      expect(rows.size).toBe(COUNT)
      texts.forEach((value, at) => {
        const row = rows.get(slug(at))
        for (const column of Object.keys(TEXT_COLUMNS)) expect(row?.[column]).toBe(guarded(value))
        for (const column of Object.keys(NUMBER_COLUMNS)) expect(row?.[column]).toBe(String(numbers[at] ?? ''))
        expect(row?.aliases).toBe(guarded(aliases[at] ?? ''))
      })
    }),
    { numRuns: 40 },
  )
})

/** Name-value pairs that can be asked: any text, any values of some filters, any order. */
function questions(collection: Collection) {
  const filter = fc.constantFrom(...FILTERS[collection]).chain((name) => {
    const existing = directory
      .vocabulary()
      .values(name)
      .map((term) => term.value)
    return fc
      .subarray(existing, { minLength: 1, maxLength: 3 })
      .chain((values) => fc.tuple(...values.map((value) => fc.constantFrom(value, excludedValue(value)))))
      .map((values) => values.map((value): [string, string] => [name, value]))
  })
  const orders = SORTS[collection].flatMap((name) => (name === 'relevance' ? [] : [name, `-${name}`]))
  return fc
    .record({
      q: text(4),
      filters: fc.uniqueArray(filter, { maxLength: 3, selector: (pairs) => pairs[0]?.[0] }),
      sort: fc.option(fc.constantFrom(...orders)),
    })
    .map(({ q, filters, sort }): [string, string][] => [
      ['q', q],
      ...filters.flat(),
      ...(sort === null ? [] : [['sort', sort] as [string, string]]),
    ])
}

it.each(['organizations', 'products'] as const)('the rows of %s are those of the screen', async (collection) => {
  const slugOf = pack.database.sqlite.prepare(`SELECT slug FROM ${collection} WHERE id = ?`).pluck()
  const sizes = fc.integer({ min: 3, max: DEFAULT_SIZE })
  await fc.assert(
    fc.asyncProperty(questions(collection), sizes, async (pairs, size) => {
      const rows = readCsv(await exportText(directory, collection, pairs))
      const question = { ...parseQuestion(collection, pairs, directory.vocabulary()), size, collection }
      const first = await ask(directory, question)
      const ids: number[] = []
      for (let page = 1; (page - 1) * size < first.total; page++) ids.push(...(await directory.engine.search({ ...question, page })).ids)
      expect(rows).toHaveLength(first.total)
      expect(rows.map((row) => row.slug)).toEqual(ids.map((id) => slugOf.get(id)))
    }),
    { numRuns: 200 },
  )
})
