import { featureValue } from '@/app/organizations/parts/format'
import { directory } from '@/db/directory'
import { writeSheet } from '@/db/export/sheet'
import { type ComparedRow, compare } from '@/db/market/compare'
import { readCompare } from '@/db/market/compare-question'
import { answering } from '../answering'
import { csvFile } from '../sheets'

/** `GET /api/compare.csv?ids=`: the same as a file, a row for each fact and a column for each product or company. */
export const GET = answering((request: Request) => {
  const here = directory()
  const { ids, onlyDifferences } = readCompare(here, new URL(request.url).searchParams)
  const { columns, rows } = compare(here, ids)
  const shown = rows.filter(({ differs }) => differs || !onlyDifferences)
  const cells = columns.map(({ id }, index) => [id, (row: ComparedRow) => textOf(row, index)] as const)
  const sheet = writeSheet(
    { fact: ({ label }: ComparedRow) => label, differs: ({ differs }) => String(differs), ...Object.fromEntries(cells) },
    shown,
  )
  return csvFile('comparison', sheet, shown.length)
})

/** The value as the page writes it, its note after it. */
function textOf({ cells, unit }: ComparedRow, index: number): string | null {
  const cell = cells[index] ?? null
  if (cell === null) return null
  const value = featureValue({ value: cell.value, unit })
  return cell.note === null ? value : `${value} (${cell.note})`
}
