/** Answers as text: counts with their noun, and tables of columns side by side, cut where they would be too wide. */

export interface TextColumn {
  title: string
  /** The most characters it takes. */
  most: number
  align?: 'left' | 'right'
}

const GAP = '  '

export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const cut = rows.map((row) => columns.map(({ most }, at) => cutTo(row[at] ?? '', most)))
  const widths = columns.map(({ title }, at) => Math.max(title.length, ...cut.map((row) => width(row[at] ?? ''))))
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, at) => {
        const cell = cells[at] ?? ''
        const space = ' '.repeat((widths[at] ?? 0) - width(cell))
        return align === 'right' ? space + cell : cell + space
      })
      .join(GAP)
      .trimEnd()
  return [line(columns.map((column) => column.title)), ...cut.map(line)].map((text) => `${text}\n`).join('')
}

/** "1 organization", "2,000 organizations". */
export const counted = (count: number, plural: string) => `${count.toLocaleString('en-US')} ${count === 1 ? plural.slice(0, -1) : plural}`

const width = (text: string) => [...text].length

function cutTo(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ')
  return width(plain) > most ? `${[...plain].slice(0, most - 1).join('')}…` : plain
}
