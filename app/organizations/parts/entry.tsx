/** The page of an entry of the reference: text at reading size, facts in the margin, the parts below, the sources last. */
import './charts.css'
import './entry.css'
import './entry-lists.css'
import './entry-tables.css'
import './entry-print.css'
import type { ReactNode } from 'react'
import { QuietLink } from './links'
import { Section } from './section'

export interface Part {
  id: string
  title: string
  count: number
  body: ReactNode
}

interface EntryProps {
  name: string
  url: string
  /** The way back to the answer it was opened from. */
  trail: ReactNode
  /** Name, other names and what it is in a line. */
  children: ReactNode
  /** The text at reading size. */
  overview: ReactNode
  margin: ReactNode
  /** Those without anything in them are left out. */
  parts: readonly Part[]
  sources: Part
}

export function Entry({ name, url, trail, children, overview, margin, parts, sources }: EntryProps) {
  const shown = [...parts.filter((part) => part.count > 0), sources]
  return (
    <article className="entry-page">
      {trail}
      <header>
        {children}
        <p id="overview" className="entry-overview">
          {overview}
        </p>
        <nav aria-label="On this page" className="entry-contents">
          {shown.map((part) => (
            <a key={part.id} href={`#${part.id}`}>
              {part.title} <span>{part.count}</span>
            </a>
          ))}
        </nav>
      </header>
      <aside id="facts" aria-label={`Facts about ${name}`}>
        {margin}
      </aside>
      <div className="entry-parts">
        {shown.map(({ id, title, count, body }) => (
          <Section key={id} id={id} title={title} count={count}>
            {body}
          </Section>
        ))}
        <p className="entry-data">
          This entry as <QuietLink href={`/api${url}`}>JSON</QuietLink> or <QuietLink href={csvOf(url)}>CSV</QuietLink>
        </p>
      </div>
    </article>
  )
}

/** The export of one entry: its address is its collection and its key. */
function csvOf(url: string): string {
  const [, collection, ...key] = url.split('/')
  return `/api/${collection}.csv?${new URLSearchParams({ slug: key.join('/') })}`
}
