/** Ids of the vocabulary as links to everything that has them, in a line or one below the other. */
import { Fragment } from 'react'
import type { FilterName, Term } from '@/db/question'
import { QuietLink } from './links'

interface TermLinksProps {
  filter: FilterName
  terms: readonly Term[]
  /** Where they are looked for. */
  room?: '/' | '/products'
  separator?: string
}

export function TermLinks({ filter, terms, room = '/', separator = ', ' }: TermLinksProps) {
  return terms.map((term, index) => (
    <Fragment key={term.value}>
      {index > 0 && separator}
      <QuietLink href={addressOf(room, filter, term)}>{term.label}</QuietLink>
    </Fragment>
  ))
}

export function TermList({ filter, terms, room = '/' }: Omit<TermLinksProps, 'separator'>) {
  return (
    <ul>
      {terms.map((term) => (
        <li key={term.value}>
          <a href={addressOf(room, filter, term)} className="hover:text-accent hover:underline">
            {term.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

const addressOf = (room: string, filter: FilterName, term: Term) => `${room}?${new URLSearchParams({ [filter]: term.value })}`
