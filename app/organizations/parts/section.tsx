/** A part of an entry under its heading. */
import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  count?: number
  children: ReactNode
}

export function Section({ id, title, count, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-9">
      <h2 id={id} className="mb-2 scroll-mt-20 border-rule-strong border-b pb-1.5 font-semibold font-serif text-lg">
        {title}
        {count !== undefined && <span className="ml-1.5 font-normal font-sans text-ink-3 text-s tabular-nums">{count}</span>}
      </h2>
      {children}
    </section>
  )
}

interface MarginSectionProps {
  title: string
  id?: string
  children: ReactNode
}

/** A part of the margin. */
export function MarginSection({ title, id, children }: MarginSectionProps) {
  return (
    <section className="mt-6">
      <h2 id={id} className="mb-1 font-semibold text-ink-2 text-s">
        {title}
      </h2>
      {children}
    </section>
  )
}
