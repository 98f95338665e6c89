/** The answer that an entry was opened from: the way back to it, and its previous and next entries. Nothing where there is none. */
import { count, counted } from '@/app/components/format'
import {
  address,
  chosenFilters,
  entryAddress,
  isPlain,
  onPage,
  type Place,
  queryPairs,
  type SearchParams,
  tryReadQuestion,
} from '@/app/components/place'
import { ENTRY_WORDS, questionWords, SORT_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { defaultSort, type Question } from '@/db/question'
import type { EntryAddress } from '@/db/records/addresses'
import type { Link } from '@/db/records/links'
import { readStanding } from '@/db/records/standing'
import { TrailKeys } from './trail-keys'

interface TrailProps {
  /** Where the question was asked. */
  place: Place
  /** The query string of the entry's page, which carries the question. */
  params: SearchParams
  entry: EntryAddress
}

export async function Trail({ place, params, entry }: TrailProps) {
  const here = directory()
  const { question } = tryReadQuestion(place, queryPairs(params), here.vocabulary())
  if (!question || isPlain(question)) return null
  const standing = await readStanding(here, question, entry)
  if (standing === null) return null
  const { position, total, previous, next } = standing
  const page = Math.ceil(position / question.size)
  const asked = questionWords(here.vocabulary(), question.q, chosenFilters(place, question))
  const words = [asked, orderWords(question)].filter(Boolean).join(', ')
  return (
    <TrailKeys>
      <a href={address(place, onPage(question, page))} aria-keyshortcuts="u Escape" title={`Back to the answer: ${words} (u)`}>
        <span aria-hidden="true">← </span>
        {counted(total, ...ENTRY_WORDS[place.collection])}: {words}
      </a>
      <span className="trail-place">
        {count(position)} of {count(total)}
      </span>
      <Step to={previous} question={question} rel="prev" keyName="k">
        Previous
      </Step>
      <Step to={next} question={question} rel="next" keyName="j">
        Next
      </Step>
    </TrailKeys>
  )
}

interface StepProps {
  to: Link | null
  question: Question
  rel: 'prev' | 'next'
  keyName: string
  children: string
}

function Step({ to, question, rel, keyName, children }: StepProps) {
  const words = (
    <>
      {children} <kbd>{keyName}</kbd>
    </>
  )
  if (to === null) return <span className="trail-end">{words}</span>
  return (
    <a href={entryAddress(to.url, question)} rel={rel} aria-keyshortcuts={keyName} title={to.name}>
      {words}
    </a>
  )
}

/** The order, where it is not the usual one: "by revenue from the largest". */
function orderWords({ q, sort }: Question): string | null {
  const usual = defaultSort(q)
  if (sort.by === usual.by && sort.descending === usual.descending) return null
  return `by ${SORT_WORDS[sort.by].toLowerCase()}${sort.descending ? ', descending' : ''}`
}
