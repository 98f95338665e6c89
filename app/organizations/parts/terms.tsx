/** Ids of the vocabulary as links to everything that has them. */
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
      <QuietLink href={`${room}?${new URLSearchParams({ [filter]: term.value })}`}>{term.label}</QuietLink>
    </Fragment>
  ))
}
