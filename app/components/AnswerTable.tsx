/** The hits of an answer as a dense table that turns into a list of facts where it has no room. */
import { type CSSProperties, type MouseEvent, memo, type PointerEvent, type ReactNode } from 'react'
import type { Question, ScreenColumn } from '@/db/question'
import { SELECTION_ID } from './ids'
import { address, type Place, sortedBy } from './place'
import { columnTitle, type Drawing, type ShownColumn } from './sheet'
import { boundedWidth, isUsual, type SheetChoice } from './sheet-choice'
import { firstDirection } from './words'

/** Beside the columns: the boxes at the left. */
const PICK_WIDTH = 36

/**
 * Each row lays out its cells by the same tracks, for itself, which is half the work of laying out a table.
 * The usual columns share out the screen as the style sheet says; others have their own width, and grow in proportion to it unless it was given.
 */
function ownTracks(widths: readonly number[], given: boolean): CSSProperties {
  const track = (width: number) => (given ? `${width}px` : `minmax(${width}px, ${width}fr)`)
  const least = widths.reduce((sum, width) => sum + width, PICK_WIDTH)
  return { '--tracks': [`${PICK_WIDTH}px`, ...widths.map(track)].join(' '), '--least': `${least}px` } as CSSProperties
}

export interface TableProps<Hit> {
  place: Place
  question: Question
  drawing: Drawing<Hit>
  /** The drawing whose rows stand below the first ones: the same, or for a moment the one before. */
  below: Drawing<Hit>
  widths: SheetChoice['widths']
  caption: string
  selected: ReadonlySet<string>
  /** @param key What an export knows the row by. `range` is asked for with the shift key. */
  onTick: (key: string, ticked: boolean, range: boolean) => void
  /** `done` where the widths are settled and worth remembering. */
  onWidths: (widths: SheetChoice['widths'], done: boolean) => void
}

/** So many rows fill a usual screen. */
const FIRST = 32

/** Drawn anew only for another answer, question, selection or arrangement: it is most of what a key costs. */
export const AnswerTable = memo(Table) as typeof Table

function Table<Hit>({ drawing, below, widths, caption, selected, onTick, ...head }: TableProps<Hit>) {
  const { place, question } = head
  const { columns, hits } = drawing
  const sized = Object.keys(widths).length > 0
  const own =
    sized ||
    !isUsual(
      place.collection,
      columns.map(({ id }) => id),
    )
  const shown = columns.map(({ id, width }) => widths[id] ?? width)
  return (
    <div className="answer-sheet" data-own={own || undefined} data-sized={sized || undefined}>
      <table
        className="answer-table"
        data-of={place.collection}
        data-searched={question.q !== '' || undefined}
        style={own ? ownTracks(shown, sized) : undefined}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Select</span>
            </th>
            {columns.map((column) => (
              <Header key={column.id} column={column} {...head} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows of={drawing} to={FIRST} {...{ selected, onTick }} />
          {hits.length > FIRST && <Rows of={below} from={FIRST} {...{ selected, onTick }} />}
        </tbody>
      </table>
    </div>
  )
}

interface RowsProps<Hit> extends Pick<TableProps<Hit>, 'selected' | 'onTick'> {
  of: Drawing<Hit>
  from?: number
  to?: number
}

const Rows = memo(SomeRows) as typeof SomeRows

function SomeRows<Hit>({ of: { sheet, columns, hits }, from = 0, to, selected, onTick }: RowsProps<Hit>): ReactNode {
  return hits.slice(from, to).map((hit) => {
    const key = sheet.keyOf(hit)
    return (
      <tr key={key} data-key={key} data-selected={selected.has(key) || undefined}>
        <td className="cell-pick">
          <input
            type="checkbox"
            name="slug"
            value={key}
            form={SELECTION_ID}
            aria-label={`Select ${sheet.nameOf(hit)}`}
            checked={selected.has(key)}
            onChange={(event) => onTick(key, event.target.checked, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)}
          />
        </td>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.id} scope="row" className={`cell-${column.id}`}>
              {column.cell(hit)}
            </th>
          ) : (
            <td key={column.id} className={`cell-${column.id}`} data-label={columnTitle(column)} data-numeric={column.numeric}>
              {column.cell(hit)}
            </td>
          ),
        )}
      </tr>
    )
  })
}

interface HeaderProps<Hit> extends Pick<TableProps<Hit>, 'place' | 'question' | 'onWidths'> {
  column: ShownColumn<Hit>
}

function Header<Hit>({ place, question, column: { id, header, unit, sort, numeric }, onWidths }: HeaderProps<Hit>) {
  const grip = <span className="grip" aria-hidden="true" onPointerDown={(event) => drag(event, id, onWidths)} />
  if (sort === undefined) {
    return (
      <th scope="col" className={`cell-${id}`} data-column={id} data-numeric={numeric}>
        <span className="head-name">{header}</span>
        {grip}
      </th>
    )
  }
  const { descending } = question.sort
  const current = question.sort.by === sort
  const next = current ? { by: sort, descending: !descending } : firstDirection(sort)
  return (
    <th
      scope="col"
      className={`cell-${id}`}
      data-column={id}
      data-numeric={numeric}
      aria-sort={current ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <a href={address(place, sortedBy(question, next))}>
        {header}
        {unit !== undefined && <i> {unit}</i>}
        {current && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
      </a>
      {grip}
    </th>
  )
}

/**
 * Follow the pointer from the edge of a head until it is let go; the other columns keep the width they have. Without a pointer widths are
 * set where columns are chosen.
 */
function drag(event: PointerEvent<HTMLElement>, column: ScreenColumn, onWidths: TableProps<never>['onWidths']): void {
  if (event.button !== 0) return
  event.preventDefault()
  const grip = event.currentTarget
  const from = event.clientX
  const before = shownWidths(grip.closest('tr'))
  grip.setPointerCapture(event.pointerId)
  const widths = (now: globalThis.PointerEvent) => ({ ...before, [column]: boundedWidth((before[column] ?? 0) + now.clientX - from) })
  const move = (now: globalThis.PointerEvent) => onWidths(widths(now), false)
  const held = new AbortController()
  const drop = (now: globalThis.PointerEvent) => {
    held.abort()
    onWidths(widths(now), true)
  }
  grip.addEventListener('pointermove', move, { signal: held.signal })
  for (const end of ['pointerup', 'pointercancel'] as const) grip.addEventListener(end, drop, { signal: held.signal })
}

/** The widths of the columns that there is room for, by the heads of the table. */
function shownWidths(heads: HTMLElement | null): SheetChoice['widths'] {
  const columns = [...(heads?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].filter((head) => head.offsetWidth > 0)
  return Object.fromEntries(columns.map((head) => [head.dataset.column, head.offsetWidth]))
}
