/** A question that cannot be answered: each mistake in it, and what it could say instead. */
import type { FilterName, QuestionMistake, SortName } from '@/db/question'
import { isFilter, type Place, queryPairs, type SearchParams } from './place'
import type { Wording } from './wording'
import { filterWords, SORT_WORDS } from './words'

interface MistakesProps {
  place: Place
  params: SearchParams
  mistakes: readonly QuestionMistake[]
  wording: Wording
}

export function Mistakes({ place, params, mistakes, wording }: MistakesProps) {
  return (
    <div className="mistakes">
      <h1>This question cannot be answered</h1>
      <p>Nothing was searched for, since part of what was asked does not exist here.</p>
      <ol>
        {mistakes.map((mistake) => (
          <li key={`${mistake.parameter}=${mistake.value}`}>
            <p>{mistake.message}</p>
            <ul aria-label="Ask instead">
              {replacements(place, mistake).map((value) => (
                <li key={value}>
                  <a href={mended(place, params, mistake, value)}>{wordsOf(wording, mistake, value)}</a>
                </li>
              ))}
              <li>
                <a href={mended(place, params, mistake)}>Leave it out</a>
              </li>
            </ul>
          </li>
        ))}
      </ol>
      <p>
        <a href={place.path}>Start over</a>
      </p>
    </div>
  )
}

/** The values that could stand where the mistaken one does; where it is the name that does not exist, another name would not help its value. */
function replacements({ collection }: Place, { parameter, allowed }: QuestionMistake): readonly string[] {
  return parameter === 'sort' || isFilter(collection, parameter) ? allowed : []
}

/** The same address with another value in place of the mistaken one, or without it. */
function mended({ path }: Place, params: SearchParams, { parameter, value }: QuestionMistake, instead?: string): string {
  const pairs = queryPairs(params)
  // A long value comes back shortened: then all values of the name are taken for mistaken.
  const exact = pairs.some(([name, given]) => name === parameter && given === value)
  const kept = pairs.flatMap(([name, given]): [string, string][] => {
    if (name !== parameter || (exact && given !== value)) return [[name, given]]
    return instead === undefined ? [] : [[name, instead]]
  })
  const query = new URLSearchParams(kept)
  return query.size === 0 ? path : `${path}?${query}`
}

function wordsOf(wording: Wording, { parameter }: QuestionMistake, value: string): string {
  if (parameter === 'sort') {
    const by = value.replace('-', '') as SortName
    return value.startsWith('-') ? `${SORT_WORDS[by]}, descending` : SORT_WORDS[by]
  }
  return filterWords(wording, parameter as FilterName, [value])
}
