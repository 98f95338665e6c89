import type { Metadata } from 'next'
import { directory } from '@/db/directory'
import { type ReportHeading, type ReportSection, readReport } from '@/db/records/report'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'The report',
  description: 'The table of contents of “High Availability Computing 2003”, each supplier, product and list with its entry',
}

export default function ReportPage() {
  const sections = readReport(directory())
  const headings = sections.flatMap((section) => section.headings)
  return (
    <div className="mx-auto w-full max-w-[76rem] px-4 pt-6 pb-16">
      <header>
        <h1 className="font-semibold font-serif text-title leading-tight">High Availability Computing 2003</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          The table of contents of IMEX Research’s report, by which this directory is laid out: {headings.length} headings, of which{' '}
          {headings.filter((heading) => entryOf(heading) !== null).length} lead to their entries.
        </p>
      </header>
      <nav aria-label="Sections of the report" className="mt-4 border-rule border-y py-2">
        <ol className="grid gap-x-8 text-m sm:grid-cols-2 lg:grid-cols-3">
          {sections.map((section) => (
            <li key={section.section} className="flex gap-2 py-0.5">
              <span className="w-5 shrink-0 text-right text-ink-3 tabular-nums">{section.section}</span>
              <a href={`#section-${section.section}`} className="min-w-0 hover:text-accent hover:underline">
                {titleOf(section)} <span className="text-ink-3 tabular-nums">{section.headings.length}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <section key={section.section} aria-labelledby={`section-${section.section}`} className="mt-9">
          <h2
            id={`section-${section.section}`}
            className="mb-2 scroll-mt-20 border-rule-strong border-b pb-1.5 font-semibold font-serif text-lg"
          >
            <span className="mr-2 font-normal text-ink-3">{section.section}</span>
            {titleOf(section)}
          </h2>
          <ol className="gap-x-10 text-m md:columns-2 xl:columns-3">
            {section.headings.map((heading) => (
              <Heading key={heading.position} heading={heading} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

const titleOf = ({ section, title }: ReportSection) => title ?? `Section ${section}`

/** The page that a heading leads to. */
const entryOf = ({ kind, product, organization, category }: ReportHeading) =>
  product?.url ?? (kind === 'subsection' ? null : organization?.url) ?? category?.url ?? null

/** How each kind of heading stands in the column. */
const STYLES: Readonly<Record<ReportHeading['kind'], string>> = {
  topic: '',
  supplier: 'mt-2 font-semibold font-serif text-name break-after-avoid',
  product: 'pl-4 font-serif text-name',
  subsection: 'pl-4 text-ink-3',
}

function Heading({ heading }: { heading: ReportHeading }) {
  const entry = entryOf(heading)
  return (
    <li
      id={`h${heading.position}`}
      className={`flex scroll-mt-20 break-inside-avoid items-baseline gap-2 rounded-sm py-px target:bg-mark ${STYLES[heading.kind]}`}
    >
      <span className="min-w-0 wrap-anywhere">
        {entry === null ? (
          heading.heading
        ) : (
          <a href={entry} className="underline decoration-rule-strong underline-offset-2 hover:text-accent">
            {heading.heading}
          </a>
        )}
      </span>
      <span aria-hidden="true" className="min-w-3 flex-1 border-rule border-b border-dotted" />
      <span className="font-normal font-sans text-ink-3 text-s tabular-nums">
        <span className="sr-only">page </span>
        {heading.page}
      </span>
    </li>
  )
}
