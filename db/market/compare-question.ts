/** What a comparison is asked: which products or companies, as the page and the API read it. */
import { missing, QuestionError, type QuestionMistake, unknown } from '../question'
import { exists } from '../records/addresses'
import { closestProductIds, closestSlugs } from '../records/names'
import type { Reader } from '../records/reader'
import { splitId } from './compare'
import { MOST_COLUMNS } from './limits'

/** `add` is what the page looks for when a column is to be added, `only=differences` hides rows in which all agree. */
export const COMPARE_NAMES = ['ids', 'add', 'only'] as const
const ONLY = ['differences']

export interface CompareQuestion {
  /** Each once, in the order given. */
  ids: string[]
  add: string
  onlyDifferences: boolean
}

/**
 * Read what is to be compared; `ids` may be repeated or hold several with commas between them.
 * @throws {QuestionError} for a name or an id that does not exist, products beside companies, and more than fit on a page.
 */
export function readCompare(reader: Reader, pairs: Iterable<readonly [string, string]>): CompareQuestion {
  const given = [...pairs]
  const all = (name: (typeof COMPARE_NAMES)[number]) => given.flatMap(([key, value]) => (key === name ? [value] : []))
  const ids = [...new Set(all('ids').flatMap((value) => value.split(',')))].map((id) => id.trim()).filter(Boolean)
  const only = all('only')
  const mistakes: QuestionMistake[] = [
    ...given
      .filter(([name]) => !COMPARE_NAMES.some((known) => known === name))
      .map(([name, value]) => unknown(name, value, `A comparison has no parameter “${name}”.`, COMPARE_NAMES, name)),
    ...only.filter((value) => !ONLY.includes(value)).map((value) => unknown('only', value, `“only” is no “${value}”.`, ONLY, value)),
    ...ids
      .filter((id) => !isHere(reader, id))
      .map((id) => missing('ids', id, `There is no ${wordOf(id)} “${id}”.`, closestIds(reader, id))),
  ]
  const complain = (message: string) => mistakes.push({ parameter: 'ids', value: ids.join(',').slice(0, 80), message, allowed: [] })
  if (new Set(ids.map(wordOf)).size > 1) complain('Products are compared with products and companies with companies.')
  if (ids.length > MOST_COLUMNS) complain(`${ids.length} are too many to stand side by side; ${MOST_COLUMNS} is the most.`)
  if (mistakes.length > 0) throw new QuestionError(mistakes)
  return { ids, add: all('add').join(' ').trim(), onlyDifferences: only.length > 0 }
}

/** As readCompare, with the mistakes of a question that cannot be answered in its place. */
export function tryReadCompare(reader: Reader, pairs: Iterable<readonly [string, string]>): Read {
  try {
    return { question: readCompare(reader, pairs) }
  } catch (error) {
    if (error instanceof QuestionError) return { mistakes: error.mistakes }
    throw error
  }
}

type Read = { question: CompareQuestion; mistakes?: undefined } | { question?: undefined; mistakes: readonly QuestionMistake[] }

const wordOf = (id: string) => (id.includes('/') ? 'product' : 'company')

function closestIds(reader: Reader, id: string): string[] {
  return id.includes('/') ? closestProductIds(reader, ...splitId(id)) : closestSlugs(reader, id)
}

function isHere(reader: Reader, id: string): boolean {
  if (!id.includes('/')) return exists(reader, { kind: 'organization', slug: id })
  const [supplier, slug] = splitId(id)
  return exists(reader, { kind: 'product', supplier, slug })
}
