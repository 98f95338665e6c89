/** The first items of a list, and the rest behind their number, which a click, a search on the page or the printer unfolds. */
import type { ReactNode } from 'react'

interface FoldProps<Item> {
  items: readonly Item[]
  /** How many stand open. One more would be shown as well: a fold of one saves nothing. */
  shown: number
  /** What the rest is: "more", "more products". */
  more: string
  children: (items: readonly Item[]) => ReactNode
}

export function Fold<Item>({ items, shown, more, children }: FoldProps<Item>) {
  if (items.length <= shown + 1) return children(items)
  return (
    <>
      {children(items.slice(0, shown))}
      <details className="fold">
        <summary>
          {items.length - shown} {more}
        </summary>
        {children(items.slice(shown))}
      </details>
    </>
  )
}
