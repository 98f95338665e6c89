/** Whom one knows already, as the page of introductions and the API are told. */
import { MOST_KNOWN } from '@/db/market/introductions'
import { QuestionError, type QuestionMistake, unknown } from '@/db/question'
import { exists } from '@/db/records/addresses'
import type { Reader } from '@/db/records/reader'

export interface KnownAsked {
  /** Slugs, each once. */
  known: string[]
  /** What the page looks for when one more is to be added. */
  add: string
}

type Read = { question: KnownAsked; mistakes?: undefined } | { question?: undefined; mistakes: readonly QuestionMistake[] }

const NAMES = ['from', 'add']

/** @throws {QuestionError} for a name or a company that does not exist, and for more companies than one can start from. */
export function readKnown(reader: Reader, pairs: Iterable<readonly [string, string]>): KnownAsked {
  const given = [...pairs]
  const known = [...new Set(given.flatMap(([name, value]) => (name === 'from' ? [value] : [])))]
  const mistakes: QuestionMistake[] = [
    ...given
      .filter(([name]) => !NAMES.includes(name))
      .map(([name, value]) => unknown(name, value, `Introductions have no parameter “${name}”.`, NAMES, name)),
    ...known
      .filter((slug) => !exists(reader, { kind: 'organization', slug }))
      .map((slug) => unknown('from', slug, `There is no company “${slug}”.`, [], slug)),
  ]
  if (known.length > MOST_KNOWN) {
    mistakes.push({
      parameter: 'from',
      value: known.join(', ').slice(0, 80),
      message: `${MOST_KNOWN} companies are the most that one can start from.`,
      allowed: [],
    })
  }
  if (mistakes.length > 0) throw new QuestionError(mistakes)
  return {
    known,
    add: given
      .flatMap(([name, value]) => (name === 'add' ? [value] : []))
      .join(' ')
      .trim(),
  }
}

/** As readKnown, with the mistakes of a question that cannot be answered in its place. */
export function tryReadKnown(reader: Reader, pairs: Iterable<readonly [string, string]>): Read {
  try {
    return { question: readKnown(reader, pairs) }
  } catch (error) {
    if (error instanceof QuestionError) return { mistakes: error.mistakes }
    throw error
  }
}
