/**
 * The process in which writes are measured: another process commits, this one asks at once, and the time from the commit to the first answer
 * that sees it counts. Beside it what building the engine anew takes, which every write would cost without layers; one line of JSON.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { openBench, SEED } from '@/db/bench/prepare'
import type { Question } from '@/db/question'
import { EmbeddedEngine } from '@/db/search/embedded'
import { run } from '../run'
import { now } from './now'
import { percentile } from './table'
import type { Rename } from './writer'

/** Organizations in one commit, and how many commits of each kind. */
const COUNTS = [1, 10, 100, 1000]
const TURNS = 9
/** Commits change at most so large a share of the directory. */
const MOST_SHARE = 0.01

export interface MeasuredWrite {
  /** Seconds to build the engine. */
  anew: number
  /** Milliseconds from a commit of so many organizations to the first answer with all of them. */
  seen: { count: number; p50: number; max: number }[]
  /** Milliseconds of questions before all writes and after them. */
  before: number
  after: number
}

async function measure(folder: string): Promise<MeasuredWrite> {
  const bench = openBench(folder, SEED)
  const { questions } = bench
  bench.close()
  const start = performance.now()
  const engine = new EmbeddedEngine(folder)
  const anew = (performance.now() - start) / 1000
  const writer = fork(join('scripts', 'bench', 'writer.ts'), [folder], { execArgv: ['--import', 'tsx'] })
  try {
    const asked = questions.map(({ question }) => question)
    const [plain] = asked
    if (!plain) throw new Error('There is nothing to ask.')
    const before = await p95(engine, asked)
    const { organizations } = await engine.status()
    const seen: MeasuredWrite['seen'] = []
    for (const count of COUNTS.filter((each) => each === 1 || each <= organizations * MOST_SHARE)) {
      const times: number[] = []
      for (let turn = 0; turn < TURNS; turn++) times.push(await untilSeen(engine, writer, { count, word: `zq${count}x${turn}` }, plain))
      times.sort((a, b) => a - b)
      seen.push({ count, p50: percentile(times, 0.5), max: times.at(-1) ?? 0 })
    }
    return { anew, seen, before, after: await p95(engine, asked) }
  } finally {
    writer.send('end')
    await once(writer, 'exit')
    await engine.close()
  }
}

async function untilSeen(engine: EmbeddedEngine, writer: ChildProcess, rename: Rename, plain: Question): Promise<number> {
  const committed = once(writer, 'message')
  writer.send(rename)
  const [at] = (await committed) as [number]
  const { total } = await engine.search({ ...plain, q: rename.word, filters: {}, sort: { by: 'relevance', descending: false }, page: 1 })
  const taken = now() - at
  if (total !== rename.count) throw new Error(`The question after a commit of ${rename.count} found ${total}.`)
  return taken
}

/** Of the second of two passes, when all is warm. */
async function p95(engine: EmbeddedEngine, questions: readonly Question[]): Promise<number> {
  for (const question of questions) await engine.search(question)
  const times: number[] = []
  for (const question of questions) {
    const start = performance.now()
    await engine.search(question)
    times.push(performance.now() - start)
  }
  return percentile(
    times.sort((a, b) => a - b),
    0.95,
  )
}

await run(async ([folder]) => {
  if (folder === undefined) throw new Error('No folder.')
  process.stdout.write(`${JSON.stringify(await measure(folder))}\n`)
})
