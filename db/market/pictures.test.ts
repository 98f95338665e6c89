/** Every mark of a picture shows what the directory finds where the mark leads. */
import { describe, expect, it } from 'vitest'
import { readChain } from './chain'
import { asked, totalAt, useDirectory } from './directory.test-helper'
import { readMarketMap } from './map'
import type { Mark } from './narrowing'
import { readPlaces } from './places'

const directory = useDirectory()

const QUESTIONS = [
  '',
  'role=supplier&tier=1&tier=unrated',
  'segment=software&segment=storage/raid',
  'q=network&location=US/CA&location=GB',
  'location=unknown',
  'tier=-1&segment=-storage&role=-var',
  'segment=software&segment=-software/clustering&tier=-unrated',
  'location=-US/CA&location=-GB&location=-unknown',
  'location=-US&role=supplier&role=-distributor',
]

async function expectTotals(marks: readonly Mark[]): Promise<void> {
  for (const { url, count } of marks) expect(count, url).toBe(await totalAt(directory(), url))
}

describe.each(QUESTIONS)('under “%s”', (query) => {
  it('the market map', async () => {
    const map = await readMarketMap(directory(), asked(directory(), query))
    const cells = [...map.rows, map.total].flatMap(({ cells, all }) => [...cells, all])
    await expectTotals(cells)
    expect(map.total.all.count).toBe(await totalAt(directory(), `/?${query}`))
    for (const { cells, all } of [...map.rows, map.total]) {
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(all.count)
      expect(cells.reduce((sum, { revenue }) => sum + revenue.known, 0)).toBe(all.revenue.known)
      expect(cells.reduce((sum, { revenue }) => sum + revenue.usd, 0)).toBeCloseTo(all.revenue.usd, -3)
      for (const cell of cells) expect(cell.revenue.known).toBeLessThanOrEqual(cell.count)
    }
  })

  it('the headquarters', async () => {
    const places = await readPlaces(directory(), asked(directory(), query))
    await expectTotals([...places.countries, ...places.regions, ...(places.unknown ? [places.unknown] : [])])
    const placed = places.countries.reduce((sum, { count }) => sum + count, 0)
    expect(placed + (places.unknown?.count ?? 0)).toBe(await totalAt(directory(), `/?${query}`))
    const home = places.countries.find(({ value }) => value === 'US')?.count ?? 0
    expect(places.regions.reduce((sum, { count }) => sum + count, 0) + places.withoutRegion).toBe(home)
  })

  it('the value chain', async () => {
    const { stages } = await readChain(directory(), asked(directory(), query))
    await expectTotals(
      stages.flatMap(({ id, roles, ...stage }) => (id === 'end-users' ? roles : [stage, ...roles]).filter(({ count }) => count > 0)),
    )
    for (const { count, roles } of stages) {
      for (const role of roles) expect(role.count).toBeLessThanOrEqual(count)
      expect(roles.reduce((sum, role) => sum + role.count, 0)).toBeGreaterThanOrEqual(count)
    }
  })
})

describe('the market map', () => {
  const rowsUnder = async (query: string) => (await readMarketMap(directory(), asked(directory(), query))).rows.map(({ value }) => value)

  it('has a row for each group, or for what is in the chosen one', async () => {
    expect(await rowsUnder('')).toEqual(
      directory()
        .vocabulary()
        .terms('segment-group')
        .map(({ id }) => id),
    )
    const software = await rowsUnder('segment=software')
    expect(software.length).toBeGreaterThan(5)
    expect(software.every((value) => value.startsWith('software/'))).toBe(true)
    expect(await rowsUnder('segment=storage/raid')).toEqual(['storage/raid'])
  })

  it('has a column for each tier in force', async () => {
    const { tiers } = await readMarketMap(directory(), asked(directory(), 'tier=unrated&tier=1'))
    expect(tiers.map(({ value }) => value)).toEqual(['1', 'unrated'])
  })
})
