/**
 * Measure the search on synthetic directories of several sizes, each engine in a process of its own:
 * `npm run bench -- [--full] [--sizes 1000,10000] [--only embedded,orama] [--seconds 180] [--json FILE]`.
 */
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { prepare, SEED } from '@/db/bench/prepare'
import { Problem } from '@/db/problem'
import { readSettings } from '@/db/settings'
import type { Measured } from './bench/measure'
import { SUBJECTS, type SubjectName } from './bench/subject'
import { megabytes, printRows, type Row, rows } from './bench/table'
import { startNode } from './child'
import { run } from './run'

const SIZES = [1_000, 10_000, 100_000]
const FULL_SIZE = 1_000_000
const SMALLEST = 1_000
/** The most seconds that all passes of one subject may take, unless said. */
const SECONDS = 180
/** Peers keep everything in JavaScript objects; this lets them. */
const PEERS_HEAP = '--max-old-space-size=12288'
/** At the full size only these are asked: the others need more memory or time than a desk has. */
const FULL_SUBJECTS: readonly SubjectName[] = ['embedded', 'fts5', 'meilisearch']

interface Result {
  organizations: number
  questions: number
  rows: Row[]
}

await run(async (args) => {
  const { sizes, only, seconds, json } = readArguments(args)
  const { dataFolder, contentFolders } = readSettings()
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? process.arch}), ${megabytes(totalmem())}, Node ${process.versions.node}`
  console.log(machine)
  const results: Result[] = []
  for (const made of prepare(join(dataFolder, 'bench'), contentFolders, sizes, SEED)) {
    console.log(
      `\n${made.size.toLocaleString('en')} organizations, ${made.kept ? 'kept from before' : `made in ${made.seconds.toFixed(1)} s`}`,
    )
    const measured: Measured[] = []
    for (const subject of only) {
      if (made.size >= FULL_SIZE && !FULL_SUBJECTS.includes(subject)) continue
      measured.push(await measure(subject, made.folder, seconds))
    }
    const table = rows(measured)
    console.log(printRows(table))
    results.push({ organizations: made.size, questions: measured[0]?.totals.length ?? 0, rows: table })
  }
  const notes = new Map(results.flatMap((result) => result.rows.map(({ subject, notes }) => [subject, notes] as const)))
  for (const [subject, lines] of notes) for (const line of lines) console.log(`${subject}: ${line}`)
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, seed: SEED, results }, null, 2)}\n`)
})

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      full: { type: 'boolean' },
      sizes: { type: 'string' },
      only: { type: 'string' },
      seconds: { type: 'string' },
      json: { type: 'string' },
    },
  })
  const sizes = values.sizes === undefined ? [...SIZES, ...(values.full ? [FULL_SIZE] : [])] : values.sizes.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < SMALLEST)) {
    throw new Problem(`“${values.sizes}” are no sizes.`, `Give whole numbers of at least ${SMALLEST}, separated by commas.`)
  }
  const seconds = Number(values.seconds ?? SECONDS)
  if (!(seconds > 0)) throw new Problem(`“${values.seconds}” is no number of seconds.`, 'Give a number above 0.')
  const named = values.only?.split(',') ?? SUBJECTS.filter((subject) => subject !== 'meilisearch' || process.env.MEILI_URL)
  const only = named.map((name) => {
    const subject = SUBJECTS.find((known) => known === name)
    if (subject === undefined) throw new Problem(`There is no subject “${name}”.`, `It is one of: ${SUBJECTS.join(', ')}.`)
    return subject
  })
  return { sizes: sizes.sort((a, b) => a - b), only, seconds, json: values.json }
}

/** Run one subject in a process of its own, so that no other's memory or compiled code is in its way. */
async function measure(subject: SubjectName, folder: string, seconds: number): Promise<Measured> {
  const heap = subject === 'embedded' ? [] : [PEERS_HEAP]
  const child = startNode(
    ['--expose-gc', ...heap, '--import', 'tsx', join('scripts', 'bench', 'measure.ts'), subject, folder, String(SEED), String(seconds)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [output, { code }] = await Promise.all([child.stdout ? text(child.stdout) : '', child.ended])
  if (code !== 0) throw new Problem(`Measuring ${subject} ended with exit code ${code}.`, 'What it printed says why.')
  return JSON.parse(output) as Measured
}
