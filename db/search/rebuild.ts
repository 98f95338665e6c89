/** Building the large indexes anew in a thread of their own, while questions are answered from those there are. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Built } from './build'

/** The working folder is the project's root in every way the project is run. */
const THREAD = join('db', 'search', 'build-thread.ts')

export class Rebuild {
  readonly #worker: Worker
  #built: Built | undefined
  #ended = false

  /** @param dataFolder Holds the database. */
  constructor(dataFolder: string) {
    this.#worker = new Worker(runningSource(THREAD), { eval: true, workerData: dataFolder })
    // A process that has nothing else to do need not wait for it.
    this.#worker.unref()
    this.#worker.once('message', (built: Built) => (this.#built = built))
    // Answers are right without it, only slower: it is told, and tried again after the next write.
    this.#worker.once('error', (error) => process.emitWarning(error))
    this.#worker.once('exit', () => (this.#ended = true))
  }

  /** What was built, once; undefined while it is not ready. */
  take(): Built | undefined {
    const built = this.#built
    this.#built = undefined
    return built
  }

  /** Whether nothing will come of it any more. */
  get over(): boolean {
    return this.#ended && this.#built === undefined
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** What a thread does first to run a source as it is: no bundle of the app has it, and none need. */
const runningSource = (path: string) =>
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(resolve(path)).href)}) })`
