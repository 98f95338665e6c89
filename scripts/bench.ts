/**
 * Measure the search on synthetic directories of several sizes, each engine in a process of its own:
 * `npm run bench -- [--full] [--sizes 1000,10000] [--only embedded,orama] [--seconds 180] [--json FILE]`. With `--parity` nothing is
 * measured: two engines' answers are compared, on the pack that ships and on the sizes that are named.
 */
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { openBench, prepare, SEED } from '@/db/bench/prepare'
import { Problem } from '@/db/problem'
import { readSettings } from '@/db/settings'
import type { MeasuredCsv } from './bench/csv'
import type { Measured } from './bench/measure'
import type { MeasuredPages } from './bench/pages'
import { printParity, realQuestions } from './bench/parity'
import type { MeasuredScreen } from './bench/screen'
import { SUBJECTS } from './bench/subject'
import { megabytes, printCsv, printPages, printRows, printScreen, printWrite, type Row, rows } from './bench/table'
import type { MeasuredWrite } from './bench/write'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build'
import { startNode } from './child'
import { run } from './run'

const SIZES = [1_000, 10_000, 100_000]
const FULL_SIZE = 1_000_000
const SMALLEST = 1_000
/** The most seconds that all passes of one subject may take, unless said. */
const SECONDS = 180
/** What is not built and measured by then is stopped. */
const MOST_SECONDS = 120 * 60
/** Peers keep everything in JavaScript objects; this lets them. */
const PEERS_HEAP = '--max-old-space-size=12288'

const USAGE = 'Call it as npm run bench -- [--full] [--sizes 1000,10000] [--only embedded,orama] [--seconds 180] [--json FILE].'

/** What `--only` can name: a subject, what a write costs, the CSV export beside the sqlite3 shell's, the screen in a browser, or the main pages. */
const NAMES = [...SUBJECTS, 'write', 'csv', 'screen', 'pages'] as const
type Name = (typeof NAMES)[number]
/** At the full size only these are measured: the others need more memory or time than a desk has. */
const FULL_NAMES: readonly Name[] = ['embedded', 'fts5', 'meilisearch', 'write', 'csv']

interface Result {
  organizations: number
  questions: number
  rows: Row[]
  write: MeasuredWrite | null
  csv: MeasuredCsv | null
  screen: MeasuredScreen | null
  pages: MeasuredPages | null
}

await run(async (args) => {
  const { sizes, only, seconds, json, parity } = readArguments(args)
  const settings = readSettings()
  const { dataFolder, contentFolders } = settings
  if (parity) {
    const benchFolder = join(dataFolder, 'bench')
    for (const made of prepare(benchFolder, contentFolders, sizes, SEED)) {
      console.log(`\n${made.size.toLocaleString('en')} organizations`)
      const bench = openBench(made.folder, SEED)
      bench.close()
      await printParity(
        settings,
        made.folder,
        bench.questions.map(({ question }) => question),
      )
    }
    console.log('\nThe pack that ships')
    const pack = join(benchFolder, 'pack')
    await printParity(settings, pack, realQuestions(settings, pack))
    return
  }
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? process.arch}), ${megabytes(totalmem())}, Node ${process.versions.node}`
  console.log(machine)
  const results: Result[] = []
  /** After each piece, so that what was measured is not lost with what comes after it. */
  const save = () => {
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, seed: SEED, results }, null, 2)}\n`)
  }
  for (const made of prepare(join(dataFolder, 'bench'), contentFolders, sizes, SEED)) {
    console.log(
      `\n${made.size.toLocaleString('en')} organizations, ${made.kept ? 'kept from before' : `made in ${made.seconds.toFixed(1)} s`}`,
    )
    const result: Result = { organizations: made.size, questions: 0, rows: [], write: null, csv: null, screen: null, pages: null }
    results.push(result)
    const measured: Measured[] = []
    for (const name of only) {
      if (made.size >= FULL_SIZE && !FULL_NAMES.includes(name)) continue
      process.stderr.write(`  measuring ${name} …\n`)
      if (name === 'csv') result.csv = await inOwnProcess<MeasuredCsv>('csv', [], [made.folder])
      else if (name === 'write') result.write = await inOwnProcess<MeasuredWrite>('write', [], [made.folder])
      else if (name === 'screen') result.screen = await measureScreen(made.folder)
      else if (name === 'pages') result.pages = await measurePages(made.folder)
      else {
        const one = await inOwnProcess<Measured>('measure', name === 'embedded' ? [] : [PEERS_HEAP], [
          name,
          made.folder,
          String(SEED),
          String(seconds),
        ])
        if (one) measured.push(one)
        result.rows = rows(measured)
        result.questions = measured[0]?.totals.length ?? 0
      }
      save()
    }
    if (result.rows.length > 0) process.stdout.write(printRows(result.rows))
    if (result.write) console.log(printWrite(result.write))
    if (result.csv) console.log(printCsv(result.csv))
    if (result.screen) console.log(printScreen(result.screen))
    if (result.pages) process.stdout.write(printPages(result.pages))
  }
  const notes = new Map(results.flatMap((result) => result.rows.map(({ subject, notes }) => [subject, notes] as const)))
  for (const [subject, lines] of notes) for (const line of lines) console.log(`${subject}: ${line}`)
})

function readArguments(args: string[]) {
  const values = readOptions(args)
  const sizes =
    values.sizes === undefined
      ? [...(values.parity ? [] : SIZES), ...(values.full ? [FULL_SIZE] : [])]
      : values.sizes.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < SMALLEST)) {
    throw new Problem(`“${values.sizes}” are no sizes.`, `Give whole numbers of at least ${SMALLEST}, separated by commas.`)
  }
  const seconds = Number(values.seconds ?? SECONDS)
  if (!(seconds > 0)) throw new Problem(`“${values.seconds}” is no number of seconds.`, 'Give a number above 0.')
  const named = values.only?.split(',') ?? NAMES.filter((name) => name !== 'meilisearch' || process.env.MEILI_URL)
  const only = named.map((name): Name => {
    const known = NAMES.find((one) => one === name)
    if (known === undefined) throw new Problem(`There is nothing to measure called “${name}”.`, `It is one of: ${NAMES.join(', ')}.`)
    return known
  })
  return { sizes: sizes.sort((a, b) => a - b), only, seconds, json: values.json, parity: values.parity === true }
}

function readOptions(args: string[]) {
  const [flag, value] = [{ type: 'boolean' }, { type: 'string' }] as const
  try {
    return parseArgs({ args, options: { full: flag, sizes: value, only: value, seconds: value, json: value, parity: flag } }).values
  } catch (error) {
    if (error instanceof TypeError) throw new Problem(error.message, USAGE, { cause: error })
    throw error
  }
}

/** What the screen needs is there before its process starts, which prints nothing but its measurements. */
async function measureScreen(folder: string): Promise<MeasuredScreen | null> {
  await ensureBrowser()
  await ensureBuild()
  return inOwnProcess<MeasuredScreen>('screen', [], [folder])
}

async function measurePages(folder: string): Promise<MeasuredPages | null> {
  await ensureBuild()
  return inOwnProcess<MeasuredPages>('pages', [], [folder])
}

/**
 * Run a script of the bench in a process of its own, so that no other's memory or compiled code is in its way.
 * @returns what it prints in its last line; null where its time was up or it failed, which is told: the others are measured all the same.
 */
async function inOwnProcess<Printed>(script: string, flags: string[], args: string[]): Promise<Printed | null> {
  const file = join('scripts', 'bench', `${script}.ts`)
  const child = startNode(['--expose-gc', ...flags, '--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let late = false
  const limit = setTimeout(() => {
    late = true
    child.stop()
  }, MOST_SECONDS * 1000)
  const [printed, { code, stopped }] = await Promise.all([child.stdout ? text(child.stdout) : '', child.ended])
  clearTimeout(limit)
  if (late) {
    console.log(`${args[0]}: stopped, for it was not ready after ${MOST_SECONDS / 60} minutes`)
    return null
  }
  if (stopped) throw new Problem('The bench was stopped.', 'The directories it made are kept for the next time.')
  if (code !== 0) {
    console.log(`Measuring ${[script, ...args].join(' ')} ended with exit code ${code}; what it printed says why.`)
    process.exitCode = 1
    return null
  }
  return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as Printed
}
