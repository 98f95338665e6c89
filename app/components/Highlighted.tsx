/** Text in which what was searched for is marked. */

interface HighlightedProps {
  html: string
  cut?: boolean
}

/** A highlight in an element of its own, as `marked` takes it. */
export function Highlighted({ html, cut = false }: HighlightedProps) {
  return <span {...marked(html, cut)} />
}

/**
 * The one place of the screen that prints markup as it comes.
 * @param html A highlight of an answer: escaped by the engine, `<mark>` is the only markup in it (db/answer.ts). Give it nothing else.
 * @param cut Begin shortly before the mark, for a place that is too short for the text.
 * @returns the content of an element.
 */
export const marked = (html: string, cut = false) => ({ dangerouslySetInnerHTML: { __html: cut ? fromMark(html) : html } })

/** How many words before the first mark are kept. */
const WORDS_BEFORE = 2

/** Neither the mark nor an entity holds a space, so that cutting at one leaves both whole. */
function fromMark(html: string): string {
  const mark = html.indexOf('<mark>')
  const before = html.slice(0, mark).split(' ')
  return before.length > WORDS_BEFORE + 1 ? `… ${before.slice(-WORDS_BEFORE - 1).join(' ')}${html.slice(mark)}` : html
}
