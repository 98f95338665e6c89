/** The margin of an entry: one fact a row, what is not known said. */
import type { ReactNode } from 'react'

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

/** A row of the margin; without a value it says that the fact is not known. */
export function Fact({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <NotKnown />}</dd>
    </div>
  )
}

/** What nobody found, said quietly. */
export function NotKnown({ children = 'not known' }: { children?: ReactNode }) {
  return <span className="text-ink-3 italic">{children}</span>
}
