/** The database as the app uses it: the SQLite file, and Drizzle's typed queries on the same connection. */
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema'
import { type DatabaseFile, openDatabaseFile } from './sqlite'

export interface Database extends DatabaseFile {
  drizzle: BetterSQLite3Database<typeof schema>
}

/** Open the database of a data folder. @throws {Problem} as openDatabaseFile does. */
export function openDatabase(dataFolder: string): Database {
  const file = openDatabaseFile(dataFolder)
  return { ...file, drizzle: drizzle(file.sqlite, { schema }) }
}
