import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Content, checkContent } from './check'
import { describeCoverage } from './coverage'
import { readFolders } from './folders'
import { jsonSchemas } from './json-schemas'
import { linkHeadings } from './report-links'
import { parseReport, printReport } from './report-parser'

let content: Content
beforeAll(() => {
  const checked = checkContent(readFolders(['content']))
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems, null, 2))
  content = checked.content
})

describe('the report', () => {
  it('is what its parser makes of the seed document', () => {
    const seed = readFileSync('content/seed/high-availability-computing-2003.md', 'utf8')
    expect(printReport(parseReport(seed))).toBe(readFileSync('content/report.yaml', 'utf8'))
  })

  it('leads from every supplier and product heading to what it names, and from a heading to each of its lists', () => {
    const headings = linkHeadings(content)
    expect(headings.filter((row) => row.kind === 'supplier' && row.organization === null)).toEqual([])
    expect(headings.filter((row) => row.kind === 'product' && row.product === null)).toEqual([])
    const reached = new Set(headings.map((row) => row.category))
    expect(Object.keys(content.taxonomy.categories).filter((id) => !reached.has(id))).toEqual([])
  })

  it('leads from a product heading to the product of the supplier above it', () => {
    const owners = new Map(content.organizations.map(({ value }) => [value.slug, value]))
    for (const row of linkHeadings(content)) {
      if (row.kind !== 'product') continue
      const product = owners.get(row.organization ?? '')?.products?.find((each) => each.name === row.product)
      expect(product?.reportHeading).toBeDefined()
    }
  })
})

describe('the JSON Schemas for editors', () => {
  it('are those of the schemas: write them anew with npm run -s content:schemas', () => {
    const folder = join('content', 'schemas')
    const schemas = jsonSchemas(content.taxonomy, content.labels)
    expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort())
    for (const [name, text] of schemas) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
  })
})

describe('the coverage', () => {
  it('counts what there is and names what a heading lacks', () => {
    const [first] = describeCoverage(content)
    expect(first).toContain(`${content.organizations.length} organizations`)
    const without = { ...content, organizations: content.organizations.filter(({ value }) => !value.report) }
    expect(describeCoverage(without)).toContain("No organization for the report's “Marathon Technologies”, section 7 page 58")
    expect(describeCoverage({ ...content, report: [] })).toContain(
      'The report has no heading “Marathon Technologies” in section 7 on page 58, as marathon-technologies says',
    )
  })
})
