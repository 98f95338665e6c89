/** The hits of an answer as a dense table that turns into a list of facts where it has no room. */
import { type CSSProperties, type MouseEvent, memo, type PointerEvent } from 'react'
import type { Question, ScreenColumn } from '@/db/question'
import { SELECTION_ID } from './ids'
import { address, type Place, sortedBy } from './place'
import { type Column, columnTitle, type Sheet } from './sheet'
import { boundedWidth, isUsual, type SheetChoice } from './sheet-choice'
import { firstDirection } from './words'

/** Beside the columns: the boxes at the left. */
const PICK_WIDTH = 36

/**
 * Each row lays out its cells by the same tracks, for itself: so those off the screen need not be laid out or painted before they are seen.
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
  sheet: Sheet<Hit>
  /** Which columns, in order, the name first. */
  columns: readonly ScreenColumn[]
  widths: SheetChoice['widths']
  hits: readonly Hit[]
  caption: string
  selected: ReadonlySet<string>
  /** @param row Its place on the page. `range` is asked for with the shift key. */
  onTick: (row: number, ticked: boolean, range: boolean) => void
  /** `done` where the widths are settled and worth remembering. */
  onWidths: (widths: SheetChoice['widths'], done: boolean) => void
}

/** Drawn anew only for another answer, question, selection or arrangement: it is most of what a key costs. */
export const AnswerTable = memo(Table) as typeof Table

function Table<Hit>({ sheet, columns: names, widths, hits, caption, selected, onTick, ...head }: TableProps<Hit>) {
  const { place, question } = head
  const columns = names.flatMap((id) => (sheet.columns[id] ? [{ id, ...sheet.columns[id] }] : []))
  const sized = Object.keys(widths).length > 0
  const own = sized || !isUsual(place.collection, names)
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
            {columns.map(({ id, ...column }) => (
              <Header key={id} id={id} column={column} {...head} />
            ))}
          </tr>
        </thead>
        <tbody>
          {hits.map((hit, row) => {
            const key = sheet.keyOf(hit)
            return (
              <tr key={key} data-key={key} data-selected={selected.has(key) || undefined}>
                <td className="cell-pick">
                  <label>
                    <input
                      type="checkbox"
                      name="slug"
                      value={key}
                      form={SELECTION_ID}
                      aria-label={`Select ${sheet.nameOf(hit)}`}
                      checked={selected.has(key)}
                      onChange={(event) =>
                        onTick(row, event.target.checked, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)
                      }
                    />
                  </label>
                </td>
                {columns.map(({ id, numeric, cell, ...column }, index) =>
                  index === 0 ? (
                    <th key={id} scope="row" className={`cell-${id}`}>
                      {cell(hit)}
                    </th>
                  ) : (
                    <td key={id} className={`cell-${id}`} data-label={columnTitle({ ...column, cell })} data-numeric={numeric}>
                      {cell(hit)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface HeaderProps<Hit> extends Pick<TableProps<Hit>, 'place' | 'question' | 'onWidths'> {
  id: ScreenColumn
  column: Column<Hit>
}

function Header<Hit>({ place, question, id, column: { header, unit, sort, numeric }, onWidths }: HeaderProps<Hit>) {
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
