/** `npm run -s content:report -- [FILE]`: parse the seed document, whose lines are the report's table of contents, into content/report.yaml. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseReport, printReport } from '@/db/content/report-parser'
import { run } from './run'

const SEED = 'content/seed/high-availability-computing-2003.md'
const REPORT = 'content/report.yaml'

await run(([file = SEED]) => {
  const headings = parseReport(readFileSync(file, 'utf8'))
  writeFileSync(REPORT, printReport(headings))
  console.log(`${headings.length} headings written to ${REPORT}.`)
})
