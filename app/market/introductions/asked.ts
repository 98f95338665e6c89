/** Whom we know already, as the pages of introductions and the API are told. */
import { MOST_KNOWN } from '@/db/market/limits'
import { missing, QuestionError, type QuestionMistake, unknown } from '@/db/question'
import { exists } from '@/db/records/addresses'
import { closestSlugs } from '@/db/records/names'
import type { Reader } from '@/db/records/reader'

export interface KnownAsked {
  /** Slugs, each once. */
  known: string[]
  /** What the page looks for when one more is to be added. */
  add: string
  /** What the page looks for where it is yet to be said whom we want to reach. */
  to: string
}

type Read = { question: KnownAsked; mistakes?: undefined } | { question?: undefined; mistakes: readonly QuestionMistake[] }

const NAMES = ['from', 'add'] as const
/** Of the page that asks whom we want to reach. */
export const NAMES_WITHOUT_WANTED = [...NAMES, 'to'] as const
type Name = (typeof NAMES_WITHOUT_WANTED)[number]

/**
 * @param names Those that may be asked; of the page of one company unless said.
 * @throws {QuestionError} for a name or a company that does not exist, and for more companies than one can start from.
 */
export function readKnown(reader: Reader, pairs: Iterable<readonly [string, string]>, names: readonly Name[] = NAMES): KnownAsked {
  const given = [...pairs]
  const all = (wanted: Name) => given.flatMap(([name, value]) => (name === wanted ? [value] : []))
  const known = [...new Set(all('from'))]
  const mistakes: QuestionMistake[] = [
    ...given
      .filter(([name]) => !names.some((one) => one === name))
      .map(([name, value]) => unknown(name, value, `Introductions have no parameter “${name}”.`, names, name)),
    ...known
      .filter((slug) => !exists(reader, { kind: 'organization', slug }))
      .map((slug) => missing('from', slug, `There is no company “${slug}”.`, closestSlugs(reader, slug))),
  ]
  if (known.length > MOST_KNOWN) {
    mistakes.push({
      parameter: 'from',
      value: known.join(', ').slice(0, 80),
      message: `You can start from up to ${MOST_KNOWN} companies, not ${known.length}.`,
      allowed: [],
    })
  }
  if (mistakes.length > 0) throw new QuestionError(mistakes)
  const text = (name: Name) => all(name).join(' ').trim()
  return { known, add: text('add'), to: text('to') }
}

/** As readKnown, with the mistakes of a question that cannot be answered in its place. */
export function tryReadKnown(reader: Reader, pairs: Iterable<readonly [string, string]>, names?: readonly Name[]): Read {
  try {
    return { question: readKnown(reader, pairs, names) }
  } catch (error) {
    if (error instanceof QuestionError) return { mistakes: error.mistakes }
    throw error
  }
}
