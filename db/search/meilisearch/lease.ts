/** One indexer at a time, of whatever process: a row in SQLite says who it is and until when, unless it is renewed. */
import { randomUUID } from 'node:crypto'
import type { Sqlite } from '../../sqlite'

const KEY = 'meilisearch-indexer'
/** How long the others wait for one that has died. */
const LEASE_MS = 30_000
const RENEWED_MS = LEASE_MS / 3

interface Row {
  owner: string
  until: number
}

export class Lease {
  readonly #sqlite: Sqlite
  readonly #owner = randomUUID()

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
  }

  /** Do some work while holding the lease. @returns what it returns, or undefined where another holds it. */
  async hold<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (!this.#take()) return undefined
    const renewing = setInterval(() => this.#take(), RENEWED_MS)
    try {
      return await work()
    } finally {
      clearInterval(renewing)
      this.release()
    }
  }

  /** Let others take it at once, where it is held. */
  release(): void {
    this.#sqlite.prepare('DELETE FROM settings WHERE key = ? AND value ->> ? = ?').run(KEY, '$.owner', this.#owner)
  }

  #take(): boolean {
    const take = this.#sqlite.transaction(() => {
      const value = this.#sqlite.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(KEY) as string | undefined
      const held = value === undefined ? undefined : (JSON.parse(value) as Row)
      if (held && held.owner !== this.#owner && held.until > Date.now()) return false
      const row: Row = { owner: this.#owner, until: Date.now() + LEASE_MS }
      this.#sqlite
        .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
        .run(KEY, JSON.stringify(row))
      return true
    })
    return take.immediate()
  }
}
