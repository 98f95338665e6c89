/**
 * The small numerals that lead from a fact to the numbered sources of its page. What is pointed at is larger than what is drawn: 24px by 24px, down into the
 * room between the lines.
 */
import type { Source } from '@/db/records/citations'

export function Cite({ sources, of }: { sources: readonly Source[]; of: number | null | readonly number[] }) {
  const numbers = of === null ? [] : typeof of === 'number' ? [of] : of
  const cited = numbers.flatMap((number) => sources[number - 1] ?? [])
  if (cited.length === 0) return null
  return (
    <sup className="ml-0.5 whitespace-normal font-sans text-[0.65rem] leading-none tabular-nums">
      {cited.map((source) => (
        <a
          key={source.number}
          href={`#source-${source.number}`}
          title={source.title}
          aria-label={`Source ${source.number}: ${source.title}`}
          className="-mb-[0.85rem] inline-block min-w-6 px-[0.2em] pb-[0.85rem] text-accent no-underline hover:underline"
        >
          {source.number}
        </a>
      ))}
    </sup>
  )
}
