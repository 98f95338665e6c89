/** A question with its answer: the rail, what was asked in words, how many there are, the table, and the ways out of it. */
import type { ReactNode } from 'react'
import type { Answer } from '@/db/answer'
import type { Question } from '@/db/question'
import { AnswerTable, type TableProps } from './AnswerTable'
import { AsWritten, asWritten } from './AsWritten'
import { Chips } from './Chips'
import { FacetRail, type RailDrawing } from './FacetRail'
import { count, counted } from './format'
import { ANSWER_ID, RAIL_ID } from './ids'
import { NoAnswer } from './NoAnswer'
import { Orders } from './Orders'
import { Pager } from './Pager'
import { address, chosenFilters, exportAddress, onPage } from './place'
import { SelectionBar } from './SelectionBar'
import type { Wording } from './wording'
import { ENTRY_WORDS } from './words'

export interface AnswerViewProps<Hit> extends Omit<TableProps<Hit>, 'caption'> {
  answer: Answer<Hit>
  wording: Wording
  /** The question for which rail and table are drawn: the one that was asked, or for a moment the one before it. */
  drawn: Question
  rail: RailDrawing
  railBelow: RailDrawing
  /** Whether the answer is still that to an earlier question. */
  pending: boolean
  /** Whether the answer came with the page, whose every filter is to be there without a script. */
  first: boolean
  /** Why there is no answer to this question; what stands below is the answer before. */
  failure: string | null
  onRetry: () => void
  onExport: () => void
  onColumns: () => void
  onShowSelected: () => void
  onSelectAll: () => void
  onClearSelection: () => void
  /** The page's own title; where there is none the number of matches is it. */
  title?: string | undefined
  /** What stands above the answer. */
  children?: ReactNode
}

export function AnswerView<Hit>({
  answer,
  wording,
  pending,
  first,
  failure,
  onRetry,
  onExport,
  onColumns,
  title,
  drawn,
  rail,
  railBelow,
  children,
  ...props
}: AnswerViewProps<Hit>) {
  const { place, question, selected, onShowSelected, onSelectAll, onClearSelection, ...table } = props
  const { total, hits } = answer
  const words = ENTRY_WORDS[place.collection]
  const Total = title === undefined ? 'h1' : 'p'
  const filters = chosenFilters(place, question).length
  const written = asWritten(question.q)
  return (
    <>
      <a href={`#${ANSWER_ID}`} className="skip-link">
        Skip the filters
      </a>
      <FacetRail {...{ place, total }} {...rail} below={railBelow} alt brief={!first} />
      <div
        id={ANSWER_ID}
        tabIndex={-1}
        className="results"
        data-answered={pending ? undefined : (answer.query.q ?? '')}
        aria-busy={pending || props.drawing !== props.below}
      >
        {children}
        <div className="toolbar">
          <Total className="total">
            <b>{count(total)}</b> {total === 1 ? words[0] : words[1]}
          </Total>
          <span className="took" data-roomy={written !== null || undefined}>
            {answer.ms} ms
            <AsWritten {...{ place, question, written, total }} />
            {pending && failure === null && <span className="asking">Searching …</span>}
          </span>
          <Chips {...{ place, question, wording }} />
          {hits.length > 1 && <Orders {...{ place, question }} />}
          <div className="toolbar-end">
            <button type="button" popoverTarget={RAIL_ID} className="rail-opener button-plain">
              Filters{filters > 0 && ` (${filters})`}
            </button>
            <Pager {...{ place, question, total }} label="Pages, above the table" />
            <button type="button" className="button-plain columns-opener needs-script" onClick={onColumns}>
              Columns
            </button>
            {total > 0 && (
              <a
                href={exportAddress(question)}
                className="button-main"
                download
                onClick={(event) => {
                  event.preventDefault()
                  onExport()
                }}
              >
                Export CSV
              </a>
            )}
          </div>
        </div>
        {answer.notice !== undefined && <p className="notice">{answer.notice}</p>}
        {failure !== null && (
          <div role="alert" className="failure">
            <p>
              <b>No answer to what you asked.</b> {failure} {pending && 'What stands below is the answer before.'}
            </p>
            <button type="button" className="button-plain" onClick={onRetry}>
              Try again
            </button>
          </div>
        )}
        {total === 0 && <NoAnswer {...{ place, question, wording }} suggestions={answer.suggestions} />}
        {total > 0 && hits.length === 0 && !pending && <PastTheEnd {...{ place, question, total }} />}
        {hits.length > 0 && (
          <>
            <AnswerTable
              {...{ place, selected, ...table }}
              question={drawn}
              caption={title ?? `${counted(total, ...words)}, page ${answer.page}`}
            />
            <div className="results-end">
              <Pager {...{ place, question, total }} label="Pages, below the table" />
            </div>
          </>
        )}
        <SelectionBar {...{ question, total, selected, onSelectAll, onExport }} onShow={onShowSelected} onClear={onClearSelection} />
      </div>
    </>
  )
}

type PastTheEndProps = Pick<AnswerViewProps<never>, 'place' | 'question'> & { total: number }

function PastTheEnd({ place, question, total }: PastTheEndProps) {
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
