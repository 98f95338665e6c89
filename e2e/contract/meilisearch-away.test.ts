/** A Meilisearch that is not there, or says nothing: the embedded engine answers, says why, and nobody waits twice. Needs no server. */
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseQuestion } from '@/db/question'
import { GuardedEngine } from '@/db/search/meilisearch/guarded'
import { PACK } from './cases'
import { answer, type OpenPack, openPack } from './fixture'

const PROMPT_MS = 1_000

describe('Meilisearch that is away', () => {
  const sockets = new Set<Socket>()
  let silent: Server
  let silentUrl: string
  let opened: OpenPack | undefined

  beforeAll(async () => {
    silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    silentUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  afterEach(() => opened?.close())
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })

  const open = async (url: string) => {
    const settings = { url, searchKey: 'key', adminKey: 'key', prefix: 'test' }
    opened = await openPack(PACK, (dataFolder) => new GuardedEngine(settings, dataFolder, { follows: true }))
    const { directory } = opened
    return {
      engine: directory.engine,
      ask: (q: string) => answer(directory, parseQuestion('organizations', [['q', q]], directory.vocabulary())),
    }
  }

  it('is not there: the answer is whole, names the engine and says why', async () => {
    const { ask, engine } = await open('http://127.0.0.1:1')
    expect(await ask('tallyho')).toMatchObject({ engine: 'embedded', total: 8, notice: expect.stringContaining('embedded engine') })
    expect(await engine.best('organizations', 'marlin', 3)).toHaveLength(3)
    expect(await engine.status()).toMatchObject({ engine: 'embedded', organizations: 58, products: 40, notice: expect.any(String) })
    expect((await engine.status()).lag).toBeGreaterThan(0)
  })

  it('takes the question and never answers: it is waited for once, and then left alone', async () => {
    const { ask } = await open(silentUrl)
    expect(await ask('tallyho')).toMatchObject({ engine: 'embedded', total: 8 })
    const start = performance.now()
    expect(await ask('marlin')).toMatchObject({ engine: 'embedded', total: 9 })
    expect(performance.now() - start).toBeLessThan(PROMPT_MS)
  })
})
