/** The numbered pages that the facts of a record were read on. */
import type { Source } from '@/db/records/citations'
import { QuietLink } from './links'

export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return <p className="text-ink-3 italic">None: only the report’s table of contents names it.</p>
  return (
    <ol className="gap-x-8 text-s md:columns-2 2xl:columns-3">
      {sources.map((source) => (
        <li
          key={source.number}
          id={`s${source.number}`}
          className="flex scroll-mt-20 break-inside-avoid gap-2 rounded-sm py-1 target:bg-mark"
        >
          <span className="w-6 shrink-0 text-right text-ink-3 tabular-nums">{source.number}.</span>
          <div className="min-w-0">
            <QuietLink href={source.url}>{source.title}</QuietLink>
            <p className="text-ink-3">{origin(source)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Who published it and when, and whose entry cites it where that is another one. */
function origin({ publisher, date, listedBy }: Source) {
  return (
    <>
      {[publisher, date].filter(Boolean).join(', ')}
      {listedBy !== null && (
        <>
          {publisher || date ? '; ' : ''}cited by{' '}
          {listedBy.url === null ? listedBy.name : <QuietLink href={listedBy.url}>{listedBy.name}</QuietLink>}
        </>
      )}
    </>
  )
}
