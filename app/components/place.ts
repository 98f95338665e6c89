/** Where a question is asked on the screen, and the addresses that lead from one question to the next. */

import {
  bareValue,
  COLUMNS,
  type Collection,
  type ColumnName,
  DEFAULT_SIZE,
  defaultSort,
  excludedValue,
  FILTERS,
  type FilterName,
  parseQuestion,
  printQuestion,
  type Question,
  QuestionError,
  type QuestionMistake,
  type Sort,
  type Vocabulary,
} from '@/db/question'
import { categoryUrl } from '@/db/records/links'

/** A page that answers questions. */
export interface Place<C extends Collection = Collection> {
  path: string
  collection: C
  /** The filter that the page itself stands for; its address does not repeat it. */
  fixed?: { name: FilterName; value: string }
}

export const ORGANIZATIONS: Place<'organizations'> = { path: '/', collection: 'organizations' }
export const PRODUCTS: Place<'products'> = { path: '/products', collection: 'products' }

export const categoryPlace = (id: string): Place<'organizations'> => ({
  path: categoryUrl(id),
  collection: 'organizations',
  fixed: { name: 'category', value: id },
})

/** The query string as Next gives it to a page. */
export type SearchParams = Record<string, string | string[] | undefined>

/** The query string's name-value pairs, values of one name in the order given. */
export const queryPairs = (params: SearchParams): [string, string][] =>
  Object.entries(params).flatMap(([name, values]) =>
    [values]
      .flat()
      // For a name that objects have by nature, such as `constructor`, Next lists that too.
      .filter((value) => typeof value === 'string')
      .map((value): [string, string] => [name, value]),
  )

/**
 * What a page is asked by the pairs of its query string.
 * @throws {QuestionError} as parseQuestion does.
 */
export function readQuestion<C extends Collection>(
  { collection, fixed }: Place<C>,
  pairs: Iterable<[string, string]>,
  vocabulary: Vocabulary,
): Question & { collection: C } {
  const all: [string, string][] = fixed ? [...pairs, [fixed.name, fixed.value]] : [...pairs]
  return { ...parseQuestion(collection, all, vocabulary, 'page'), collection }
}

/** The addresses in the browser were read by the server or made of what it offered; the API checks each question again. */
const TRUSTING: Vocabulary = { label: (_, value) => value, values: () => [] }

/** What the address in the browser asks. @throws {QuestionError} where it does not come from a page that answered. */
export const askedInBrowser = <C extends Collection>(place: Place<C>, pairs: Iterable<[string, string]>) =>
  readQuestion(place, pairs, TRUSTING)

type Read<C extends Collection> =
  | { question: Question & { collection: C }; mistakes?: undefined }
  | { question?: undefined; mistakes: readonly QuestionMistake[] }

/** As readQuestion, with the mistakes of a question that cannot be answered in its place. */
export function tryReadQuestion<C extends Collection>(place: Place<C>, pairs: Iterable<[string, string]>, vocabulary: Vocabulary): Read<C> {
  try {
    return { question: readQuestion(place, pairs, vocabulary) }
  } catch (error) {
    if (error instanceof QuestionError) return { mistakes: error.mistakes }
    throw error
  }
}

/** The address of a question at a place. */
export function address({ path, fixed }: Place, question: Question): string {
  const pairs = printQuestion(question, 'page')
  if (fixed) pairs.delete(fixed.name, fixed.value)
  return pairs.size === 0 ? path : `${path}?${pairs}`
}

/**
 * The address of an entry that carries the question it was found by, so that its page knows the way back and what comes next.
 * The page of the answer is left out, for each entry is on its own; a question that asks nothing, in the usual order, adds nothing.
 */
export function entryAddress(url: string, question: Question): string {
  return isPlain(question) ? url : `${url}?${printQuestion(onPage(question, 1))}`
}

/** Whether a question is for everything there is, in the usual order. */
export const isPlain = (question: Question) => printQuestion({ ...question, page: 1, size: DEFAULT_SIZE }).size === 0

/** Where every match of a question comes as CSV. */
export function exportAddress(question: Question): string {
  const pairs = exportPairs(question)
  const path = exportPath(question.collection)
  return pairs.size === 0 ? path : `${path}?${pairs}`
}

/** A question as its export is asked for: of the columns on the screen a file has most. */
export function exportPairs(question: Question): URLSearchParams {
  const existing: readonly ColumnName[] = COLUMNS[question.collection]
  return printQuestion({ ...question, columns: question.columns.filter((name) => existing.includes(name)) }, 'export')
}

export const exportPath = (collection: Collection) => `/api/${collection}.csv`

/** The filters of a question that a person chose, in the order of the contract: all but the one its page stands for. */
export function chosenFilters({ fixed }: Place, question: Question): [FilterName, readonly string[]][] {
  return (Object.entries(question.filters) as [FilterName, readonly string[]][]).filter(([name]) => name !== fixed?.name)
}

/** Whether nothing was asked but to be shown what there is. */
export const asksNothing = (place: Place, question: Question) =>
  question.q === '' && chosenFilters(place, question).length === 0 && question.page === 1

/** Whether questions of a collection can be narrowed by a name: products have some of the companies' filters too. */
export const isFilter = (collection: Collection, name: string): name is FilterName =>
  (FILTERS[collection] as readonly string[]).includes(name)

export const onPage = (question: Question, page: number): Question => ({ ...question, page })

export const sortedBy = (question: Question, sort: Sort): Question => ({ ...question, sort, page: 1 })

/** Another text; the usual order of the text before gives way to that of the new one, an order that was chosen stays where it can. */
export function withText(question: Question, q: string): Question {
  const { by, descending } = question.sort
  const usual = !descending && by === defaultSort(question.q).by
  const sort = usual || by === 'relevance' ? defaultSort(q) : question.sort
  return { ...question, q, sort, page: 1 }
}

export function withValues(question: Question, name: FilterName, values: readonly string[]): Question {
  const { [name]: _, ...others } = question.filters
  return { ...question, filters: values.length > 0 ? { ...others, [name]: values } : others, page: 1 }
}

/** Choose a value, or let go of it, chosen or excluded. A group and a value in it do not stand together: the one chosen last replaces the other. */
export function toggled(question: Question, name: FilterName, value: string): Question {
  const asked = question.filters[name] ?? []
  const given = [value, excludedValue(value)].find((one) => asked.includes(one))
  if (given !== undefined) return withValues(question, name, without(asked, given))
  const apart = asked.filter((other) => !other.startsWith(`${value}/`) && !value.startsWith(`${bareValue(other)}/`))
  return withValues(question, name, [...apart, value])
}

/** Choose a value that a question may have already: what is chosen stays, what is left out is chosen in its place. */
export function choosing(question: Question, name: FilterName, value: string): Question {
  const asked = question.filters[name] ?? []
  if (asked.includes(value)) return question
  return toggled(withValues(question, name, without(asked, excludedValue(value))), name, value)
}

/** Leave a value out, or no longer, in place of choosing it. What is in a group that is left out need not be left out as well. */
export function excluding(question: Question, name: FilterName, value: string): Question {
  const asked = question.filters[name] ?? []
  const sign = excludedValue(value)
  if (asked.includes(sign)) return withValues(question, name, without(asked, sign))
  const apart = asked.filter((other) => bareValue(other) !== value && !bareValue(other).startsWith(`${value}/`))
  return withValues(question, name, [...apart, sign])
}

/** Nothing but what the page itself stands for, in the same order where that needs no text. */
export function cleared({ fixed }: Place, question: Question): Question {
  return { ...withText(question, ''), filters: fixed ? { [fixed.name]: [fixed.value] } : {} }
}

const without = (values: readonly string[], value: string) => values.filter((other) => other !== value)
