/** Questions that a mark of a picture stands for: the one in force, narrowed by what the mark is of. */
import type { Directory } from '../directory'
import { chosenAndExcluded, excludedValue, type FilterName, printQuestion, type Question } from '../question'

/** A mark with the question behind it: what it shows and where it leads are one. */
export interface Mark {
  /** How many companies the question finds. */
  count: number
  /** Where the directory shows them. */
  url: string
}

export type Filters = { readonly [name in FilterName]?: readonly string[] }

/**
 * The question with these values in place of those chosen of the same filters; what is excluded stays so. Order and page are as usual, for
 * a picture has neither.
 */
export function narrowed(question: Question, filters: Filters): Question {
  const instead = Object.entries(filters).map(([name, values]) => {
    const { excluded } = chosenAndExcluded(question.filters[name as FilterName])
    return [name, [...values, ...excluded.map(excludedValue)]]
  })
  return {
    ...question,
    filters: { ...question.filters, ...Object.fromEntries(instead) },
    sort: { by: question.q ? 'relevance' : 'name', descending: false },
    page: 1,
    size: 50,
  }
}

/** Where the directory answers a question of organizations. */
export function directoryUrl(question: Question): string {
  const pairs = printQuestion(question)
  return pairs.size === 0 ? '/' : `/?${pairs}`
}

/** The mark of a question. */
export async function markOf({ engine }: Directory, question: Question): Promise<Mark> {
  return { count: (await engine.unordered(question)).length, url: directoryUrl(question) }
}

/** Whether a picture has a mark for a value of a filter: where some are chosen it or its group is one of them, and neither is excluded. */
export function inForce(question: Question, name: FilterName, value: string): boolean {
  const { chosen, excluded } = chosenAndExcluded(question.filters[name])
  const isAmong = (values: readonly string[]) => values.some((one) => value === one || value.startsWith(`${one}/`))
  return !isAmong(excluded) && (chosen.length === 0 || isAmong(chosen))
}
