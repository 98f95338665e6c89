/** The page that a statement was read on, as a word after it. */
import type { FigureSource } from '@/db/market/ranked'

export function SourceMark({ source }: { source: FigureSource | null }) {
  if (source === null) return null
  return (
    <>
      {' '}
      <a href={source.url} title={source.title} rel="external" className="source-mark">
        source<span className="sr-only">: {source.title}</span>
      </a>
    </>
  )
}
