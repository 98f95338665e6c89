/** Nothing matches: what to let go of, with what each would give, words that are close, and names that are near. */
import type { Answer } from '@/db/answer'
import type { Question } from '@/db/question'
import { counted } from './format'
import { address, cleared, type Place, withText, withValues } from './place'
import type { Wording } from './wording'
import { ENTRY_WORDS, FILTER_WORDS, filterWords } from './words'

interface NoAnswerProps {
  place: Place
  question: Question
  suggestions: Answer<unknown>['suggestions']
  wording: Wording
}

export function NoAnswer({ place, question, suggestions, wording }: NoAnswerProps) {
  const [one, many] = ENTRY_WORDS[place.collection]
  return (
    <div className="no-answer">
      <h2>No {one} matches all of this.</h2>
      {suggestions.words.length > 0 && (
        <section>
          <h3>Did you mean</h3>
          <ul>
            {suggestions.words.map(({ q, total }) => (
              <li key={q}>
                <a href={address(place, withText(question, q))}>{q}</a> <span>{counted(total, one, many)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {suggestions.dropFilters.length > 0 && (
        <section>
          <h3>Let go of one filter</h3>
          <ul>
            {suggestions.dropFilters.map(({ name, values, total }) => (
              <li key={name}>
                <a href={address(place, withValues(question, name, []))}>
                  Without {FILTER_WORDS[name]}: {filterWords(wording, name, values)}
                </a>{' '}
                <span>{counted(total, one, many)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {suggestions.names.length > 0 && (
        <section>
          <h3>Nearest companies</h3>
          <ul>
            {suggestions.names.map(({ url, name }) => (
              <li key={url}>
                <a href={url} className="font-serif">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={address(place, cleared(place, question))}>Show all {many}</a>
      </p>
    </div>
  )
}
