/** What became of an organization, year by year. */
import type { Source } from '@/db/records/citations'
import type { HistoryEntry } from '@/db/records/relationships'
import { Cite } from './cite'
import { sentence } from './format'

export function History({ entries, sources }: { entries: readonly HistoryEntry[]; sources: readonly Source[] }) {
  return (
    <ol className="text-m">
      {entries.map((entry) => (
        <li key={`${entry.year} ${entry.text}`} className="flex gap-4 py-1">
          <span className="w-14 shrink-0 text-ink-2 tabular-nums">{entry.year ?? <span className="text-ink-3 italic">undated</span>}</span>
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
