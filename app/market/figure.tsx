/** A picture with its words: a caption, the drawing, and the same as a table. */
import type { ReactNode } from 'react'

interface FigureProps {
  /** Names the drawing and says what its marks stand for. */
  caption: string
  id: string
  children: ReactNode
  /** The figures of the drawing as a table. */
  table: ReactNode
}

export function Figure({ caption, id, children, table }: FigureProps) {
  return (
    <figure className="figure" aria-labelledby={id}>
      <div className="sideways">{children}</div>
      <figcaption id={id} className="sheet-note">
        {caption}
      </figcaption>
      <details className="figure-table">
        <summary>The same as a table</summary>
        <div className="sideways">{table}</div>
      </details>
    </figure>
  )
}
