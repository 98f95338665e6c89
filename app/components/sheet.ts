/** What a table of hits shows: a column for each thing that the screen can say of one. */
import type { ReactNode } from 'react'
import type { Answer, HitOf } from '@/db/answer'
import type { Collection, Question, ScreenColumn, SortName } from '@/db/question'
import { organizationSheet } from './organization-sheet'
import { productSheet } from './product-sheet'
import type { Wording } from './wording'

export interface Column<Hit> {
  header: string
  /** What its figures count, beside the header. */
  unit?: string
  /** In pixels, where columns are not shared out over the screen. */
  width: number
  sort?: SortName
  numeric?: boolean
  cell: (hit: Hit) => ReactNode
}

export interface Sheet<Hit> {
  columns: { readonly [column in ScreenColumn]?: Column<Hit> }
  /** What an export knows the row by. */
  keyOf: (hit: Hit) => string
  nameOf: (hit: Hit) => string
}

export interface ShownColumn<Hit> extends Column<Hit> {
  id: ScreenColumn
}

/** The hits of an answer with how they are shown. */
export interface Drawing<Hit> {
  sheet: Sheet<Hit>
  /** In order, the name first. */
  columns: readonly ShownColumn<Hit>[]
  hits: readonly Hit[]
}

export const drawingOf = <Hit>(sheet: Sheet<Hit>, columns: readonly ScreenColumn[], hits: readonly Hit[]): Drawing<Hit> => ({
  sheet,
  columns: columns.flatMap((id) => (sheet.columns[id] ? [{ id, ...sheet.columns[id] }] : [])),
  hits,
})

const SHEETS: { [C in Collection]: (wording: Wording, question: Question) => Sheet<HitOf<C>> } = {
  organizations: organizationSheet,
  products: productSheet,
}

/** The sheet of a collection for one question: chosen values come first in its cells, and its links carry the question on. */
export const sheetOf = <C extends Collection>(collection: C, wording: Wording, question: Question): Sheet<HitOf<C>> =>
  SHEETS[collection](wording, question)

/** The name that heads a column, for lists of columns. */
export const columnTitle = <Hit>({ header, unit }: Column<Hit>) => (unit === undefined ? header : `${header}, ${unit}`)

/** The title of a column of a sheet by its name. */
export function titleOf<Hit>({ columns }: Sheet<Hit>, name: ScreenColumn): string {
  const column = columns[name]
  return column === undefined ? name : columnTitle(column)
}

/** What an export knows the hits of an answer by. */
export const keysOf = <Hit>(sheet: Sheet<Hit>, { hits }: Answer<Hit>) => hits.map(sheet.keyOf)
