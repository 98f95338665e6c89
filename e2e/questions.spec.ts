/** The questions of a day in sales, and harder ones: page, API, CSV and terminal give the same entries in the same order. */
import { expect, test } from '@playwright/test'
import type { OrganizationRecord } from '@/db/records/organization'
import { askApi, matchesByApi, matchesByCsv, matchesByPage, matchesByTerminal, terminal } from './doors'

const EAST_COAST = ['CT', 'DC', 'DE', 'FL', 'GA', 'MA', 'MD', 'ME', 'NC', 'NH', 'NJ', 'NY', 'PA', 'RI', 'SC', 'VA', 'VT']

const QUESTIONS = [
  ['organizations', 'who makes fault-tolerant servers for Linux', 'segment=servers/fault-tolerant&os=linux'],
  ['organizations', 'everybody', 'sort=name'],
  ['organizations', 'the largest suppliers of software', 'role=supplier&segment=software&sort=-revenue'],
  ['organizations', 'a text with a typo', 'q=vertias'],
  ['organizations', 'a text, most relevant first', 'q=cluster server'],
  ['organizations', 'a phrase', 'q="high availability"'],
  ['organizations', 'a text under filters', 'q=storage&tier=0&tier=1&tier=unrated&sort=founded'],
  ['organizations', 'what is not known', 'location=unknown&os=unknown'],
  ['products', 'every product', 'sort=name'],
  ['products', 'clustering software for Unix', 'segment=software/clustering&os=unix'],
  ['products', 'dear servers', 'q=server&sort=-price'],
] as const

for (const [collection, name, query] of QUESTIONS) {
  test(`${name}: four doors, one answer`, async ({ page, request }) => {
    test.setTimeout(120_000)
    const expected = await matchesByApi(request, collection, query)
    expect(new Set(expected.urls).size).toBe(expected.total)
    expect(await matchesByCsv(request, collection, query)).toEqual(expected)
    expect(await matchesByTerminal(collection, query)).toEqual(expected)
    expect(await matchesByPage(page, collection, query)).toEqual(expected)
  })
}

test('the storage resellers of tier 2 on the east coast: four doors, one answer', async ({ page, request }) => {
  const { facets } = await askApi(request, 'organizations', 'size=1')
  const states = facets.location?.find(({ value }) => value === 'US')?.children ?? []
  const eastern = states.map(({ value }) => value).filter((value) => EAST_COAST.includes(value.replace('US/', '')))
  expect(eastern).not.toEqual([])
  const query = ['role=var', 'tier=2', 'segment=storage', ...eastern.map((state) => `location=${state}`)].join('&')
  const expected = await matchesByApi(request, 'organizations', query)
  expect(await matchesByCsv(request, 'organizations', query)).toEqual(expected)
  expect(await matchesByTerminal('organizations', query)).toEqual(expected)
  expect(await matchesByPage(page, 'organizations', query)).toEqual(expected)
})

test('whom VERITAS is sold by stands on its page, each a click away', async ({ page, request }) => {
  const record = (await (await request.get('/api/organizations/veritas-software')).json()) as OrganizationRecord
  const others = record.relationships.map(({ party }) => party).filter(({ url }) => url !== null)
  expect(others.length).toBeGreaterThan(0)
  await page.goto('/organizations/veritas-software')
  for (const { name, url } of others) {
    await expect(page.getByRole('main').getByRole('link', { name, exact: true }).first()).toHaveAttribute('href', url ?? '')
  }
})

test('a list for the CRM is the same file by URL, from the screen and from the terminal', async ({ page, request }) => {
  const query = 'q=software&segment=software&columns=name,tier,website'
  const byUrl = await (await request.get(`/api/organizations.csv?${query}`)).text()
  expect(byUrl.split('\r\n')[0]).toBe('name,tier,website')
  expect(await terminal('export', ['software', '--segment', 'software', '--columns', 'name,tier,website'])).toBe(byUrl)

  await page.goto('/?q=software&segment=software')
  const href = await page.getByRole('link', { name: /Export.*CSV/ }).getAttribute('href')
  const fromScreen = await (await request.get(`${href}&columns=name,tier,website`)).text()
  expect(fromScreen).toBe(byUrl)
})
