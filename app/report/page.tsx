import type { Metadata } from 'next'
import { cache } from 'react'
import { count } from '@/app/components/format'
import { Section } from '@/app/organizations/parts/section'
import { directory } from '@/db/directory'
import { type ReportHeading, type ReportSection, readReport } from '@/db/records/report'
import './report.css'

export const dynamic = 'force-dynamic'

const read = cache(() => readReport(directory()))

export function generateMetadata(): Metadata {
  return { title: 'The report', description: `${read().title}: each supplier, product and list with its entry here` }
}

export default function ReportPage() {
  const { title, publisher, sections } = read()
  const headings = sections.flatMap((section) => section.headings)
  return (
    <div className="mx-auto w-full max-w-[76rem] px-4 pt-6 pb-16">
      <header>
        <h1 className="font-semibold font-serif text-title leading-tight">{title}</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          The report of {publisher} by which this directory is laid out: {count(headings.length)} headings with their pages,{' '}
          {count(headings.filter((heading) => entryOf(heading) !== null).length)} of which lead to what they name.
        </p>
      </header>
      <nav aria-label="Sections of the report" className="mt-4 border-rule border-y py-2">
        <ol className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {sections.map((section) => (
            <li key={section.section} className="flex gap-2 py-0.5">
              <span className="w-5 shrink-0 text-right text-ink-3 tabular-nums">{section.section}</span>
              <a href={`#section-${section.section}`} className="min-w-0 py-0.5 hover:text-accent hover:underline">
                {titleOf(section)} <span className="text-ink-3 tabular-nums">{section.headings.length}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <Section key={section.section} id={`section-${section.section}`} title={`${section.section}. ${titleOf(section)}`}>
          <ol className="toc gap-x-10 md:columns-2 xl:columns-3">
            {section.headings.map((heading) => (
              <Heading key={heading.position} heading={heading} />
            ))}
          </ol>
        </Section>
      ))}
    </div>
  )
}

const titleOf = ({ title }: ReportSection) => title ?? 'Section'

/** The page that a heading leads to. */
const entryOf = ({ kind, product, organization, category }: ReportHeading) =>
  product?.url ?? (kind === 'subsection' ? null : organization?.url) ?? category?.url ?? null

function Heading({ heading }: { heading: ReportHeading }) {
  const entry = entryOf(heading)
  return (
    <li id={`h${heading.position}`} data-kind={heading.kind}>
      {entry === null ? <span>{heading.heading}</span> : <a href={entry}>{heading.heading}</a>}
      <span className="toc-page">{heading.page}</span>
    </li>
  )
}
