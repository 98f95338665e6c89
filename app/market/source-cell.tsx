/** Where a figure was read, as the cell of a table. */
import { shortAddress } from '@/app/organizations/parts/format'
import type { FigureSource } from '@/db/market/ranked'

export function SourceCell({ source }: { source: FigureSource | null }) {
  if (source === null) return null
  const { url, title, publisher, date } = source
  return (
    <a href={url} title={title} rel="external">
      {[publisher ?? shortAddress(url).split('/', 1).join(), date?.slice(0, 4)].filter(Boolean).join(', ')}
      <span className="sr-only">: {title}</span>
    </a>
  )
}
