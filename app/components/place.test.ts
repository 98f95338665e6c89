import { describe, expect, test } from 'vitest'
import type { Vocabulary } from '@/db/question'
import { QuestionError } from '@/db/question'
import {
  address,
  asksNothing,
  categoryPlace,
  chosenFilters,
  cleared,
  entryAddress,
  exportAddress,
  ORGANIZATIONS,
  onPage,
  type Place,
  PRODUCTS,
  queryPairs,
  readQuestion,
  sortedBy,
  toggled,
  tryReadQuestion,
  withText,
  withValues,
} from './place'

/** Every value exists and is its own label. */
const ANY: Vocabulary = { label: (_, value) => value, values: () => [] }

const asked = (query: string, place: Place = ORGANIZATIONS) => readQuestion(place, new URLSearchParams(query), ANY)

describe('the address of a question', () => {
  test('says what was asked and reads back as the same question', () => {
    const question = asked('q=at%26t&tier=2&tier=1&location=US/MA&sort=-revenue&page=3&size=100')
    const [path, query] = address(ORGANIZATIONS, question).split('?')
    expect(path).toBe('/')
    expect(asked(query ?? '')).toEqual(question)
  })

  test('is the bare path where nothing is asked', () => {
    expect(address(ORGANIZATIONS, asked(''))).toBe('/')
    expect(address(PRODUCTS, asked('q=', PRODUCTS))).toBe('/products')
  })

  test('leaves out what its page stands for, which the export says', () => {
    const place = categoryPlace('san-software')
    const question = asked('tier=2', place)
    expect(question.filters).toEqual({ tier: ['2'], category: ['san-software'] })
    expect(address(place, question)).toBe('/categories/san-software?tier=2')
    expect(exportAddress(question)).toBe('/api/organizations.csv?tier=2&category=san-software')
  })

  test('of an export has neither page nor size', () => {
    expect(exportAddress(asked('q=san&page=2&size=10'))).toBe('/api/organizations.csv?q=san')
  })
})

describe('the address of an entry', () => {
  test('carries the question it was found by, less the page', () => {
    const question = asked('q=at%26t&tier=2&tier=1&sort=-revenue&page=3&size=100')
    const carried = entryAddress('/organizations/at-t', question)
    expect(carried).toBe('/organizations/at-t?q=at%26t&tier=2&tier=1&sort=-revenue&size=100')
    expect(asked(carried.split('?')[1] ?? '')).toEqual({ ...question, page: 1 })
  })

  test('carries the list it stands on', () => {
    expect(entryAddress('/organizations/emc', asked('', categoryPlace('san-software')))).toBe('/organizations/emc?category=san-software')
  })

  test('carries an order that is not the usual one', () => {
    expect(entryAddress('/products/ibm/as-400', asked('sort=-price', PRODUCTS))).toBe('/products/ibm/as-400?sort=-price')
  })

  test('is bare where nothing was asked', () => {
    for (const query of ['', 'page=4', 'size=100&page=2']) {
      expect(entryAddress('/organizations/ibm', asked(query))).toBe('/organizations/ibm')
    }
  })
})

describe('from one question to the next', () => {
  test('a value is added and taken away, and the answer begins at its first page', () => {
    const one = toggled(asked('tier=1&page=4'), 'tier', '2')
    expect(one.filters).toEqual({ tier: ['1', '2'] })
    expect(one.page).toBe(1)
    expect(toggled(toggled(one, 'tier', '1'), 'tier', '2').filters).toEqual({})
  })

  test('a value replaces the group that it is in, and a group the values in it', () => {
    const group = toggled(asked('segment=software/clustering&segment=software/backup&segment=storage'), 'segment', 'software')
    expect(group.filters).toEqual({ segment: ['storage', 'software'] })
    expect(toggled(group, 'segment', 'software/backup').filters).toEqual({ segment: ['storage', 'software/backup'] })
  })

  test('a name that begins like another is not in it', () => {
    expect(toggled(asked('role=var'), 'role', 'variety').filters).toEqual({ role: ['var', 'variety'] })
  })

  test('an excluded value is let go of; choosing a value ends the exclusion of its group, not of what is in it', () => {
    expect(toggled(asked('role=-var&role=supplier'), 'role', 'var').filters).toEqual({ role: ['supplier'] })
    expect(toggled(asked('segment=-software'), 'segment', 'software/backup').filters).toEqual({ segment: ['software/backup'] })
    expect(toggled(asked('segment=-software/backup'), 'segment', 'software').filters).toEqual({ segment: ['-software/backup', 'software'] })
  })

  test('without its text a question by relevance goes back to the usual order, any other order stays', () => {
    expect(withText(asked('q=san'), '').sort).toEqual({ by: 'name', descending: false })
    expect(withText(asked('q=san&sort=-revenue'), '').sort).toEqual({ by: 'revenue', descending: true })
  })

  test('a filter goes with its last value', () => {
    expect(withValues(asked('tier=1&os=linux'), 'tier', []).filters).toEqual({ os: ['linux'] })
  })

  test('another order begins at the first page, another page keeps the order', () => {
    const sorted = sortedBy(asked('page=3'), { by: 'tier', descending: true })
    expect(address(ORGANIZATIONS, sorted)).toBe('/?sort=-tier')
    expect(address(ORGANIZATIONS, onPage(sorted, 2))).toBe('/?sort=-tier&page=2')
  })

  test('clearing leaves what the page stands for', () => {
    const place = categoryPlace('san-software')
    expect(address(place, cleared(place, asked('q=san&tier=1', place)))).toBe('/categories/san-software')
    expect(cleared(place, asked('tier=1', place)).filters).toEqual({ category: ['san-software'] })
  })
})

test('what a page stands for was not chosen, and alone asks nothing', () => {
  const place = categoryPlace('san-software')
  expect(chosenFilters(place, asked('tier=1', place))).toEqual([['tier', ['1']]])
  expect(asksNothing(place, asked('', place))).toBe(true)
  expect(asksNothing(place, asked('page=2', place))).toBe(false)
  expect(asksNothing(ORGANIZATIONS, asked('tier=1'))).toBe(false)
})

test('what Next lists of a query string is read as names and values', () => {
  expect(queryPairs({ tier: ['1', '2'], q: 'san', os: undefined })).toEqual([
    ['tier', '1'],
    ['tier', '2'],
    ['q', 'san'],
  ])
})

test('a question that cannot be answered is thrown, or read as every mistake in it', () => {
  expect(() => asked('colour=red&page=0')).toThrow(QuestionError)
  expect(tryReadQuestion(ORGANIZATIONS, new URLSearchParams('colour=red&page=0'), ANY).mistakes).toMatchObject([
    { parameter: 'colour' },
    { parameter: 'page' },
  ])
})
