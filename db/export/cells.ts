/** Cells of a CSV file as RFC 4180 has them, safe to open in a spreadsheet. */

/** What makes a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

/** A text: an apostrophe in front of what a spreadsheet would run, quotes around what would break the row. */
export function text(value: string | number): string {
  const safe = FORMULA.test(String(value)) ? `'${value}` : String(value)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number stays one, a negative one too. */
export const number = (value: string | number): string => String(value)

/** A line of cells. A line of one empty cell is written with quotes, for readers skip lines that are empty. */
export function line(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""\r\n' : `${cells.join(',')}\r\n`
}
