/** What the tests of the API share: the pack that ships behind it, and a request to a route handler. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { openDatabase } from '@/db/database'
import { directory } from '@/db/directory'
import { load } from '@/db/load'

type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

export const get = <Params>(handler: Handler<Params>, path: string, params: Params, init?: RequestInit) =>
  handler(new Request(`http://localhost${path}`, init), { params: Promise.resolve(params) })

/** Load the pack into a data folder of its own before the tests of a file, and remove it after them. */
export function servePack(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tierbook-api-'))
  beforeAll(() => {
    vi.stubEnv('DATA_DIR', folder)
    const database = openDatabase(folder)
    load(database, ['content'])
    database.close()
  })
  afterAll(async () => {
    await directory().close()
    rmSync(folder, { recursive: true })
  })
}
