/** Every top list with how far it is filled. */
import type { Directory } from '../directory'
import { parseQuestion, type Question, QuestionError } from '../question'
import { type Mark, markOf } from './narrowing'
import { sumRevenue } from './revenues'
import { everyList, reportLists, type TopList } from './top-lists'

export interface FilledList extends TopList {
  /** How many companies it can rank, and how many of them have a figure. */
  total: number
  known: number
  /** 2 for what is in a group, else 1. */
  level: 1 | 2
}

/**
 * The question of a list with what an asker narrows it by.
 * @throws {QuestionError} as parseQuestion does, and for a value of the list's own filter.
 */
export function narrow({ vocabulary }: Pick<Directory, 'vocabulary'>, { fixed }: TopList, pairs: URLSearchParams): Question {
  const again = pairs.get(fixed.name)
  if (again === null) return parseQuestion('organizations', [...pairs, [fixed.name, fixed.value]], vocabulary())
  const message = `This list is of “${fixed.value}” alone; “${fixed.name}” cannot be asked of it as well.`
  throw new QuestionError([{ parameter: fixed.name, value: again, message, allowed: [] }])
}

/** The companies that are filed under the report's heading of a list; null for a list that has no heading. */
export async function readFiled(directory: Directory, { heading }: TopList): Promise<Mark | null> {
  if (heading === null) return null
  return markOf(directory, parseQuestion('organizations', [['category', heading]], directory.vocabulary()))
}

/** The report's own lists, and those of all values by their filter; lists that no company is on are left out of these. */
export async function readFilledLists(directory: Directory) {
  const filters = everyList(directory.vocabulary()).map(async ({ name, lists }) => ({
    name,
    lists: (await fillLists(directory, lists)).filter(({ total }) => total > 0),
  }))
  return { own: await readOwnLists(directory), others: await Promise.all(filters) }
}

/** The report's own lists. */
export const readOwnLists = (directory: Directory): Promise<FilledList[]> => fillLists(directory, reportLists(directory.vocabulary()))

const fillLists = (directory: Directory, lists: readonly TopList[]) =>
  Promise.all(
    lists.map(async (list): Promise<FilledList> => {
      const ids = await directory.engine.unordered(narrow(directory, list, new URLSearchParams()))
      const { known } = sumRevenue(directory, ids)
      return { ...list, total: ids.length, known, level: list.fixed.value.includes('/') ? 2 : 1 }
    }),
  )
