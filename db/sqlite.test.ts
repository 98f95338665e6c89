import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from './problem'
import { type DatabaseFile, databaseFile, explain, openDatabaseFile, openReader } from './sqlite'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierbook-sqlite-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Open the folder's database, do something with it, and close it. */
function withDatabase<T>(use: (database: DatabaseFile) => T): T {
  const database = openDatabaseFile(folder)
  try {
    return use(database)
  } finally {
    database.close()
  }
}

describe('openDatabaseFile', () => {
  it('makes the database, and changes nothing when it opens it again', () => {
    expect(withDatabase(({ migrated }) => migrated)).toBeGreaterThan(0)
    const before = readFileSync(databaseFile(folder))
    expect(withDatabase(({ migrated }) => migrated)).toBe(0)
    expect(readFileSync(databaseFile(folder))).toEqual(before)
  })

  it('keeps a write-ahead log, checks foreign keys and waits for other writers', () => {
    withDatabase(({ sqlite }) => {
      expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(sqlite.pragma('busy_timeout', { simple: true })).toBeGreaterThanOrEqual(5_000)
    })
  })

  it('refuses a database of a newer version and leaves it as it was', () => {
    withDatabase(({ sqlite }) => sqlite.prepare('INSERT INTO __migrations (hash) VALUES (?)').run('of tomorrow'))
    const before = readFileSync(databaseFile(folder))
    expect(() => openDatabaseFile(folder)).toThrow(Problem)
    expect(() => openDatabaseFile(folder)).toThrow(/newer or different version/)
    expect(readFileSync(databaseFile(folder))).toEqual(before)
  })
})

describe('openReader', () => {
  it('sees what another connection has committed, and may not write', () => {
    withDatabase(({ sqlite }) => {
      const reader = openReader(folder)
      sqlite.prepare("INSERT INTO settings (key, value) VALUES ('color', 'paper')").run()
      expect(reader.prepare("SELECT value FROM settings WHERE key = 'color'").pluck().get()).toBe('paper')
      expect(() => reader.prepare('DELETE FROM settings').run()).toThrow(/readonly/)
      reader.close()
    })
  })
})

describe('explain', () => {
  it.each([
    ['SQLITE_BUSY', 'in use by another process'],
    ['SQLITE_BUSY_SNAPSHOT', 'in use by another process'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_IOERR_READ', 'failed to read or write'],
    ['SQLITE_READONLY_DBMOVED', 'cannot be created'],
  ])('says what %s means and what to do', (code, meaning) => {
    const explained = explain(Object.assign(new Error('raw'), { code }), databaseFile(folder))
    expect(explained).toBeInstanceOf(Problem)
    expect(explained).toMatchObject({ message: expect.stringContaining(meaning), remedy: expect.stringMatching(/\w/) })
  })

  it('leaves what is a defect as it is', () => {
    const defect = new TypeError('x is not a function')
    expect(explain(defect, databaseFile(folder))).toBe(defect)
  })
})
