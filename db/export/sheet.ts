/** A small table as CSV, written whole; answers to questions are streamed by csv.ts. */
import { line, number, text } from './cells'

/** Null is an empty cell. */
export type Cell = string | number | null

/** @param columns The name of each column with what its cell is of a row, in order. */
export function writeSheet<Row>(columns: Readonly<Record<string, (row: Row) => Cell>>, rows: Iterable<Row>): string {
  const read = Object.values(columns)
  let sheet = line(Object.keys(columns).map(text))
  for (const row of rows) sheet += line(read.map((cell) => write(cell(row))))
  return sheet
}

const write = (cell: Cell) => (cell === null ? '' : typeof cell === 'number' ? number(cell) : text(cell))
