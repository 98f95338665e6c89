/** Which columns the table shows and how wide: in the address where a question says so, else as this browser chose them last (a cookie). */
import { type Collection, type ColumnName, type Question, SCREEN_COLUMNS, type ScreenColumn } from '@/db/question'

export interface SheetChoice {
  /** Beside the name, which always leads; empty for the usual ones. */
  columns: readonly ScreenColumn[]
  /** In pixels, of the columns that were given a width. */
  widths: { readonly [column in ScreenColumn]?: number }
}

export const USUAL_COLUMNS: Record<Collection, readonly ScreenColumn[]> = {
  organizations: ['name', 'roles', 'tier', 'segments', 'os', 'city', 'revenueUsd', 'employees', 'founded', 'products'],
  products: SCREEN_COLUMNS.products,
}

export const NARROWEST = 40
const WIDEST = 900

export const sheetCookie = (collection: Collection) => `tierbook-${collection}`

/** Read `name:240.roles.tier`; what does not exist in it is passed over, for a cookie is no question. */
export function readSheetChoice(collection: Collection, cookie: string | undefined): SheetChoice {
  const columns: ScreenColumn[] = []
  const widths: { [column in ScreenColumn]?: number } = {}
  for (const part of (cookie ?? '').split('.')) {
    const [name, width] = part.split(':')
    const column = asScreenColumn(collection, name ?? '')
    if (column === undefined || columns.includes(column)) continue
    columns.push(column)
    if (width !== undefined && /^\d{1,4}$/.test(width)) widths[column] = boundedWidth(Number(width))
  }
  return { columns, widths }
}

/** What to store: everything that is shown, in its order, so that widths have their place. */
export function printSheetChoice(collection: Collection, { columns, widths }: SheetChoice): string {
  const shown = columns.length > 0 ? columns : USUAL_COLUMNS[collection]
  return shown.map((column) => (widths[column] === undefined ? column : `${column}:${widths[column]}`)).join('.')
}

/** The columns to show: those the question names, else those chosen last, else the usual; the name first. */
export function columnsOf(question: Question, choice: SheetChoice): readonly ScreenColumn[] {
  const asked = question.columns.flatMap((name) => asScreenColumn(question.collection, name) ?? [])
  const wanted = [asked, choice.columns, USUAL_COLUMNS[question.collection]].find((columns) => columns.length > 0) ?? []
  return ['name', ...wanted.filter((column) => column !== 'name')]
}

export const isUsual = (collection: Collection, columns: readonly ScreenColumn[]) => columns.join() === USUAL_COLUMNS[collection].join()

export const boundedWidth = (pixels: number) => Math.min(WIDEST, Math.max(NARROWEST, Math.round(pixels)))

function asScreenColumn(collection: Collection, name: ColumnName | string): ScreenColumn | undefined {
  const known: readonly ScreenColumn[] = SCREEN_COLUMNS[collection]
  return known.find((column) => column === name)
}
