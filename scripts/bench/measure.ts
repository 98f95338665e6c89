/** The process in which one subject is measured: builds it, asks the questions in passes, prints one line of JSON. */
import { openBench } from '@/db/bench/prepare'
import { run } from '../run'
import { type Contender, SUBJECTS, type Subject, type SubjectName } from './subject'

/** The first pass finds everything cold; the others are warm. */
const PASSES = 5

/** Milliseconds per question in the order asked; null where it could not be asked or time was up. */
export type Pass = (number | null)[]

export interface Measured {
  subject: SubjectName
  notes: string[]
  /** Seconds to build, or to read in, what answers. */
  build: number
  passes: Pass[]
  /** Matches per question. */
  totals: (number | null)[]
  /** Resident bytes of the process that answers, after the passes and a collection of garbage; null where unknown. */
  resident: number | null
  /** The most this process ever held. */
  peak: number
  /** Bytes on disk beside the database. */
  disk: number
}

const CONTENDERS: Record<SubjectName, () => Promise<{ contender: Contender }>> = {
  embedded: () => import('./embedded'),
  fts5: () => import('./fts5'),
  orama: () => import('./orama'),
  minisearch: () => import('./minisearch'),
  meilisearch: () => import('./meilisearch'),
}

/** @param seconds The most that all passes together may take. */
async function measure(subject: SubjectName, folder: string, seed: number, seconds: number): Promise<Measured> {
  const { contender } = await CONTENDERS[subject]()
  const bench = openBench(folder, seed)
  const start = performance.now()
  const built = await contender.build(bench)
  const build = (performance.now() - start) / 1000
  process.stderr.write(`    ready after ${build.toFixed(1)} s\n`)
  const { questions } = bench
  bench.close()
  globalThis.gc?.()
  const totals: (number | null)[] = questions.map(() => null)
  const passes: Pass[] = []
  const end = performance.now() + seconds * 1000
  while (passes.length < PASSES && performance.now() < end) {
    const pass: Pass = []
    for (const [at, { question }] of questions.entries()) pass.push(await timed(built, question, end, (total) => (totals[at] = total)))
    passes.push(pass)
    process.stderr.write(`    pass ${passes.length} of ${PASSES}\n`)
  }
  globalThis.gc?.()
  const resident = contender.server ? (built.serverBytes?.() ?? null) : process.memoryUsage().rss
  const disk = (await built.diskBytes?.()) ?? 0
  await built.close()
  return { subject, notes: contender.notes, build, passes, totals, resident, peak: process.resourceUsage().maxRSS * 1024, disk }
}

async function timed(
  built: Subject,
  question: Parameters<Subject['ask']>[0],
  end: number,
  found: (total: number) => void,
): Promise<number | null> {
  if (built.canAsk?.(question) === false || performance.now() > end) return null
  const start = performance.now()
  const total = await built.ask(question)
  const taken = performance.now() - start
  found(total)
  return taken
}

await run(async ([name, folder, seed, seconds]) => {
  const subject = SUBJECTS.find((known) => known === name)
  if (subject === undefined || folder === undefined) throw new Error(`No subject “${name}” or no folder.`)
  const measured = await measure(subject, folder, Number(seed), Number(seconds))
  process.stdout.write(`${JSON.stringify(measured)}\n`)
})
