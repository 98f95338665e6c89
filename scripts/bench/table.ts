/** Numbers of the bench as people read them. */
import { type TextColumn, textTable } from '../table'
import type { MeasuredCsv } from './csv'
import type { Measured, Pass } from './measure'
import type { MeasuredPage, MeasuredPages } from './pages'
import type { MeasuredScreen } from './screen'
import type { SubjectName } from './subject'
import type { MeasuredWrite } from './write'

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
  /** Bytes on disk beside the database. */
  disk: number
  /** The first pass: each question for the first time. */
  cold: Spread | null
  /** The later passes: each question's fastest time in them, for what else the machine does only ever adds. */
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
      disk: one.disk,
      cold: spread(cold ?? []),
      warm: spread(fastest(warm)),
      ratio: { cold: ratio(cold ?? [], baseCold ?? []), warm: ratio(fastest(warm), fastest(baseWarm)) },
      notes: one.notes,
    }
  })
}

/** Per question the least of what the passes took. */
function fastest(passes: readonly Pass[]): Pass {
  return (passes[0] ?? []).map((_, at) => passes.reduce<number | null>((least, pass) => lesser(least, pass[at] ?? null), null))
}

const lesser = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))

function spread(pass: Pass): Spread | null {
  const times = pass.filter((time) => time !== null).sort((a, b) => a - b)
  const max = times.at(-1)
  return max === undefined ? null : { asked: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), max }
}

/** The smallest of the sorted times that so large a share of them does not exceed. */
export const percentile = (sorted: readonly number[], share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0

/** Compared over the questions that both were asked. */
function ratio(pass: Pass, base: Pass): Ratio | null {
  const both = (of: Pass) => of.map((time, at) => (typeof pass[at] === 'number' && typeof base[at] === 'number' ? time : null))
  const [mine, theirs] = [spread(both(pass)), spread(both(base))]
  return mine && theirs ? { p50: mine.p50 / theirs.p50, p95: mine.p95 / theirs.p95 } : null
}

const HEADINGS = [
  '',
  'build',
  'memory',
  'disk',
  'cold p50',
  'p95',
  'max',
  'warm p50',
  'p95',
  'max',
  'p95 ÷ embedded: cold',
  'warm',
  'asked',
]
const WIDEST = 24
const COLUMNS = HEADINGS.map((title, at): TextColumn => ({ title, most: WIDEST, align: at === 0 ? 'left' : 'right' }))

/** The rows as a table of plain text, milliseconds unless said. */
export function printRows(table: readonly Row[]): string {
  const times = (spread: Spread | null) => (spread ? [spread.p50, spread.p95, spread.max].map(milliseconds) : ['–', '–', '–'])
  const lines = table.map(({ subject, build, resident, disk, cold, warm, ratio }) => [
    subject,
    `${build.toFixed(1)} s`,
    resident === null ? '–' : megabytes(resident),
    disk === 0 ? '–' : megabytes(disk),
    ...times(cold),
    ...times(warm),
    ratio.cold ? factor(ratio.cold.p95) : '–',
    ratio.warm ? factor(ratio.warm.p95) : '–',
    String(cold?.asked ?? 0),
  ])
  return textTable(COLUMNS, lines)
}

/** The screen in a browser: typing beside loading pages, and the script it takes. */
export function printScreen({ keys, loads, longTasks, script, lighthouse }: MeasuredScreen): string {
  const [key, load] = [spread(keys), spread(loads)]
  if (key === null || load === null) return 'Screen: nothing was measured'
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return [
    `Screen, from key to painted answer (${key.asked} keys): p50 ${milliseconds(key.p50)}, p95 ${milliseconds(key.p95)}, max ${milliseconds(key.max)} ms`,
    `  tasks over 50 ms while typing: ${longTasks.length === 0 ? 'none' : longTasks.map(milliseconds).join(', ')}`,
    `  loading the page of the same question instead: p50 ${milliseconds(load.p50)} ms, ${factor(load.p50 / key.p50)} as long`,
    `  script of the first load, compressed: ${kilobytes(script.total)}, beyond Next's own ${kilobytes(script.total - script.framework)}`,
    ...lighthouse.map(({ path, scores, short }) => {
      const points = Object.entries(scores).map(([category, score]) => `${category} ${score}`)
      return `  Lighthouse ${path}: ${points.join(', ')}${short.length > 0 ? ` (short of it: ${short.join(', ')})` : ''}`
    }),
  ].join('\n')
}

const PAGE_HEADINGS = ['page', 'first ms', 'p50', 'p95', 'max', 'p50 ÷ health', 'kB']
const WIDEST_PAGE = 40
const PAGE_COLUMNS = PAGE_HEADINGS.map((title, at): TextColumn => ({ title, most: WIDEST_PAGE, align: at === 0 ? 'left' : 'right' }))

/** The pages beside what any request costs, milliseconds to the last byte. */
export function printPages({ floor, pages }: MeasuredPages): string {
  const base = spread(floor.times)?.p50
  const line = ({ path, first, times, bytes }: MeasuredPage) => {
    const after = spread(times)
    if (after === null || base === undefined) return [path]
    const figures = [first, after.p50, after.p95, after.max].map(milliseconds)
    return [path, ...figures, factor(after.p50 / base), (bytes / 1000).toFixed(0)]
  }
  return textTable(PAGE_COLUMNS, [floor, ...pages].map(line))
}

/** The export beside the shell's, in one line. */
export function printCsv({ rows, seconds, bytes, growth, shell }: MeasuredCsv): string {
  const own = `CSV of ${rows.toLocaleString('en')} rows (${megabytes(bytes)}): ${seconds.toFixed(2)} s, resident memory grows by ${megabytes(growth)}`
  if (shell === null) return `${own}; there is no sqlite3 shell on this machine to compare with`
  return `${own}; sqlite3 ${shell.version} .mode csv: ${shell.seconds.toFixed(2)} s, ${factor(seconds / shell.seconds)}`
}

/** What a write costs, in one line. */
export function printWrite({ anew, seen, before, after }: MeasuredWrite): string {
  const times = seen.map(({ count, p50, max }) => `${count.toLocaleString('en')} in ${milliseconds(p50)} ms (at most ${milliseconds(max)})`)
  return `Commits of another process, seen by the next answer: ${times.join(', ')}; building anew takes ${anew.toFixed(1)} s; warm p95 ${milliseconds(before)} ms before them, ${milliseconds(after)} after`
}

const milliseconds = (time: number) => (time < 10 ? time.toFixed(2) : time < 100 ? time.toFixed(1) : time.toFixed(0))
const factor = (ratio: number) => `× ${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}`
export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
