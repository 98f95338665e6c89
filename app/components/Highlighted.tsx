/** Text in which what was searched for is marked. */

interface HighlightedProps {
  /** A highlight of an answer: escaped by the engine, `<mark>` is the only markup in it (db/answer.ts). Give it nothing else. */
  html: string
}

/** The one place of the screen that prints markup as it comes. */
export function Highlighted({ html }: HighlightedProps) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
