/** Reading the seed report's table of contents: every heading with its section, its page and what it stands for. */
import type { ReportHeading } from './report-headings'

/** The section of vendor profiles, and the heading in it from which on they begin. */
export const PROFILES_SECTION = 7
const PROFILES_HEADING = 'Vendors & Products'

/** Headings inside a profile that name neither the supplier nor a product of it. */
const SUBSECTIONS = new Set([
  'Overview',
  'Products',
  'Management',
  'Financials',
  'Data',
  'White Papers',
  'Summary of Features',
  'Financials by Product Line',
  'Building Blocks of HA',
  'Dell HA Product Mapping',
  'Dell HA Service Map',
  'Dell High Availability Stance',
  'HA Clustering Solutions',
  'High Availability Products',
  'Software',
  'Applications',
  'Application Solutions Products',
  'Backup Products',
  'File and Volume Management Products',
  'Clustering Products',
  'Replication Products',
  'NAS Products',
  'SAN Products',
  'Resource',
  'DX4000',
])
/** Bold as suppliers are, yet a product. */
const BOLD_PRODUCTS = new Set(['PowerSwitch for NT'])

const SECTION_NUMBER = /^(?:# )?(?:\*\*)?(10|[1-9])(?:\*\*)?$/
const FIRST_SECTION = '# Executive Summary'
/** A heading and its page, joined by a tab or by dots. */
const LINES = [/^(.*?)[ .\t-]*\t\s*(\d+)\s*$/, /^(.*?)\s*\.{2,}[ .]*(\d+)\s*$/]

/** @param markdown The seed document, whose lines are the table of contents. */
export function parseReport(markdown: string): ReportHeading[] {
  const rows: ReportHeading[] = []
  let section: number | undefined
  let unfinished = ''
  let inProfiles = false
  let supplier: string | undefined
  for (const raw of markdown.split('\n')) {
    const line = raw.trim().replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    const number = SECTION_NUMBER.exec(line)?.[1]
    if (number !== undefined) {
      section = Number(number)
      unfinished = ''
      continue
    }
    if (line.startsWith(FIRST_SECTION)) section = 1
    if (section === undefined || line === '' || line.startsWith('#') || line === 'Section' || line.startsWith('---')) continue

    const text = line.replace(/<\/?[bi]>/g, '')
    const found = LINES.map((form) => form.exec(text)).find((match) => match !== null)
    if (!found) {
      unfinished = [unfinished, text].filter(Boolean).join(' ')
      continue
    }
    const [, end = '', page] = found
    const heading = [unfinished, end]
      .filter(Boolean)
      .join(' ')
      .replace(/[\s.]+$/, '')
      .trim()
    unfinished = ''
    const place = { section, page: Number(page) }
    if (section !== PROFILES_SECTION) inProfiles = false
    if (!inProfiles) {
      inProfiles = section === PROFILES_SECTION && heading.startsWith(PROFILES_HEADING)
      rows.push({ ...place, kind: 'topic', heading })
    } else if (!SUBSECTIONS.has(heading) && line.includes('<b>') && !BOLD_PRODUCTS.has(heading)) {
      supplier = heading
      rows.push({ ...place, kind: 'supplier', heading })
    } else {
      const kind = SUBSECTIONS.has(heading) ? 'subsection' : 'product'
      rows.push({ ...place, kind, heading, ...(supplier === undefined ? {} : { supplier }) })
    }
  }
  return rows
}

/** The headings as report.yaml has them, one to a line. */
export function printReport(rows: readonly ReportHeading[]): string {
  const lines = rows.map((row) => {
    const pairs = Object.entries(row).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    return `- {${pairs.join(', ')}}`
  })
  return [
    "# Every heading of the seed report's table of contents, in its order. Written by `npm run -s content:report`.",
    ...lines,
    '',
  ].join('\n')
}
