/** Lighthouse's scores of the main pages, as a desktop sees them. */
import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { Problem } from '@/db/problem'
import { settlePort } from '../server'
import { browserOptions } from './chromium'

/** From 0 to 100, by category. */
export interface Scores {
  path: string
  scores: Record<string, number>
  /** What cost points, by the audit's id. */
  short: string[]
}

/** @param base Where the app answers. @param paths Of the pages to score. */
export async function scorePages(base: string, paths: readonly string[]): Promise<Scores[]> {
  const { port } = await settlePort({ host: '127.0.0.1', port: 0 })
  const { args, ...options } = browserOptions()
  const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] })
  try {
    const all: Scores[] = []
    for (const path of paths) {
      const run = await lighthouse(base + path, { port, output: 'json', logLevel: 'error' }, desktopConfig)
      if (run === undefined) throw new Problem(`Lighthouse gave no report on ${path}.`, 'Run the bench again.')
      const { categories, audits } = run.lhr
      all.push({
        path,
        scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
        short: Object.values(categories).flatMap(({ auditRefs }) =>
          auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
        ),
      })
    }
    return all
  } finally {
    await browser.close()
  }
}
