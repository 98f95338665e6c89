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
  const { position, total } = standing
  const back = address(place, onPage(question, Math.ceil(position / question.size)))
  const step = (to: Link | null) => to && entryAddress(to.url, question)
  const [previous, next] = [step(standing.previous), step(standing.next)]
  const asked = questionWords(here.vocabulary(), question.q, chosenFilters(place, question))
  const words = [asked, orderWords(question)].filter(Boolean).join(', ')
  return (
    <TrailKeys {...{ back, previous, next }}>
      <a href={back} aria-keyshortcuts="u Escape" title={`Back to the answer: ${words} (u)`}>
        <span aria-hidden="true">← </span>
        {counted(total, ...ENTRY_WORDS[place.collection])}: {words}
      </a>
      <span className="trail-place">
        {count(position)} of {count(total)}
      </span>
      <Step to={previous} name={standing.previous?.name} rel="prev" keyName="k">
        Previous
      </Step>
      <Step to={next} name={standing.next?.name} rel="next" keyName="j">
        Next
      </Step>
    </TrailKeys>
  )
}

interface StepProps {
  to: string | null
  /** Of the entry that it leads to. */
  name: string | undefined
  rel: 'prev' | 'next'
  keyName: string
  children: string
}

function Step({ to, name, rel, keyName, children }: StepProps) {
  const words = (
    <>
      {children} <kbd>{keyName}</kbd>
    </>
  )
  if (to === null) return <span className="trail-end">{words}</span>
  return (
    <a href={to} rel={rel} aria-keyshortcuts={keyName} title={name}>
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
