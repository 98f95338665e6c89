/** The SQLite file: WAL, foreign keys, a busy timeout, migrations, and one clear message for each way it can fail. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { Problem } from './problem'

export type Sqlite = SQLite.Database

export interface DatabaseFile {
  file: string
  sqlite: Sqlite
  /** How many migrations this opening applied. */
  migrated: number
  close(): void
}

/** Committed migrations stand beside this file; the working folder is the project's root in every way the project is run. */
const MIGRATIONS = join('db', 'migrations')
const BUSY_TIMEOUT_MS = 10_000

export const databaseFile = (dataFolder: string) => join(dataFolder, 'tierbook.db')

/**
 * Open the database file of a data folder, creating and migrating it where needed.
 * @throws {Problem} when the folder cannot be written, the disk is full, the file is corrupt or of a newer version.
 */
export function openDatabaseFile(dataFolder: string): DatabaseFile {
  const file = databaseFile(dataFolder)
  let sqlite: Sqlite | undefined
  try {
    mkdirSync(dataFolder, { recursive: true })
    sqlite = new SQLite(file, { timeout: BUSY_TIMEOUT_MS })
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = NORMAL')
    sqlite.pragma('foreign_keys = ON')
    const migrated = migrate(sqlite, file)
    return { file, sqlite, migrated, close: () => sqlite?.close() }
  } catch (error) {
    sqlite?.close()
    throw explain(error, file)
  }
}

/** A second connection for reading, which sees what any process has committed. @throws {Problem} as openDatabaseFile does. */
export function openReader(dataFolder: string): Sqlite {
  const file = databaseFile(dataFolder)
  try {
    return new SQLite(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw explain(error, file)
  }
}

const statements = new WeakMap<Sqlite, Map<string, SQLite.Statement>>()

/** A statement, compiled once for each connection: compiling one costs more than running it for a page. */
export function statement(sqlite: Sqlite, sql: string): SQLite.Statement {
  const known = statements.get(sqlite) ?? new Map<string, SQLite.Statement>()
  statements.set(sqlite, known)
  const compiled = known.get(sql) ?? sqlite.prepare(sql)
  known.set(sql, compiled)
  return compiled
}

/** Apply what is missing, in one transaction; refuse a file that has migrations this version does not know. */
function migrate(sqlite: Sqlite, file: string): number {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS })
  const applied = () => {
    const has = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__migrations'").get()
    return has ? (sqlite.prepare('SELECT hash FROM __migrations ORDER BY id').pluck().all() as string[]) : []
  }
  const refuseNewer = (hashes: string[]) => {
    const known = new Set(migrations.map((migration) => migration.hash))
    if (hashes.some((hash) => !known.has(hash))) {
      throw new Problem(
        `The database ${file} was written by a newer or different version of Tierbook.`,
        'Run that version, or name another data folder with DATA_DIR. Nothing was changed.',
      )
    }
  }
  const before = applied()
  refuseNewer(before)
  if (before.length === migrations.length) return 0
  const apply = sqlite.transaction(() => {
    const hashes = applied()
    refuseNewer(hashes)
    sqlite.exec('CREATE TABLE IF NOT EXISTS __migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL)')
    const missing = migrations.slice(hashes.length)
    for (const migration of missing) {
      for (const statement of migration.sql) sqlite.exec(statement)
      sqlite.prepare('INSERT INTO __migrations (hash) VALUES (?)').run(migration.hash)
    }
    return missing.length
  })
  return apply.immediate()
}

/** What SQLite's and the file system's error codes mean to the person who runs this. Other errors come back unchanged. */
export function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const options = { cause: error }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new Problem(
      `The database ${file} is damaged or is no SQLite database.`,
      'Put a backup in its place, or move it away and start again: the content pack is loaded anew. Nothing was changed.',
      options,
    )
  }
  // The index of the write-ahead log, which SQLite makes first, fails to grow for want of space only.
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_SHMSIZE') {
    return new Problem(
      `The disk that holds ${file} is full.`,
      'Free some space, or name another data folder with DATA_DIR. What was stored before is untouched.',
      options,
    )
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'EPERM' ||
    code === 'ENOTDIR' ||
    code === 'EEXIST'
  ) {
    const what = existsSync(file) ? 'cannot be written' : 'cannot be created'
    return new Problem(
      `The database ${file} ${what}.`,
      'Give this user the right to write the folder and the file, or name another data folder with DATA_DIR.',
      options,
    )
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new Problem(
      `The database ${file} is in use by another process that did not let go in ${BUSY_TIMEOUT_MS / 1000} seconds.`,
      'Wait for that process to end (an import or a load?) and try again.',
      options,
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new Problem(
      `The disk that holds ${file} failed to read or write.`,
      'Check the disk and its free space. What was stored before is untouched.',
      options,
    )
  }
  return error
}
