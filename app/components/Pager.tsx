/** From page to page of an answer. */
import type { Question } from '@/db/question'
import { count } from './format'
import { address, onPage, type Place } from './place'

interface PagerProps {
  place: Place
  question: Question
  total: number
  /** Tells the pager above the table from the one below it. */
  label: string
}

export function Pager({ place, question, total, label }: PagerProps) {
  const last = Math.ceil(total / question.size)
  const { page } = question
  // Past the end there is no place among the pages.
  if (last <= 1 || page > last) return null
  return (
    <nav aria-label={label} className="pager">
      <Step to={1} from={page} last={last} {...{ place, question }}>
        First
      </Step>
      <Step to={page - 1} from={page} last={last} rel="prev" {...{ place, question }}>
        Previous
      </Step>
      <span>
        Page {count(page)} of {count(last)}
      </span>
      <Step to={page + 1} from={page} last={last} rel="next" {...{ place, question }}>
        Next
      </Step>
    </nav>
  )
}

interface StepProps {
  place: Place
  question: Question
  to: number
  from: number
  last: number
  rel?: 'prev' | 'next'
  children: string
}

/** A link where there is such a page, else the word alone, so that nothing jumps about from page to page. */
function Step({ place, question, to, from, last, rel, children }: StepProps) {
  if (to < 1 || to > last || to === from) return <span className="text-ink-3">{children}</span>
  return (
    <a href={address(place, onPage(question, to))} rel={rel}>
      {children}
    </a>
  )
}
