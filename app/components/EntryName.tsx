/** The name that leads a row, with the text that matched where that is not in the name. */
import type { Highlights } from '@/db/answer'
import { Highlighted, marked } from './Highlighted'

interface EntryNameProps {
  name: string
  url: string
  highlights: Highlights
}

/** Where else a text is found, in the order in which it explains a row, with the word that introduces it. */
const ELSEWHERE = [
  ['alias', 'also'],
  ['product', 'product'],
  ['label', 'in'],
  ['people', 'people'],
  ['summary', ''],
] as const satisfies readonly (readonly [keyof Highlights, string])[]

export function EntryName({ name, url, highlights }: EntryNameProps) {
  const found = ELSEWHERE.find(([field]) => highlights[field] !== undefined)
  const html = found && highlights[found[0]]
  return (
    <>
      {/* One link with a mark in it or without, so that it keeps the focus. */}
      <a href={url} className="entry-name" {...(highlights.name === undefined ? { children: name } : marked(highlights.name))} />
      {found && html !== undefined && (
        <span className="entry-found">
          {found[1]} <Highlighted html={html} cut />
        </span>
      )}
    </>
  )
}
