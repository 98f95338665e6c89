/** Statements that are built and compiled once for each open database: building one costs more than running it. */
import { sql } from 'drizzle-orm'
import type { Database } from '../database'

/** @param prepare Builds the statements. */
export function prepared<Statements>(prepare: (drizzle: Database['drizzle']) => Statements): (database: Database) => Statements {
  const kept = new WeakMap<Database, Statements>()
  return (database) => {
    const known = kept.get(database)
    if (known !== undefined) return known
    const statements = prepare(database.drizzle)
    kept.set(database, statements)
    return statements
  }
}

/** A value of a statement that each run gives by name. */
export const given = (name: string) => sql.placeholder(name)
