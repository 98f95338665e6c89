/** Questions that a mark of a picture stands for: the one in force, narrowed by what the mark is of. */
import type { Directory } from '../directory'
import { type FilterName, printQuestion, type Question } from '../question'

/** A mark with the question behind it: what it shows and where it leads are one. */
export interface Mark {
  /** How many companies the question finds. */
  count: number
  /** Where the directory shows them. */
  url: string
}

export type Filters = { readonly [name in FilterName]?: readonly string[] }

/** The question with these values in place of those that it has of the same filters; order and page as usual, for a picture has neither. */
export function narrowed(question: Question, filters: Filters): Question {
  return {
    ...question,
    filters: { ...question.filters, ...filters },
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

/** The values of a filter that a picture has marks for: those chosen, else all. */
export const inForce = (question: Question, name: FilterName, all: readonly string[]) => question.filters[name] ?? all
