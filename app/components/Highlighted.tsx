/** Text in which what was searched for is marked. */
import type { HTMLAttributes } from 'react'

interface HighlightedProps extends Pick<HTMLAttributes<HTMLElement>, 'className'> {
  as?: 'span' | 'a'
  href?: string
  /** A highlight of an answer: escaped by the engine, `<mark>` is the only markup in it (db/answer.ts). Give it nothing else. */
  html: string
  /** Begin shortly before the mark, for a place that is too short for the text. */
  cut?: boolean
}

/** The one place of the screen that prints markup as it comes. */
export function Highlighted({ html, cut = false, as: As = 'span', ...own }: HighlightedProps) {
  return <As {...own} dangerouslySetInnerHTML={{ __html: cut ? fromMark(html) : html }} />
}

/** How many words before the first mark are kept. */
const WORDS_BEFORE = 2

/** Neither the mark nor an entity holds a space, so that cutting at one leaves both whole. */
function fromMark(html: string): string {
  const mark = html.indexOf('<mark>')
  const before = html.slice(0, mark).split(' ')
  return before.length > WORDS_BEFORE + 1 ? `… ${before.slice(-WORDS_BEFORE - 1).join(' ')}${html.slice(mark)}` : html
}
