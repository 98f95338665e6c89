/** The question in words: one chip for the text and for each filter, each with the way to take it away. */
import type { Question } from '@/db/question'
import { address, chosenFilters, cleared, type Place, withText, withValues } from './place'
import type { Wording } from './wording'
import { FILTER_WORDS, filterWords } from './words'

interface ChipsProps {
  place: Place
  question: Question
  wording: Wording
}

export function Chips({ place, question, wording }: ChipsProps) {
  const filters = chosenFilters(place, question)
  if (question.q === '' && filters.length === 0) return null
  return (
    <ul className="chips" aria-label="What was asked">
      {question.q !== '' && <Chip name="Text" words={`“${question.q}”`} href={address(place, withText(question, ''))} />}
      {filters.map(([name, values]) => (
        <Chip
          key={name}
          name={FILTER_WORDS[name]}
          words={filterWords(wording, name, values)}
          href={address(place, withValues(question, name, []))}
        />
      ))}
      <li>
        <a href={address(place, cleared(place, question))} className="chips-clear">
          Clear all
        </a>
      </li>
    </ul>
  )
}

function Chip({ name, words, href }: { name: string; words: string; href: string }) {
  return (
    <li className="chip">
      <span>
        <b>{name}</b> {words}
      </span>
      <a href={href}>
        <span aria-hidden="true">×</span>
        <span className="sr-only">
          Remove {name} {words}
        </span>
      </a>
    </li>
  )
}
