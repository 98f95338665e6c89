/** A question with its answer: the rail, what was asked in words, how many there are, the table, and the ways out of it. */
import type { ReactNode } from 'react'
import type { Answer } from '@/db/answer'
import type { Question } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import { AnswerTable, type Sheet } from './AnswerTable'
import { Chips } from './Chips'
import { FacetRail, RAIL_ID } from './FacetRail'
import { count, counted } from './format'
import { NoAnswer } from './NoAnswer'
import { Orders } from './Orders'
import { Pager } from './Pager'
import { address, chosenFilters, exportAddress, onPage, type Place } from './place'
import { SelectionBar } from './SelectionBar'
import { ENTRY_WORDS } from './words'

const ANSWER_ID = 'answer'

interface AnswerViewProps<Hit> {
  place: Place
  question: Question
  answer: Answer<Hit>
  sheet: Sheet<Hit>
  vocabulary: DirectoryVocabulary
  /** The page's own title; where there is none the number of matches is it. */
  title?: string | undefined
  /** What stands above the answer. */
  children?: ReactNode
}

export function AnswerView<Hit>({ place, question, answer, sheet, vocabulary, title, children }: AnswerViewProps<Hit>) {
  const { total, hits, facets } = answer
  const words = ENTRY_WORDS[place.collection]
  const Total = title === undefined ? 'h1' : 'p'
  const filters = chosenFilters(place, question).length
  return (
    <div className="answer">
      <a href={`#${ANSWER_ID}`} className="skip-link">
        Skip the filters
      </a>
      <FacetRail {...{ place, question, facets, vocabulary }} />
      <div id={ANSWER_ID} tabIndex={-1} className="results">
        {children}
        <div className="toolbar">
          <Total className="total">
            <b>{count(total)}</b> {total === 1 ? words[0] : words[1]}
          </Total>
          <span className="took">{answer.ms} ms</span>
          <Chips {...{ place, question, vocabulary }} />
          {hits.length > 1 && <Orders {...{ place, question }} />}
          <div className="toolbar-end">
            <button type="button" popoverTarget={RAIL_ID} className="rail-opener button-plain">
              Filters{filters > 0 && ` (${filters})`}
            </button>
            <Pager {...{ place, question, total }} label="Pages, above the table" />
            {total > 0 && (
              <a href={exportAddress(question)} className="button-main" download>
                Export CSV
              </a>
            )}
          </div>
        </div>
        {total === 0 && <NoAnswer {...{ place, question, vocabulary }} suggestions={answer.suggestions} />}
        {total > 0 && hits.length === 0 && <PastTheEnd {...{ place, question, total }} />}
        {hits.length > 0 && (
          <>
            <AnswerTable {...{ place, question, sheet, hits }} caption={title ?? `${counted(total, ...words)}, page ${question.page}`} />
            <div className="results-end">
              <Pager {...{ place, question, total }} label="Pages, below the table" />
            </div>
            <SelectionBar question={question} />
          </>
        )}
      </div>
    </div>
  )
}

function PastTheEnd({ place, question, total }: { place: Place; question: Question; total: number }) {
  const last = Math.ceil(total / question.size)
  return (
    <div className="no-answer">
      <h2>There is no page {count(question.page)}.</h2>
      <p>
        The answer ends on <a href={address(place, onPage(question, last))}>page {count(last)}</a>.
      </p>
    </div>
  )
}
