/** A Meilisearch for tests: the one at MEILI_URL, or one of our own where MEILI_BIN names the program. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Meilisearch } from 'meilisearch'
import { done } from '@/db/search/meilisearch/indexer'
import { type Keys, makeKeys } from '@/db/search/meilisearch/keys'
import type { MeilisearchSettings } from '@/db/settings'

const { MEILI_URL, MEILI_KEY = '', MEILI_ADMIN_KEY = '', MEILI_BIN } = process.env

/** Whether there is a server to test with. */
export const hasServer = Boolean(MEILI_URL || MEILI_BIN)
/** Whether one can be killed and started again. */
export const hasOwnServer = Boolean(MEILI_BIN)

/** What the names of all tests' indexes begin with. */
const PREFIX = 'test'
const STARTS_WITHIN_MS = 30_000

export interface TestServer {
  url: string
  /** Settings with a prefix that no other test has. */
  settings(): MeilisearchSettings
  /** Remove the indexes of a prefix. */
  clean(settings: MeilisearchSettings): Promise<void>
  stop(): Promise<void>
}

/** The server of MEILI_URL, else one of our own. @throws {Error} where there is neither. */
export async function openServer(): Promise<TestServer> {
  if (MEILI_URL) return serverAt(MEILI_URL, MEILI_KEY, MEILI_ADMIN_KEY || MEILI_KEY, async () => {})
  const own = await OwnServer.start()
  const { searchKey, adminKey } = await own.keys()
  return serverAt(own.url, searchKey, adminKey, () => own.remove())
}

function serverAt(url: string, searchKey: string, adminKey: string, stop: () => Promise<void>): TestServer {
  return {
    url,
    settings: () => ({ url, searchKey, adminKey, prefix: `${PREFIX}-${randomUUID()}` }),
    async clean({ prefix }) {
      const client = new Meilisearch({ host: url, apiKey: adminKey })
      const { results } = await client.getRawIndexes({ limit: 1000 })
      for (const { uid } of results) if (uid.startsWith(prefix)) await done(client.deleteIndex(uid))
    },
    stop,
  }
}

/** A server that the tests start, kill and start again, on a free port of loopback, with a data folder to throw away. */
export class OwnServer {
  readonly masterKey = randomBytes(16).toString('hex')
  readonly #folder: string
  #process: ChildProcess | undefined

  private constructor(
    readonly url: string,
    readonly dataFolder: string,
    folder: string,
  ) {
    this.#folder = folder
  }

  /** @param dataFolder Where it keeps its data, unless in a folder of its own. */
  static async start(dataFolder?: string): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'tierbook-meilisearch-'))
    const server = new OwnServer(`http://127.0.0.1:${await freePort()}`, dataFolder ?? join(folder, 'data'), folder)
    await server.run()
    return server
  }

  /** Start it, on the data that it left. @throws {Error} where it does not answer in time. */
  async run(): Promise<void> {
    const address = new URL(this.url).host
    const args = [
      '--http-addr',
      address,
      '--master-key',
      this.masterKey,
      '--db-path',
      this.dataFolder,
      '--no-analytics',
      '--env',
      'production',
    ]
    const folders = ['--dump-dir', join(this.#folder, 'dumps'), '--snapshot-dir', join(this.#folder, 'snapshots')]
    this.#process = spawn(MEILI_BIN as string, [...args, ...folders], { cwd: this.#folder, stdio: 'ignore' })
    const client = new Meilisearch({ host: this.url, apiKey: this.masterKey })
    for (const late = Date.now() + STARTS_WITHIN_MS; !(await client.isHealthy()); await delay(50)) {
      if (Date.now() > late || this.#process.exitCode !== null) throw new Error(`${MEILI_BIN} does not answer at ${this.url}.`)
    }
  }

  /** Keys as a directory has them, which may do what it needs and nothing else. */
  keys(): Promise<Keys> {
    return makeKeys(this.url, this.masterKey, PREFIX)
  }

  /** End it as a crash or a cut of power would. */
  async kill(): Promise<void> {
    const process = this.#process
    if (!process || process.exitCode !== null || process.signalCode !== null) return
    const ended = once(process, 'exit')
    process.kill('SIGKILL')
    await ended
  }

  /** Throw its data away. */
  wipe(): void {
    rmSync(this.dataFolder, { recursive: true, force: true })
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The machine gave no port.')
  return address.port
}
