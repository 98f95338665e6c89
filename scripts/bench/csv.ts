/** The process in which the CSV export of all organizations is measured beside the sqlite3 shell's; prints one line of JSON. */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { shellCommands } from '@/db/bench/shell-csv'
import { openDirectory } from '@/db/directory'
import { exportCsv } from '@/db/export/csv'
import { Problem } from '@/db/problem'
import { parseQuestion } from '@/db/question'
import { readSettings } from '@/db/settings'
import { run } from '../run'

/** The fastest of so many turns counts: what else the machine does only ever adds. */
const TURNS = 3

export interface MeasuredCsv {
  rows: number
  /** Seconds from the question to the last byte in a file. */
  seconds: number
  bytes: number
  /** Resident bytes at most while exporting, less those before. */
  growth: number
  /** The same of the sqlite3 shell; null where the machine has none. */
  shell: { seconds: number; bytes: number; version: string } | null
}

async function measureExport(folder: string): Promise<Omit<MeasuredCsv, 'shell'>> {
  // Whatever else is configured: the directory's own engine, built before the export and not within it.
  const directory = openDirectory({ ...readSettings(), dataFolder: folder, meilisearch: null })
  const output = join(folder, 'export.csv')
  try {
    await directory.engine.status()
    const question = parseQuestion('organizations', [], directory.vocabulary(), 'export')
    const all: Omit<MeasuredCsv, 'shell'> = { rows: 0, seconds: Number.POSITIVE_INFINITY, bytes: 0, growth: 0 }
    for (let turn = 0; turn < TURNS; turn++) {
      globalThis.gc?.()
      const before = process.memoryUsage.rss()
      const file = openSync(output, 'w')
      const start = performance.now()
      const { total, pieces } = await exportCsv(directory, question)
      for (const piece of pieces) {
        writeSync(file, piece)
        all.growth = Math.max(all.growth, process.memoryUsage.rss() - before)
      }
      closeSync(file)
      all.seconds = Math.min(all.seconds, (performance.now() - start) / 1000)
      all.rows = total
      all.bytes = statSync(output).size
    }
    return all
  } finally {
    rmSync(output, { force: true })
    await directory.close()
  }
}

function measureShell(folder: string): MeasuredCsv['shell'] {
  const output = join(folder, 'shell.csv')
  if (spawnSync('sqlite3', ['--version']).error) return null
  const version = execFileSync('sqlite3', ['--version'], { encoding: 'utf8' }).split(' ')[0] ?? ''
  let seconds = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now()
    const ended = spawnSync('sqlite3', ['-readonly', '-bail', join(folder, 'tierbook.db')], {
      input: shellCommands(output),
      encoding: 'utf8',
    })
    if (ended.status !== 0) throw new Problem(`The sqlite3 shell failed: ${ended.stderr.trim()}`, 'Is it a version of this decade?')
    seconds = Math.min(seconds, (performance.now() - start) / 1000)
  }
  const bytes = statSync(output).size
  rmSync(output)
  return { seconds, bytes, version }
}

await run(async ([folder]) => {
  if (folder === undefined) throw new Error('No folder.')
  const measured: MeasuredCsv = { ...(await measureExport(folder)), shell: measureShell(folder) }
  process.stdout.write(`${JSON.stringify(measured)}\n`)
})
