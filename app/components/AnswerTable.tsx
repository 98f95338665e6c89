/** The hits of an answer as a dense table that turns into a list of facts where it has no room. */
import type { ReactNode } from 'react'
import type { Question, SortName } from '@/db/question'
import { address, type Place, sortedBy } from './place'
import { firstDirection } from './words'

export const SELECTION_ID = 'selection'

export interface Column<Hit> {
  /** Also the name of the column's width in the style sheet. */
  id: string
  header: string
  /** What its figures count, beside the header. */
  unit?: string
  sort?: SortName
  numeric?: boolean
  cell: (hit: Hit) => ReactNode
}

export interface Sheet<Hit> {
  /** The first column names the row. */
  columns: readonly Column<Hit>[]
  /** What an export knows the row by. */
  keyOf: (hit: Hit) => string
  nameOf: (hit: Hit) => string
}

interface AnswerTableProps<Hit> {
  place: Place
  question: Question
  sheet: Sheet<Hit>
  hits: readonly Hit[]
  caption: string
}

export function AnswerTable<Hit>({ place, question, sheet: { columns, keyOf, nameOf }, hits, caption }: AnswerTableProps<Hit>) {
  return (
    <table className="answer-table" data-searched={question.q !== '' || undefined}>
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="col-pick" />
        {columns.map(({ id }) => (
          <col key={id} className={`col-${id}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Select</span>
          </th>
          {columns.map((column) => (
            <Header key={column.id} place={place} question={question} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => (
          <tr key={keyOf(hit)}>
            <td className="cell-pick">
              <label>
                <input type="checkbox" name="slug" value={keyOf(hit)} form={SELECTION_ID} aria-label={`Select ${nameOf(hit)}`} />
              </label>
            </td>
            {columns.map(({ id, header, unit, numeric, cell }, index) =>
              index === 0 ? (
                <th key={id} scope="row" className={`cell-${id}`}>
                  {cell(hit)}
                </th>
              ) : (
                <td
                  key={id}
                  className={`cell-${id}`}
                  data-label={unit === undefined ? header : `${header}, ${unit}`}
                  data-numeric={numeric}
                >
                  {cell(hit)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Header<Hit>({ place, question, column }: { place: Place; question: Question; column: Column<Hit> }) {
  const { header, unit, sort, numeric } = column
  if (sort === undefined) {
    return (
      <th scope="col" data-numeric={numeric}>
        {header}
      </th>
    )
  }
  const { descending } = question.sort
  const current = question.sort.by === sort
  const next = current ? { by: sort, descending: !descending } : firstDirection(sort)
  return (
    <th scope="col" data-numeric={numeric} aria-sort={current ? (descending ? 'descending' : 'ascending') : undefined}>
      <a href={address(place, sortedBy(question, next))}>
        {header}
        {unit !== undefined && <i> {unit}</i>}
        {current && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
      </a>
    </th>
  )
}
