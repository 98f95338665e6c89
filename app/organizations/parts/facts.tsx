/** The margin of an entry: one fact a row, what is not known said. */
import type { ReactNode } from 'react'

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="border-rule border-t text-m">{children}</dl>
}

/** A row of the margin; without a value it says that the fact is not known. */
export function Fact({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <div className="flex gap-3 border-rule border-b py-1">
      <dt className="w-[6.5rem] shrink-0 text-ink-2">{name}</dt>
      <dd className="wrap-anywhere min-w-0">{children || <NotKnown />}</dd>
    </div>
  )
}

export function NotKnown() {
  return <span className="text-ink-3 italic">not known</span>
}
