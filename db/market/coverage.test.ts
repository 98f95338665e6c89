import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Coverage, readCoverage } from './coverage'
import { totalOf, useDirectory } from './directory.test-helper'

interface Entry {
  slug: string
  overview?: unknown
  headquarters?: unknown
  management?: unknown[]
  financials?: unknown[]
  products?: { name: string; sources: string[] }[]
}

interface Heading {
  section: number
  kind: string
  heading: string
  supplier?: string
}

const directory = useDirectory()
let coverage: Coverage
beforeAll(async () => {
  coverage = await readCoverage(directory())
})

const entries = new Map(
  readdirSync('content/organizations').map((file) => {
    const entry = parse(readFileSync(`content/organizations/${file}`, 'utf8')) as Entry
    return [entry.slug, entry]
  }),
)
const headings = parse(readFileSync('content/report.yaml', 'utf8')) as Heading[]

describe('the coverage', () => {
  it('has a row for each supplier of the report, with what its file has', () => {
    expect(coverage.suppliers.map(({ heading }) => heading)).toEqual(
      headings.filter(({ kind }) => kind === 'supplier').map(({ heading }) => heading),
    )
    for (const { organization, file, parts } of coverage.suppliers) {
      const entry = entries.get(organization?.slug ?? '')
      expect(file).toBe(`content/organizations/${organization?.slug}.yaml`)
      expect(Object.values(parts).map(({ known }) => known)).toEqual([
        entry?.overview ? 1 : 0,
        entry?.management?.length ?? 0,
        entry?.financials?.length ?? 0,
        entry?.products?.length ?? 0,
      ])
    }
  })

  it('knows which parts the report has under a supplier', () => {
    for (const { heading, parts } of coverage.suppliers) {
      const below = headings
        .filter(({ kind, supplier }) => kind === 'subsection' && supplier === heading)
        .map((row) => row.heading.toLowerCase())
      for (const [part, { printed }] of Object.entries(parts)) {
        expect(printed, `${heading}, ${part}`).toBe(below.some((words) => words.startsWith(part)))
      }
    }
    const printed = coverage.suppliers.filter(({ parts }) => parts.management.printed).length
    expect(printed).toBe(headings.filter(({ heading, kind }) => kind === 'subsection' && heading === 'Management').length)
  })

  it('tells products that are described from those that are only named', () => {
    expect(coverage.products.map(({ heading }) => heading)).toEqual(
      headings.filter(({ kind }) => kind === 'product').map(({ heading }) => heading),
    )
    expect(coverage.products.filter(({ sourced }) => !sourced).length).toBeGreaterThan(0)
    for (const { product, file, sourced } of coverage.products) {
      const slug = file?.match(/([^/]+)\.yaml$/)?.[1] ?? ''
      const described = entries.get(slug)?.products?.find(({ name }) => name === product?.name)
      expect(sourced, product?.url).toBe(described?.sources.some((id) => id !== 'report'))
    }
  })

  it('counts companies as the directory does', async () => {
    expect(coverage.total).toBe(entries.size)
    expect(coverage.unrated).toBe(await totalOf(directory(), { tier: 'unrated' }))
    for (const { value, count } of coverage.tiers) expect(count).toBe(await totalOf(directory(), { tier: value }))
    for (const { id, organizations } of coverage.lists) expect(organizations, id).toBe(await totalOf(directory(), { category: id }))
    const known = Object.fromEntries(coverage.facts.map(({ fact, known }) => [fact, known]))
    expect(known.overview).toBe([...entries.values()].filter(({ overview }) => overview).length)
    expect(known.management).toBe([...entries.values()].filter(({ management }) => management?.length).length)
    expect(known.headquarters).toBe(coverage.total - (await totalOf(directory(), { location: 'unknown' })))
  })
})
