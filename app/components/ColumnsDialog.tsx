'use client'
/** Which columns the table has, in which order and how wide; each change is seen at once and remembered by this browser. */
import { type Collection, SCREEN_COLUMNS, type ScreenColumn } from '@/db/question'
import { Modal } from './Modal'
import { MovableList } from './MovableList'
import { boundedWidth, type SheetChoice, USUAL_COLUMNS } from './sheet-choice'

interface ColumnsDialogProps extends SheetChoice {
  collection: Collection
  /** How a column is called, and how wide it is unless it was given another width. */
  describe: (column: ScreenColumn) => { title: string; width: number }
  onChange: (choice: SheetChoice) => void
  onClose: () => void
}

/** How much wider or narrower one step makes a column, in pixels. */
const STEP = 20

export default function ColumnsDialog({ collection, describe, columns, widths, onChange, onClose }: ColumnsDialogProps) {
  const all: readonly ScreenColumn[] = SCREEN_COLUMNS[collection]
  const widthOf = (column: ScreenColumn) => widths[column] ?? describe(column).width
  const widen = (column: ScreenColumn, by: number) =>
    onChange({ columns, widths: { ...widths, [column]: boundedWidth(widthOf(column) + by) } })
  return (
    <Modal title="Columns" kind="columns" onClose={onClose}>
      <MovableList
        all={all}
        chosen={columns}
        fixed={(column) => column === 'name'}
        labelOf={(column) => describe(column).title}
        onChange={(next) => onChange({ columns: next, widths })}
        extra={(column, label) => (
          <>
            <button type="button" aria-label={`Narrower: ${label}`} onClick={() => widen(column, -STEP)}>
              −
            </button>
            <span className="tabular-nums">{widthOf(column)}</span>
            <button type="button" aria-label={`Wider: ${label}`} onClick={() => widen(column, STEP)}>
              +
            </button>
          </>
        )}
      />
      <p className="modal-foot">
        <button type="button" className="button-plain" onClick={() => onChange({ columns: USUAL_COLUMNS[collection], widths: {} })}>
          As usual
        </button>
        <span>A width can also be drawn at the edge of a column’s head.</span>
      </p>
    </Modal>
  )
}
