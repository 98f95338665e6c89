/** The contract as tests: an engine is put through every case, and through what no single case can say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directory } from '@/db/directory'
import {
  type Collection,
  type Door,
  FILTERS,
  MAX_TEXT,
  parseQuestion,
  printSort,
  type Question,
  QuestionError,
  SORTS,
  type Sort,
} from '@/db/question'
import type { FacetValue } from '@/db/search/engine'
import { type Case, type Expectation, PACK, readCases, SECTIONS } from './cases'
import { answer, type Found, type OpenEngine, type OpenPack, openPack, slugsOf } from './fixture'

const COLLECTIONS: readonly Collection[] = ['organizations', 'products']
const HOSTILE = [
  '"',
  '""',
  '"" "',
  "'",
  "'; DROP TABLE organizations; --",
  '*',
  'a*',
  '^a',
  'a AND',
  'NOT a',
  'OR OR OR',
  'NEAR(a b, 2)',
  'name:a',
  '{name}:a',
  '(',
  'a)',
  '-a',
  '+ + +',
  '%',
  '_',
  '\\',
  '\\"',
  '\0',
  'mar\0lin',
  '\ud800',
  'x\udfffy',
  '\u200b',
  '\u202emarlin',
  '!!!???...',
  '🦓 zebra',
  '漢字',
  'İstanbul',
  '\u0301',
  'a'.repeat(MAX_TEXT),
  'ab '.repeat(MAX_TEXT / 3),
  '&/'.repeat(MAX_TEXT / 2),
  'a/'.repeat(MAX_TEXT / 2),
  '"a '.repeat(MAX_TEXT / 3),
]

const HOSTILE_VALUES = [
  '"',
  "'",
  '\\',
  '\\"',
  'x" OR tier = "0',
  'x\\" OR tier EXISTS OR tier = "',
  "'] OR tier IN ['0",
  '*',
  'NULL',
  '',
  ' ',
  '%',
  '%30',
  '\0',
  '\ud800',
]

/**
 * Register the contract's tests for an engine.
 * @param name What the engine is called in the report.
 */
export function engineContract(name: string, openEngine: OpenEngine): void {
  describe(`the query contract, kept by ${name}`, () => {
    let opened: OpenPack
    let directory: Directory

    beforeAll(async () => {
      opened = await openPack(PACK, openEngine)
      directory = opened.directory
    })
    afterAll(() => opened.close())

    const question = (of: Collection, query: string | Record<string, string>, door: Door = 'search') =>
      parseQuestion(of, new URLSearchParams(query), directory.vocabulary(), door)

    for (const section of SECTIONS) {
      describe(section, () => {
        for (const each of readCases(section)) {
          it.each(each.ask)(`${each.rule}: %s`, async (query) => {
            const wanted = each.differs?.[directory.engine.name]?.expect ?? each.expect
            if (wanted.error) expectMistakes(() => question(each.of, query, each.door), wanted.error)
            else expectAnswer(await answer(directory, question(each.of, query)), wanted, directory, each)
          })
        }
      })
    }

    describe.each(COLLECTIONS)('%s', (of) => {
      const sorts = SORTS[of].flatMap((by): Sort[] =>
        by === 'relevance'
          ? [{ by, descending: false }]
          : [
              { by, descending: false },
              { by, descending: true },
            ],
      )
      it.each(sorts.map(printSort))('ordered by %s, pages together are every match, each once', async (sort) => {
        for (const q of ['works', 'model', 'tallyho']) {
          const asked = question(of, { q, sort, size: '3' })
          const all = [...(await directory.engine.matches(asked))]
          const paged: number[] = []
          for (let page = 1; paged.length < all.length; page++) {
            const { ids, total } = await directory.engine.search({ ...asked, page })
            expect(total).toBe(all.length)
            expect(ids).toHaveLength(Math.min(3, all.length - paged.length))
            paged.push(...ids)
          }
          expect(paged).toEqual(all)
          expect([...(await directory.engine.unordered(asked))].toSorted()).toEqual(all.toSorted())
          expect(new Set(all).size).toBe(all.length)
        }
      })

      it('answers a text of any characters', async () => {
        for (const text of HOSTILE) {
          // Past the parser, which mends some of these: an engine relies on no door.
          const asked: Question = { ...question(of, 'q=a'), q: text }
          const { total, ids } = await directory.engine.search(asked)
          expect(ids).toHaveLength(Math.min(total, asked.size))
          expect(await directory.engine.matches(asked)).toHaveLength(total)
          await directory.engine.best(of, text, 5)
          for (const facet of FILTERS[of]) await directory.engine.facetValues(asked, facet, text, 5)
        }
      })

      it('finds nothing by a hostile value of a filter, chosen or excluded', async () => {
        const { total } = await directory.engine.search(question(of, ''))
        for (const value of HOSTILE_VALUES) {
          for (const name of FILTERS[of]) {
            // Past the parser, which lets only values through that exist; some of the data's own may look like these one day.
            const asked = (given: string): Question => ({ ...question(of, ''), filters: { [name]: [given] } })
            expect((await directory.engine.search(asked(value))).total, `${name}=${value}`).toBe(0)
            expect((await directory.engine.search(asked(`-${value}`))).total, `${name}=-${value}`).toBe(total)
          }
        }
      })

      it('takes as many characters as the contract says, and names the text that has more', () => {
        const longest = 'é'.repeat(MAX_TEXT)
        expect(question(of, new URLSearchParams({ q: `  ${longest} ` }).toString()).q).toBe(longest)
        expectMistakes(() => question(of, new URLSearchParams({ q: `${longest}é` }).toString()), [{ parameter: 'q' }])
      })

      it('offers the first of the order of relevance as one types', async () => {
        for (const text of ['marlin', 'works', 'gadg', 'tallyho', 'no such thing']) {
          const all = [...(await directory.engine.matches(question(of, { q: text })))]
          expect(await directory.engine.best(of, text, 3)).toEqual(all.slice(0, 3))
        }
      })
    })

    it('searches the values of a facet by their label, with the counts of the facet', async () => {
      const found = async (query: string, facet: 'category' | 'os' | 'location', text: string, most = 10) =>
        (await directory.engine.facetValues(question('organizations', query), facet, text, most)).map(
          ({ value, count }) => `${value} ${count}`,
        )
      expect(await found('q=tallyho', 'category', 'list clus')).toEqual(['ha-cluster-software 2'])
      expect(await found('q=tallyho', 'location', 'unit')).toEqual(['US 5', 'GB 1'])
      expect(await found('q=tallyho', 'location', 'unit', 1)).toEqual(['US 5'])
      expect(await found('q=tallyho&tier=1', 'category', 'soft clu')).toEqual([])
      expect(await found('q=tallyho&tier=1', 'category', 'software clu')).toEqual(['ha-cluster-software 1'])
      expect(await found('q=tallyho&os=linux', 'os', 'sol')).toEqual(['unix/solaris 3'])
      expect(await found('q=tallyho&os=-unix', 'os', 'sol')).toEqual(['unix/solaris 3'])
      expect(await found('q=tallyho&tier=-2', 'os', 'sol')).toEqual(['unix/solaris 1'])
      expect(await found('q=tallyho', 'location', 'massa')).toEqual(['US/MA 3'])
    })

    it('says what it holds', async () => {
      expect(await directory.engine.status()).toMatchObject({ engine: directory.engine.name, organizations: 58, products: 40, lag: 0 })
    })
  })
}

function expectAnswer(found: Found, wanted: Expectation, directory: Directory, { of }: Case): void {
  const hits = slugsOf(found)
  if (wanted.slugs) expect(hits).toEqual(wanted.slugs)
  if (wanted.entries) expect(hits.toSorted()).toEqual(wanted.entries.toSorted())
  const listed = wanted.slugs ?? wanted.entries
  expect(found.total).toBe(wanted.total ?? listed?.length)
  const names = found.suggestions.names.map(({ name }) => name)
  if (wanted.suggestions) expect({ ...found.suggestions, names }).toEqual({ names, ...wanted.suggestions })
  expect(Object.keys(found.facets)).toEqual(FILTERS[of])
  for (const name of FILTERS[of]) {
    const values = found.facets[name] ?? []
    for (const value of withChildren(values)) {
      expect(value.label).toBe(directory.vocabulary().label(name, value.value))
      const asked = found.query[name] ?? []
      expect(value.selected).toBe(asked.includes(value.value))
      expect(value.excluded).toBe(asked.includes(`-${value.value}`))
    }
    if (wanted.facets?.[name]) expect(values.map(print), name).toEqual(wanted.facets[name])
  }
}

function expectMistakes(read: () => unknown, wanted: NonNullable<Expectation['error']>): void {
  let mistakes: QuestionError['mistakes'] = []
  try {
    read()
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    mistakes = error.mistakes
  }
  expect(mistakes).toMatchObject(wanted.map(({ closest: _, ...mistake }) => mistake))
  wanted.forEach(({ closest }, index) => {
    if (closest) expect(mistakes[index]?.allowed).toContain(closest)
  })
  for (const { message, parameter } of mistakes) expect(message, parameter).not.toBe('')
}

const withChildren = (values: readonly FacetValue[]): FacetValue[] => values.flatMap((value) => [value, ...(value.children ?? [])])

/** A value of a facet as the cases write it: `software 4 chosen > software/backup 2, software/database 1`. */
function print({ value, count, selected, excluded, children }: FacetValue): string {
  const own = `${value} ${count}${selected ? ' chosen' : ''}${excluded ? ' excluded' : ''}`
  return children ? `${own} > ${children.map(print).join(', ')}` : own
}
