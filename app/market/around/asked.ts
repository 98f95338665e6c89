/** What a picture of a company's relationships is asked: how far, and which. */
import { MOST_STEPS } from '@/db/market/around'
import { QuestionError, type QuestionMistake, unknown } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'

export interface AroundAsked {
  steps: number
  /** None means all. */
  types: string[]
}

const NAMES = ['steps', 'type']

/** @throws {QuestionError} for a name, a number of steps or a type that does not exist. */
export function readAsked(vocabulary: DirectoryVocabulary, pairs: Iterable<readonly [string, string]>): AroundAsked {
  const mistakes: QuestionMistake[] = []
  const types: string[] = []
  let steps = 1
  const known = vocabulary.terms('relationship').map(({ id }) => id)
  const numbers = Array.from({ length: MOST_STEPS }, (_, index) => String(index + 1))
  for (const [name, value] of pairs) {
    if (name === 'steps' && numbers.includes(value)) steps = Number(value)
    else if (name === 'steps') mistakes.push(unknown(name, value, `“steps” is not “${value}”.`, numbers, value))
    else if (name !== 'type') mistakes.push(unknown(name, value, `This picture has no parameter “${name}”.`, NAMES, name))
    else if (known.includes(value)) types.push(value)
    else mistakes.push(unknown(name, value, `There is no relationship “${value}”.`, known, value))
  }
  if (mistakes.length > 0) throw new QuestionError(mistakes)
  return { steps, types: [...new Set(types)] }
}

type Read = { question: AroundAsked; mistakes?: undefined } | { question?: undefined; mistakes: readonly QuestionMistake[] }

/** As readAsked, with the mistakes of a question that cannot be answered in its place. */
export function tryReadAround(vocabulary: DirectoryVocabulary, pairs: Iterable<readonly [string, string]>): Read {
  try {
    return { question: readAsked(vocabulary, pairs) }
  } catch (error) {
    if (error instanceof QuestionError) return { mistakes: error.mistakes }
    throw error
  }
}
