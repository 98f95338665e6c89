/** The numbered pages that the facts of a record were read on, each with the way back to what it is cited for. */
import { Fragment } from 'react'
import type { Source } from '@/db/records/citations'
import type { Use, Uses } from './cited-for'
import { QuietLink } from './links'

export function Sources({ sources, uses }: { sources: readonly Source[]; uses: Uses }) {
  if (sources.length === 0) return <p className="text-ink-3 italic">None: only the report’s table of contents names it.</p>
  return (
    <ol className="sources">
      {sources.map((source) => (
        <li key={source.number} id={`source-${source.number}`} tabIndex={-1}>
          <span className="source-number">{source.number}.</span>
          <div>
            <QuietLink href={source.url}>{source.title}</QuietLink>
            <p>
              <Origin source={source} />
              <WayBack to={uses.get(source.number) ?? []} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Who published it and when, and whose entry cites it where that is another one. */
function Origin({ source: { publisher, date, listedBy } }: { source: Source }) {
  return (
    <>
      {[publisher, date].filter(Boolean).join(', ')}
      {listedBy !== null && (
        <>
          {publisher || date ? '; ' : ''}cited by <QuietLink href={listedBy.url}>{listedBy.name}</QuietLink>
        </>
      )}
    </>
  )
}

function WayBack({ to }: { to: readonly Use[] }) {
  return (
    <span className="source-uses">
      {to.map(({ label, anchor }) => (
        <Fragment key={label}>
          {' '}
          <a href={`#${anchor}`} aria-label={`Back to ${label}`}>
            ↑ {label}
          </a>
        </Fragment>
      ))}
    </span>
  )
}
