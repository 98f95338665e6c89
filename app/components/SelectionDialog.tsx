'use client'
/** What is ticked, by name, wherever it stands: each leads to its entry, and can be let go of. */
import { useEffect, useRef, useState } from 'react'
import { type Collection, type ColumnName, defaultSort, type Question } from '@/db/question'
import { organizationUrl, productUrl } from '@/db/records/links'
import { previewExport } from './export-file'
import { count } from './format'
import { ANSWER_ID } from './ids'
import { Modal } from './Modal'
import { ENTRY_WORDS } from './words'

interface SelectionDialogProps {
  question: Question
  /** By what an export knows them. */
  selected: ReadonlySet<string>
  onRemove: (key: string) => void
  onClose: () => void
}

interface Entry {
  key: string
  url: string
  name: string
  /** Tells it from others of its name. */
  detail: string
}

/** Of more than this many nobody reads the names. */
const MOST = 500

export default function SelectionDialog({ question, selected, onRemove, onClose }: SelectionDialogProps) {
  const { collection } = question
  const { entries, failure } = useEntries(question, selected)
  const root = useRef<HTMLDivElement>(null)
  const shown = entries?.filter(({ key }) => selected.has(key)) ?? []
  const more = selected.size - shown.length
  const remove = (key: string, at: number) => {
    onRemove(key)
    // What was clicked goes with its line: the next one has the focus then, or the one before.
    const next = shown[at + 1] ?? shown[at - 1]
    const button = next && root.current?.querySelector<HTMLElement>(`[data-remove="${CSS.escape(next.key)}"]`)
    ;(button ?? root.current)?.focus()
  }
  return (
    <Modal
      title={`Selected ${ENTRY_WORDS[collection][1]}`}
      kind="selection"
      onClose={onClose}
      finalFocus={() => {
        // The bar has gone with the last of them.
        if (selected.size === 0) document.getElementById(ANSWER_ID)?.focus({ preventScroll: true })
        return selected.size > 0
      }}
    >
      <div ref={root} tabIndex={-1} className="outline-none">
        {failure !== null && <p role="alert">{failure}</p>}
        {entries === null && <p className="text-ink-3">Reading the names …</p>}
        {selected.size === 0 && <p className="text-ink-2">Nothing is selected.</p>}
        <ul className="selected-entries">
          {shown.map(({ key, url, name, detail }, at) => (
            <li key={key}>
              <a href={url}>{name}</a> <span>{detail}</span>
              <button type="button" data-remove={key} aria-label={`Remove ${name}`} onClick={() => remove(key, at)}>
                ×
              </button>
            </li>
          ))}
        </ul>
        {entries !== null && more > 0 && <p className="mt-2 text-ink-2">and {count(more)} more</p>}
      </div>
    </Modal>
  )
}

/** The names of the selection as it was when this opened; what cannot be read is shown as it is known. */
function useEntries(question: Question, selected: ReadonlySet<string>) {
  const [asked] = useState(() => namesOf(question, selected))
  const [entries, setEntries] = useState<readonly Entry[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    previewExport(asked, MOST, controller.signal).then(
      ({ rows }) => setEntries(rows.map(ENTRY_OF[asked.collection])),
      (error: Error) => {
        if (controller.signal.aborted) return
        setFailure(`The names cannot be read. ${error.message}`)
        setEntries(asked.selection.slice(0, MOST).map((key) => ({ ...addressed(asked.collection, key), name: key, detail: '' })))
      },
    )
    return () => controller.abort()
  }, [asked])
  return { entries, failure }
}

const COLUMNS: { readonly [collection in Collection]: readonly ColumnName[] } = {
  organizations: ['slug', 'name', 'city'],
  products: ['supplier', 'slug', 'name', 'supplierName'],
}

const ENTRY_OF: { readonly [collection in Collection]: (row: readonly string[]) => Entry } = {
  organizations: ([slug = '', name = '', city = '']) => ({ ...addressed('organizations', slug), name, detail: city }),
  products: ([supplier = '', slug = '', name = '', supplierName = '']) => ({
    ...addressed('products', `${supplier}/${slug}`),
    name,
    detail: supplierName,
  }),
}

function addressed(collection: Collection, key: string) {
  const [first = '', second = ''] = key.split('/')
  return { key, url: collection === 'organizations' ? organizationUrl(first) : productUrl(first, second) }
}

/** The export of a selection alone, in the order of names. */
const namesOf = ({ collection, size }: Question, selected: ReadonlySet<string>): Question => ({
  collection,
  q: '',
  filters: {},
  sort: defaultSort(''),
  page: 1,
  size,
  columns: COLUMNS[collection],
  bom: false,
  selection: [...selected],
})
