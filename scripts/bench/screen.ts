/**
 * The process in which the screen is measured in a real Chromium over a synthetic directory: from a key to the painted answer, beside loading
 * the page of the same question, and how much script the page needs before it does anything. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { openBench, SEED } from '@/db/bench/prepare'
import { Problem } from '@/db/problem'
import { run } from '../run'
import { browserOptions } from './chromium'
import { type Scores, scorePages } from './lighthouse'
import { serving } from './serving'

/** How many texts are typed, and at most how many letters of each. */
const TEXTS = 24
const LETTERS = 8
/** A quick typist's pause between two keys. */
const PAUSE_MS = 150
/** Past this a task keeps a person waiting. */
const LONG_TASK_MS = 50
const SECOND = 1000

export interface MeasuredScreen {
  /** Milliseconds from each key to its painted answer. */
  keys: number[]
  /** Milliseconds to load the page of each text as a document. */
  loads: number[]
  /** Tasks longer than 50 ms while typing, in milliseconds. */
  longTasks: number[]
  /** Bytes of script, compressed: what the page loads before anything is touched, and of that Next's own. */
  script: { total: number; framework: number }
  lighthouse: Scores[]
}

/** What the page notes down about itself while it is typed into. */
declare global {
  interface Window {
    tierbookBench: { longTasks: number[]; answered: (text: string) => Promise<number> }
  }
}

/** The longest of the recorded texts that are typed key by key, so that the screen is asked what the engines are. */
function textsOf(folder: string): string[] {
  const bench = openBench(folder, SEED)
  try {
    const typed = bench.questions.filter(({ kind }) => kind === 'keystroke').map(({ question }) => question.q)
    const whole = typed.filter((text, at) => !typed[at + 1]?.startsWith(text))
    return [...new Set(whole)].slice(0, TEXTS).map((text) => text.slice(0, LETTERS))
  } finally {
    bench.close()
  }
}

async function measure(base: string, texts: readonly string[]): Promise<Omit<MeasuredScreen, 'lighthouse'>> {
  const browser = await chromium.launch(browserOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // Compiled for Node, functions name themselves by a helper that a page does not have.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(watch)
    await page.goto(base, { waitUntil: 'networkidle' })
    const script = { total: await scriptBytes(page), framework: frameworkBytes() }
    const keys: number[] = []
    const box = page.getByRole('combobox').first()
    for (const text of texts) {
      await box.fill('')
      await page.waitForTimeout(PAUSE_MS)
      for (let end = 1; end <= text.length; end++) {
        if (text.slice(0, end).trim() === text.slice(0, end - 1).trim()) {
          await page.keyboard.type(text.charAt(end - 1))
          continue
        }
        const [painted] = await Promise.all([
          page.evaluate((typed) => window.tierbookBench.answered(typed), text.slice(0, end).trim()),
          page.keyboard.type(text.charAt(end - 1)),
        ])
        keys.push(painted)
        await page.waitForTimeout(PAUSE_MS)
      }
    }
    const longTasks = await page.evaluate(() => window.tierbookBench.longTasks)
    const loads: number[] = []
    for (const q of texts) {
      await page.goto(`${base}/?${new URLSearchParams({ q })}`)
      loads.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0))
    }
    return { keys, loads, longTasks: longTasks.filter((task) => task > LONG_TASK_MS), script }
  } finally {
    await browser.close()
  }
}

/** The main pages: both rooms, a search and the entry that it finds first. */
async function pagesOf(base: string): Promise<string[]> {
  const { hits } = (await (await fetch(`${base}/api/organizations?q=server&size=1`)).json()) as { hits: { url: string }[] }
  return ['/', '/products', '/?q=server', ...hits.map(({ url }) => url)]
}

/** Runs in the page: note long tasks, and say when the answer to a text has been painted, counted from the key that asked for it. */
function watch(): void {
  const longTasks: number[] = []
  let key = 0
  addEventListener('keydown', (event) => (key = event.timeStamp), { capture: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime > key && key > 0) longTasks.push(duration)
  }).observe({ type: 'longtask' })
  const answered = (text: string) =>
    new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`No answer to “${text}” within ten seconds.`)), 10_000)
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-answered]')?.getAttribute('data-answered') !== text) return
        observer.disconnect()
        // A task that is posted in a frame runs after that frame is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - key)
          port2.postMessage(null)
        })
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-answered'] })
    })
  window.tierbookBench = { longTasks, answered }
}

function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => new URL(entry.name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  )
}

/** The files that Next gives every page, as its build lists them. */
function frameworkBytes(): number {
  const { rootMainFiles } = JSON.parse(readFileSync(join('.next', 'build-manifest.json'), 'utf8')) as { rootMainFiles: string[] }
  return rootMainFiles.reduce((sum, file) => sum + gzipSync(readFileSync(join('.next', file))).length, 0)
}

/** What a person waits for at most, for a server that is stuck. */
setTimeout(() => {
  throw new Problem('The screen was not measured within ten minutes.', 'Ask for a smaller size with --sizes.')
}, 600 * SECOND).unref()

await run(async ([folder]) => {
  if (folder === undefined) throw new Error('No folder.')
  const measured = await serving(folder, async (base): Promise<MeasuredScreen> => {
    return { ...(await measure(base, textsOf(folder))), lighthouse: await scorePages(base, await pagesOf(base)) }
  })
  process.stdout.write(`${JSON.stringify(measured)}\n`)
})
