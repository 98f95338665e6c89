/** Numbers of the bench as people read them. */
import type { MeasuredCsv } from './csv'
import type { Measured, Pass } from './measure'
import type { SubjectName } from './subject'

export interface Spread {
  asked: number
  p50: number
  p95: number
  max: number
}

export interface Row {
  subject: SubjectName
  /** Seconds. */
  build: number
  resident: number | null
  peak: number
  /** The first pass: each question for the first time. */
  cold: Spread | null
  /** The later passes together. */
  warm: Spread | null
  /** p50 and p95 divided by the embedded engine's, over the questions both were asked; null without them. */
  ratio: { cold: Ratio | null; warm: Ratio | null }
  notes: string[]
}

export interface Ratio {
  p50: number
  p95: number
}

/** A row per subject, compared with the embedded engine's where it was measured too. */
export function rows(measured: readonly Measured[]): Row[] {
  const base = measured.find(({ subject }) => subject === 'embedded')
  return measured.map((one) => {
    const [cold, ...warm] = one.passes
    const [baseCold, ...baseWarm] = base?.passes ?? []
    return {
      subject: one.subject,
      build: one.build,
      resident: one.resident,
      peak: one.peak,
      cold: spread(cold ? [cold] : []),
      warm: spread(warm),
      ratio: { cold: ratio(cold ? [cold] : [], baseCold ? [baseCold] : []), warm: ratio(warm, baseWarm) },
      notes: one.notes,
    }
  })
}

function spread(passes: readonly Pass[]): Spread | null {
  const times = passes
    .flat()
    .filter((time) => time !== null)
    .sort((a, b) => a - b)
  const max = times.at(-1)
  return max === undefined ? null : { asked: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), max }
}

/** The smallest of the sorted times that so large a share of them does not exceed. */
const percentile = (sorted: readonly number[], share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0

/** Compared over the questions that both were asked, however many passes each had time for. */
function ratio(passes: readonly Pass[], base: readonly Pass[]): Ratio | null {
  const asked = (of: readonly Pass[], at: number) => of.some((pass) => typeof pass[at] === 'number')
  const both = (of: readonly Pass[]) => of.map((pass) => pass.map((time, at) => (asked(passes, at) && asked(base, at) ? time : null)))
  const [mine, theirs] = [spread(both(passes)), spread(both(base))]
  return mine && theirs ? { p50: mine.p50 / theirs.p50, p95: mine.p95 / theirs.p95 } : null
}

const HEADINGS = ['', 'build', 'memory', 'cold p50', 'p95', 'max', 'warm p50', 'p95', 'max', 'p95 ÷ embedded: cold', 'warm', 'asked']

/** The rows as a table of plain text, milliseconds unless said. */
export function printRows(table: readonly Row[]): string {
  const times = (spread: Spread | null) => (spread ? [spread.p50, spread.p95, spread.max].map(milliseconds) : ['–', '–', '–'])
  const lines = table.map(({ subject, build, resident, cold, warm, ratio }) => [
    subject,
    `${build.toFixed(1)} s`,
    resident === null ? '–' : megabytes(resident),
    ...times(cold),
    ...times(warm),
    ratio.cold ? factor(ratio.cold.p95) : '–',
    ratio.warm ? factor(ratio.warm.p95) : '–',
    String(cold?.asked ?? 0),
  ])
  return columns([HEADINGS, ...lines])
}

/** The export beside the shell's, in one line. */
export function printCsv({ rows, seconds, bytes, growth, shell }: MeasuredCsv): string {
  const own = `CSV of ${rows.toLocaleString('en')} rows (${megabytes(bytes)}): ${seconds.toFixed(2)} s, resident memory grows by ${megabytes(growth)}`
  if (shell === null) return `${own}; there is no sqlite3 shell on this machine to compare with`
  return `${own}; sqlite3 ${shell.version} .mode csv: ${shell.seconds.toFixed(2)} s, ${factor(seconds / shell.seconds)}`
}

/** Lines of cells under one another, the first column to the left, the others to the right. */
function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n')
}

const milliseconds = (time: number) => (time < 10 ? time.toFixed(2) : time < 100 ? time.toFixed(1) : time.toFixed(0))
const factor = (ratio: number) => `× ${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}`
export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
