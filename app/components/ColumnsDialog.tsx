'use client'
/** Which columns the table has, in which order and how wide; each change is seen at once and remembered by this browser. */
import { useState } from 'react'
import { type Collection, SCREEN_COLUMNS, type ScreenColumn } from '@/db/question'
import { Modal } from './Modal'
import { MovableList } from './MovableList'
import { boundedWidth, type SheetChoice, USUAL_COLUMNS } from './sheet-choice'

interface ColumnsDialogProps {
  /** What the table shows as this opens. */
  shown: SheetChoice
  collection: Collection
  /** How a column is called, and how wide it is unless it was given another width. */
  describe: (column: ScreenColumn) => { title: string; width: number }
  onChange: (choice: SheetChoice) => void
  onClose: () => void
}

/** How much wider or narrower one step makes a column, in pixels. */
const STEP = 20

export default function ColumnsDialog({ collection, describe, shown, onChange, onClose }: ColumnsDialogProps) {
  // What was clicked counts at once, for the next click builds on it; the table follows with the address.
  const [{ columns, widths }, setChoice] = useState(shown)
  const change = (next: SheetChoice) => {
    setChoice(next)
    onChange(next)
  }
  const all: readonly ScreenColumn[] = SCREEN_COLUMNS[collection]
  const widthOf = (column: ScreenColumn) => widths[column] ?? describe(column).width
  const widen = (column: ScreenColumn, by: number) =>
    change({ columns, widths: { ...widths, [column]: boundedWidth(widthOf(column) + by) } })
  return (
    <Modal title="Columns" kind="columns" onClose={onClose}>
      <MovableList
        all={all}
        chosen={columns}
        fixed={(column) => column === 'name'}
        labelOf={(column) => describe(column).title}
        onChange={(next) => change({ columns: next, widths })}
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
        <button type="button" className="button-plain" onClick={() => change({ columns: USUAL_COLUMNS[collection], widths: {} })}>
          As usual
        </button>
        <span>A width can also be drawn at the edge of a column’s head.</span>
      </p>
    </Modal>
  )
}
