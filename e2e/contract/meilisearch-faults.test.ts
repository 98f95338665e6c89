/**
 * What can happen to a Meilisearch, done to a real one: afterwards the counts agree and every write is found, and meanwhile every answer is
 * right, whichever engine gives it. Needs a server that can be killed: MEILI_BIN.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '@/db/database'
import { load } from '@/db/load'
import { parseQuestion } from '@/db/question'
import { organizations } from '@/db/schema'
import { MeilisearchEngine } from '@/db/search/meilisearch/engine'
import { GuardedEngine } from '@/db/search/meilisearch/guarded'
import { done, Indexer } from '@/db/search/meilisearch/indexer'
import { rebuild } from '@/db/search/meilisearch/rebuild'
import { Source } from '@/db/search/meilisearch/source'
import type { MeilisearchSettings } from '@/db/settings'
import { DirectoryVocabulary } from '@/db/vocabulary'
import { PACK } from './cases'
import { hasOwnServer, OwnServer } from './meilisearch-server'

const PATIENCE_MS = 120_000
/** Organizations that a test writes. */
const WRITTEN = 40

/** A disk of a few megabytes takes the right to mount one. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'tierbook-disk-'))
  readonly #filler = join(this.folder, 'filler')

  constructor() {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', this.folder])
  }

  /** Leave no byte free. */
  fill(): void {
    const file = openSync(this.#filler, 'w')
    try {
      for (;;) writeSync(file, Buffer.alloc(4096))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    } finally {
      closeSync(file)
    }
  }

  empty(): void {
    rmSync(this.#filler)
  }

  close(): void {
    execFileSync('umount', ['-l', this.folder])
    rmSync(this.folder, { recursive: true })
  }
}

describe.skipIf(!hasOwnServer)('faults of Meilisearch', { timeout: PATIENCE_MS }, () => {
  let dataFolder: string
  let database: Database
  let server: OwnServer
  let settings: MeilisearchSettings
  const open: { close(): void | Promise<void> }[] = []

  beforeEach(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'tierbook-faults-'))
    database = openDatabase(dataFolder)
    load(database, [PACK])
    server = await OwnServer.start()
    settings = { url: server.url, ...(await server.keys()), prefix: 'test' }
  })
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close()
    database.close()
    await server.remove()
    rmSync(dataFolder, { recursive: true })
  })

  const opened = <T extends { close(): void | Promise<void> }>(one: T): T => {
    open.push(one)
    return one
  }
  const guarded = (own = settings) => opened(new GuardedEngine(own, dataFolder, { follows: true }))
  const indexer = () => new Indexer(settings, settings.adminKey ?? '', opened(new Source(dataFolder)), database.sqlite)
  const asked = (q: string) => parseQuestion('organizations', [['q', q]], new DirectoryVocabulary(database.sqlite))

  /** Give some organizations a name that only they have. */
  const write = (name: string) => {
    const ids = database.drizzle.select({ id: organizations.id }).from(organizations).limit(WRITTEN).all()
    database.drizzle.transaction((transaction) => {
      for (const { id } of ids) transaction.update(organizations).set({ name }).where(eq(organizations.id, id)).run()
    })
  }

  /** Wait until Meilisearch itself holds everything, and compare it with the database. */
  const expectRecovered = async (...names: string[]) => {
    const alone = new MeilisearchEngine(settings, opened(new Source(dataFolder)))
    for (const late = Date.now() + PATIENCE_MS; ; await delay(100)) {
      const status = await alone.status().catch(() => null)
      if (status || Date.now() > late) break
    }
    expect(await alone.status()).toMatchObject({ organizations: 58, products: 40 })
    for (const name of names) expect(await alone.search(asked(name))).toMatchObject({ engine: 'meilisearch', total: WRITTEN })
  }

  it('killed while the indexes are built anew: what was searched stays, and the next rebuild is whole', async () => {
    const first = indexer()
    await rebuild(first, dataFolder)
    const kill: Promise<void>[] = []
    const broken = rebuild(first, dataFolder, (step) => {
      if (step === 'organizations' && kill.length === 0) kill.push(server.kill())
    })
    await expect(broken).rejects.toThrow()
    await Promise.all(kill)
    await server.run()
    expect(await first.standing()).toMatchObject({ standing: 'current' })
    await expectRecovered()
    await rebuild(first, dataFolder)
    await expectRecovered()
    const { results } = await first.client.getRawIndexes()
    expect(results.map(({ uid }) => uid).sort()).toEqual(['test-organizations', 'test-products', 'test-state'])
  })

  it('written to while the indexes are built anew: nothing is lost', async () => {
    const first = indexer()
    await rebuild(first, dataFolder, (step) => {
      if (step === 'organizations') write('Sanderling')
      if (step === 'swap') write('Oystercatcher')
    })
    expect(await first.standing()).toMatchObject({ standing: 'behind' })
    guarded()
    await expectRecovered('oystercatcher')
  })

  it('followed by two processes at once: one at a time indexes, and nothing is lost', async () => {
    const engines = [guarded(), guarded()]
    await expectRecovered()
    write('Sanderling')
    for (const engine of engines) expect(await engine.search(asked('sanderling'))).toMatchObject({ total: WRITTEN })
    write('Oystercatcher')
    for (const engine of engines) expect(await engine.search(asked('oystercatcher'))).toMatchObject({ total: WRITTEN })
    await expectRecovered('oystercatcher')
  })

  it.each([0, 20, 60, 120])('killed %i ms after a write: the embedded engine answers, and all is caught up', async (ms) => {
    const engine = guarded()
    await expectRecovered()
    write('Sanderling')
    await delay(ms)
    await server.kill()
    expect(await engine.search(asked('sanderling'))).toMatchObject({ engine: 'embedded', total: WRITTEN, notice: expect.any(String) })
    write('Oystercatcher')
    expect(await engine.search(asked('oystercatcher'))).toMatchObject({ engine: 'embedded', total: WRITTEN })
    expect(await engine.search(asked('sanderling'))).toMatchObject({ total: 0 })
    await server.run()
    await expectRecovered('oystercatcher')
  })

  it('its data removed while it was down: it is filled anew', async () => {
    const engine = guarded()
    await expectRecovered()
    await server.kill()
    server.wipe()
    write('Sanderling')
    await server.run()
    expect(await engine.search(asked('sanderling'))).toMatchObject({ engine: 'embedded', total: WRITTEN })
    expect(await server.keys()).toEqual({ searchKey: settings.searchKey, adminKey: settings.adminKey })
    expect(await engine.search(asked('sanderling'))).toMatchObject({ total: WRITTEN })
    await expectRecovered('sanderling')
  })

  it('put back to an older state: it says so itself, and gets what it lacks', async () => {
    const { client } = indexer()
    guarded()
    await expectRecovered()
    const stale = await client.index('test-state').getDocument(1)
    write('Sanderling')
    await expectRecovered('sanderling')
    await done(client.index('test-state').addDocuments([stale]))
    await expectRecovered('sanderling')
  })

  it.skipIf(!canMount)('its disk full: the embedded engine answers, and what was written comes when there is room', async () => {
    await server.remove()
    const disk = new SmallDisk()
    open.push(disk)
    server = await OwnServer.start(join(disk.folder, 'data'))
    settings = { ...settings, url: server.url, ...(await server.keys()) }
    const engine = guarded()
    await expectRecovered()
    disk.fill()
    write('Sanderling')
    expect(await engine.search(asked('sanderling'))).toMatchObject({ engine: 'embedded', total: WRITTEN })
    expect((await engine.status()).lag).toBe(WRITTEN)
    disk.empty()
    await expectRecovered('sanderling')
  })

  it('a wrong key: the embedded engine answers and says why, and the right key brings what was written', async () => {
    const engine = guarded({ ...settings, searchKey: 'wrong', adminKey: 'wrong' })
    write('Sanderling')
    expect(await engine.search(asked('sanderling'))).toMatchObject({ engine: 'embedded', total: WRITTEN, notice: expect.any(String) })
    expect(await engine.status()).toMatchObject({ engine: 'embedded', organizations: 58 })
    guarded()
    await expectRecovered('sanderling')
  })
})
