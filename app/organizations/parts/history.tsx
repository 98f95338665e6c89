/** What became of an organization, year by year. */
import type { Source } from '@/db/records/citations'
import type { HistoryEntry } from '@/db/records/relationships'
import { Cite } from './cite'
import { NotKnown } from './facts'
import { sentence } from './format'

export function History({ entries, sources }: { entries: readonly HistoryEntry[]; sources: readonly Source[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={`${entry.year} ${entry.text}`}>
          <span>{entry.year ?? <NotKnown>undated</NotKnown>}</span>
          <p>
            {sentence(entry.text)}
            {entry.note !== null && <span className="text-ink-2"> ({entry.note})</span>}
            <Cite sources={sources} of={entry.source} />
          </p>
        </li>
      ))}
    </ol>
  )
}
