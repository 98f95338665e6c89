/** Writing rows of the schema's tables with statements that are prepared once. */
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Sqlite } from '../sqlite'

/** Inserts rows of a table; a row whose `id` exists already replaces the values of that row instead. @returns the row's id where it has one. */
export type Put<Table extends SQLiteTable> = (row: Table['$inferInsert']) => number

/** @param updates Whether rows may exist already, by their `id`. */
export function prepare<Table extends SQLiteTable>(sqlite: Sqlite, table: Table, updates = false): Put<Table> {
  const columns = Object.entries(getTableColumns(table))
  const quoted = columns.map(([, column]) => `"${column.name}"`)
  const assignments = quoted.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`)
  const conflict = updates ? ` ON CONFLICT (id) DO UPDATE SET ${assignments.join(', ')}` : ''
  const statement = sqlite.prepare(
    `INSERT INTO "${getTableName(table)}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')})${conflict}`,
  )
  return (row) => {
    const values = columns.map(([key, column]) => {
      const value = row[key as keyof typeof row]
      return value === undefined || value === null ? null : column.mapToDriverValue(value)
    })
    return Number(statement.run(values).lastInsertRowid)
  }
}
