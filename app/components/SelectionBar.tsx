/**
 * The bar at the foot that appears with the first ticked row: how many, and what to do with them. Without a script the style sheet shows it and
 * counts the boxes of this page; with one it counts what is ticked on other pages and under other filters too.
 */
import { MOST_COLUMNS, MOST_KNOWN } from '@/db/market/limits'
import type { Question } from '@/db/question'
import { compareUrl, introductionsUrl } from '@/db/records/links'
import { count } from './format'
import { SELECTION_ID } from './ids'
import { exportPairs, exportPath } from './place'

interface SelectionBarProps {
  question: Question
  total: number
  selected: ReadonlySet<string>
  onShow: () => void
  onSelectAll: () => void
  onExport: () => void
  onClear: () => void
}

export function SelectionBar({ question, total, selected, onShow, onSelectAll, onExport, onClear }: SelectionBarProps) {
  return (
    <form
      id={SELECTION_ID}
      action={exportPath(question.collection)}
      className="selection-bar"
      data-selected={selected.size > 0 || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        onExport()
      }}
      onReset={(event) => {
        // The form would turn its boxes back to how they were when their rows appeared.
        event.preventDefault()
        onClear()
      }}
    >
      {[...exportPairs(question)].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="selection-count" role="status">
        {selected.size > 0 && `${count(selected.size)} selected`}
      </p>
      <button type="button" className="button-plain needs-script" onClick={onShow}>
        Show selected
      </button>
      {total > 1 && (
        <button type="button" className="button-plain needs-script" onClick={onSelectAll}>
          Select all {count(total)}
        </button>
      )}
      <button type="submit" className="button-main">
        Export selected
      </button>
      {selected.size > 1 && selected.size <= MOST_COLUMNS && (
        <a href={compareUrl([...selected])} className="button-plain">
          Compare
        </a>
      )}
      {question.collection === 'organizations' && <Introductions known={[...selected]} />}
      <button type="reset" className="button-plain">
        Clear selection
      </button>
      <p className="key-hints needs-script" aria-hidden="true">
        <kbd>j</kbd>
        <kbd>k</kbd> move <kbd>x</kbd> select <kbd>space</kbd> peek <kbd>↵</kbd> open <kbd>?</kbd> all keys
      </p>
    </form>
  )
}

/** From the companies that are ticked to whom they can introduce us to. */
function Introductions({ known }: { known: readonly string[] }) {
  if (known.length === 0) return null
  if (known.length > MOST_KNOWN) return <p className="text-ink-2">Introductions: from {MOST_KNOWN} companies at most</p>
  return (
    <a href={introductionsUrl(null, known)} className="button-plain">
      Introductions
    </a>
  )
}
