/**
 * `npm test`: the whole proof in order, each step with its time; every step runs, whatever failed before it.
 * `npm test -- lint unit` runs the steps named. The last line counts the tests of all suites.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { Problem } from '@/db/problem'
import type { EngineName } from '@/db/search/engine'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build'
import { NEXT, startNode } from './child'
import { describe, run } from './run'

interface Result {
  passed: number
  failed: number
  /** How many of the passed failed at first and passed when run once more. */
  unsteady: number
}

interface Step {
  name: string
  title: string
  /** Throws or gives the tests it ran. */
  work(): Promise<Result | undefined>
}

const RESULTS = 'test-results'
const VITEST_REPORT = `${RESULTS}/vitest.json`
const PLAYWRIGHT_REPORT = `${RESULTS}/playwright.json`

const STEPS: readonly Step[] = [
  {
    name: 'types',
    title: 'Types',
    async work() {
      await node(NEXT, 'typegen')
      await node('node_modules/typescript/lib/tsc.js', '--noEmit')
      return undefined
    },
  },
  {
    name: 'lint',
    title: 'Lint, format and the rule of the house',
    work: () => node('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'),
  },
  { name: 'unused', title: 'Unused files, exports and dependencies', work: () => node('node_modules/knip/bin/knip.js') },
  { name: 'content', title: 'The content pack', work: () => node('--import', 'tsx', 'scripts/content-check.ts') },
  {
    name: 'build',
    title: 'Production build',
    async work() {
      if (!(await ensureBuild())) console.log('The build is current.')
      return undefined
    },
  },
  {
    name: 'unit',
    title: 'Unit and integration tests, engine contract',
    work: () =>
      tests(
        VITEST_REPORT,
        readVitest,
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${VITEST_REPORT}`,
      ),
  },
  {
    name: 'screens',
    title: 'Screens, in Chromium',
    async work() {
      await ensureBrowser()
      process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = PLAYWRIGHT_REPORT
      return tests(PLAYWRIGHT_REPORT, readPlaywright, 'node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json')
    },
  },
]

await run(async (names) => {
  const steps = chooseSteps(names)
  rmSync(RESULTS, { recursive: true, force: true })
  const total: Result = { passed: 0, failed: 0, unsteady: 0 }
  const lines: string[] = []
  for (const step of steps) {
    console.log(`\n── ${step.title}`)
    const start = performance.now()
    const { passed, failed, unsteady } = await attempt(step)
    total.passed += passed
    total.failed += failed
    total.unsteady += unsteady
    const counts = passed + failed > 0 ? `, ${passed} passed` : ''
    lines.push(`${failed > 0 ? '✗' : '✓'} ${step.title}: ${seconds(start)}${counts}${failed > 0 ? `, ${failed} failed` : ''}`)
  }
  console.log(`\n${lines.join('\n')}`)
  if (existsSync(VITEST_REPORT)) for (const line of describeEngines(readFileSync(VITEST_REPORT, 'utf8'))) console.log(line)
  if (total.unsteady > 0)
    console.log(`!! ${total.unsteady} of the passed failed at first and passed when run once more: look above for “flaky”.`)
  if (total.failed > 0) {
    console.log(`Traces and screenshots of failed screens are in ${RESULTS}/playwright.`)
    process.exitCode = 1
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
})

function chooseSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name))
  if (unknown) throw new Problem(`There is no step “${unknown}”.`, `The steps are: ${STEPS.map((step) => step.name).join(', ')}.`)
  return names.length > 0 ? STEPS.filter((step) => names.includes(step.name)) : STEPS
}

/** A step that breaks without a failed test to show for it counts as one failure, so that the last line never hides it. */
async function attempt(step: Step): Promise<Result> {
  try {
    return (await step.work()) ?? { passed: 0, failed: 0, unsteady: 0 }
  } catch (error) {
    console.error(describe(error))
    return { passed: 0, failed: 1, unsteady: 0 }
  }
}

async function node(...args: string[]): Promise<undefined> {
  const { code, stopped } = await startNode(args).ended
  if (stopped) process.exit(1)
  if (code !== 0) throw new Problem('This step failed.', 'See the lines above.')
}

/** Run a suite and read its counts from the report it leaves. */
async function tests(report: string, read: (json: string) => Result, ...args: string[]): Promise<Result> {
  const { code, stopped } = await startNode(args).ended
  if (stopped) process.exit(1)
  if (!existsSync(report)) throw new Problem('The suite ended before its tests ran.', 'See the lines above.')
  const result = read(readFileSync(report, 'utf8'))
  return { ...result, failed: code === 0 ? result.failed : Math.max(result.failed, 1) }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; status: 'passed' | 'failed'; assertionResults: { status: string }[] }[]
}

function readVitest(json: string): Result {
  const report = JSON.parse(json) as VitestReport
  return { passed: report.numPassedTests, failed: report.numFailedTests, unsteady: 0 }
}

/** What became of each search engine that could have been put through the contract; loudly where one was not. */
function describeEngines(json: string): string[] {
  const { testResults } = JSON.parse(json) as VitestReport
  const names: readonly EngineName[] = ['embedded', 'meilisearch']
  const became = names.map((engine) => {
    const file = testResults.find(({ name }) => name.endsWith(`/e2e/contract/${engine}.test.ts`))
    const hasRun = file?.assertionResults.some(({ status }) => status === 'passed' || status === 'failed')
    return { engine, status: file && hasRun ? file.status : 'NOT RUN' }
  })
  const lines = [`Engine contract: ${became.map(({ engine, status }) => `${engine} ${status}`).join(', ')}`]
  const ran = became.find(({ engine }) => engine === 'meilisearch')
  if (ran?.status !== 'NOT RUN') return lines
  return [
    ...lines,
    '!! Nothing was proved of Meilisearch: name its program with MEILI_BIN, or a running one with MEILI_URL and its keys (README).',
  ]
}

function readPlaywright(json: string): Result {
  const { stats } = JSON.parse(json) as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, unsteady: stats.flaky }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
