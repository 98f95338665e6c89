/** Writing rows of the schema's tables with statements that are prepared once. */
import type { Statement } from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Sqlite } from '../sqlite'

type Row<Table extends SQLiteTable> = Table['$inferInsert']
type Identified = SQLiteTable & { $inferInsert: { id?: number | undefined } }
type Write = (row: object) => number

export class Tables {
  readonly #sqlite: Sqlite
  readonly #statements = new Map<string, Statement<unknown[]>>()
  readonly #inserts = new Map<SQLiteTable, Write>()
  readonly #puts = new Map<SQLiteTable, Write>()

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
  }

  insert<Table extends SQLiteTable>(table: Table, row: Row<Table>): void {
    kept(this.#inserts, table, () => this.#prepare(table, ''))(row)
  }

  /** Insert a row, or give the row of its `id` these values. @returns the row's id. */
  put<Table extends Identified>(table: Table, row: Row<Table>): number {
    const id = kept(this.#puts, table, () => {
      const names = Object.values(getTableColumns(table)).map((column) => `"${column.name}"`)
      return this.#prepare(table, ` ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`)
    })(row)
    return row.id ?? id
  }

  /** Insert a row for each item of a list that may be missing, with its `position` in the list. */
  insertEach<Table extends SQLiteTable, Item>(
    table: Table,
    items: readonly Item[] | undefined,
    row: (item: Item, position: number) => Omit<Row<Table>, 'position'>,
  ): void {
    for (const [position, item] of (items ?? []).entries()) this.insert(table, { ...row(item, position), position } as Row<Table>)
  }

  /** Put rows in the place of everything the table holds. */
  replaceAll<Table extends SQLiteTable>(table: Table, rows: readonly Row<Table>[]): void {
    this.run(`DELETE FROM "${getTableName(table)}"`)
    for (const row of rows) this.insert(table, row)
  }

  /** @returns how many rows changed. */
  run(sql: string, ...values: unknown[]): number {
    return this.#statement(sql).run(...values).changes
  }

  all<Found>(sql: string, ...values: unknown[]): Found[] {
    return this.#statement(sql).all(...values) as Found[]
  }

  #statement(sql: string): Statement<unknown[]> {
    return kept(this.#statements, sql, () => this.#sqlite.prepare(sql))
  }

  #prepare(table: SQLiteTable, conflict: string): Write {
    const columns = Object.entries(getTableColumns(table))
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
    const places = columns.map(() => '?').join(', ')
    const statement = this.#sqlite.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${places})${conflict}`)
    return (row) => {
      const stated = new Map<string, unknown>(Object.entries(row))
      const values = columns.map(([key, column]) => {
        const value = stated.get(key)
        return value === undefined || value === null ? null : column.mapToDriverValue(value)
      })
      return Number(statement.run(values).lastInsertRowid)
    }
  }
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

/** An id that the check has made sure of. */
export function known(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`“${key}” was checked and is not there.`)
  return id
}

/** The given entry with its id where it has one already, so that `put` keeps it. */
export const withId = (id: number | undefined) => (id === undefined ? {} : { id })
