/** Ticking: filters chosen, left out, looked for and let go of in place, and the way back through all of it. */
import { expect, type Page, test } from '@playwright/test'
import { askApi, shownUrls } from './doors'
import { ANSWERS, expectFound, expectNoLoad, facet, facetValue, holdFirst, open, rowLinks, searchBox } from './screen'

const chips = (page: Page) => page.getByRole('list', { name: 'What was asked' })
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY))

/** What the screen shows is what the API answers to a question, in its order. */
async function expectAnswer(page: Page, query: string): Promise<void> {
  const { total, hits } = await askApi(page.request, 'organizations', query)
  await expectFound(page, total)
  await expect.poll(() => shownUrls(page)).toEqual(hits.map(({ url }) => url))
}

test('a second tick before the first answer has come keeps both', async ({ page }) => {
  await open(page, '/')
  const first = await holdFirst(page, ANSWERS)
  const tiers = facet(page, 'Tier')
  await facetValue(tiers, '1').click()
  await first.asked
  await facetValue(tiers, '2').click()
  await expect(page).toHaveURL('/?tier=1&tier=2')
  await expectAnswer(page, 'tier=1&tier=2')
  first.letGo()
  await page.waitForTimeout(200)
  await expectAnswer(page, 'tier=1&tier=2')
  await expectNoLoad(page)
})

test('a tick is seen at once, before its answer comes', async ({ page }) => {
  await open(page, '/')
  const first = await holdFirst(page, ANSWERS)
  await facetValue(facet(page, 'Tier'), '1').click()
  await first.asked
  await expect(facet(page, 'Tier').getByRole('link', { name: /^1\b.*chosen, remove filter$/ })).toHaveAttribute('aria-current', 'true')
  await expect(chips(page)).toContainText('Tier Tier 1')
  first.letGo()
  await expectAnswer(page, 'tier=1')
})

for (const [by, leaveOut] of Object.entries({
  'a click': (page: Page) => facetValue(facet(page, 'Role'), 'Supplier').click({ modifiers: ['Alt'] }),
  Enter: async (page: Page) => {
    await facetValue(facet(page, 'Role'), 'Supplier').focus()
    await page.keyboard.press('Alt+Enter')
  },
})) {
  test(`with the alt key ${by} leaves a value out, and again lets it in`, async ({ page }) => {
    await open(page, '/')
    await leaveOut(page)
    await expect(page).toHaveURL('/?role=-supplier')
    await expectAnswer(page, 'role=-supplier')
    await expect(chips(page)).toContainText('Role not Supplier')
    await expect(facet(page, 'Role').getByRole('link', { name: /^not Supplier\b.*excluded, remove filter$/ })).toBeVisible()
    await leaveOut(page)
    await expect(page).toHaveURL('/')
    await expectAnswer(page, '')
    await expectNoLoad(page)
  })
}

test('a chosen value is turned into one that is left out without a modifier', async ({ page }) => {
  await open(page, '/?role=supplier&tier=1')
  await facet(page, 'Role').getByRole('link', { name: 'not Supplier: leave it out instead' }).click()
  await expect(page).toHaveURL('/?role=-supplier&tier=1')
  await expectAnswer(page, 'role=-supplier&tier=1')
})

test('chips say the question in words, and each is taken away by itself or all at once', async ({ page }) => {
  await open(page, '/?q=software&role=supplier&tier=1&tier=2&ownership=-private')
  for (const words of ['Text “software”', 'Role Supplier', 'Tier Tier 1 or Tier 2', 'Ownership not Private']) {
    await expect(chips(page)).toContainText(words)
  }
  await chips(page).getByRole('link', { name: 'Remove Tier Tier 1 or Tier 2' }).click()
  await expect(page).toHaveURL('/?q=software&role=supplier&ownership=-private')
  await expectAnswer(page, 'q=software&role=supplier&ownership=-private')
  await facet(page, 'Role').getByRole('link', { name: 'Clear Role' }).click()
  await expect(page).toHaveURL('/?q=software&ownership=-private')
  await chips(page).getByRole('link', { name: 'Remove Text “software”' }).click()
  await expect(page).toHaveURL('/?ownership=-private')
  await expect(searchBox(page)).toHaveValue('')
  await page.goBack()
  await expect(searchBox(page)).toHaveValue('software')
  await chips(page).getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/')
  await expectAnswer(page, '')
  await expect(chips(page)).toBeHidden()
  await expectNoLoad(page)
})

test('the title of the tab says the question, as it would had the page been asked for it', async ({ page }) => {
  await open(page, '/')
  await expect(page).toHaveTitle('Directory – Tierbook')
  await searchBox(page).pressSequentially('server')
  await facetValue(facet(page, 'Tier'), '1').click()
  const title = '“server”, Tier 1 – Directory – Tierbook'
  await expect(page).toHaveTitle(title)
  await page.goBack()
  await expect(page).toHaveTitle('“server” – Directory – Tierbook')
  await page.goForward()
  await page.reload()
  await expect(page).toHaveTitle(title)
})

test('a long facet is searched: its values that hold the words, with the counts of the question', async ({ page, request }) => {
  const response = await request.get('/api/facets/organizations/location?text=new&role=supplier')
  const { values } = (await response.json()) as { values: { value: string; label: string; count: number }[] }
  expect(values.length).toBeGreaterThan(1)
  await open(page, '/?role=supplier')
  const places = facet(page, 'Headquarters')
  await places.getByRole('searchbox').fill('new')
  const links = places.getByRole('link', { name: /add filter$/ })
  await expect(links).toHaveCount(values.length)
  for (const [at, { label, count }] of values.entries()) {
    await expect(links.nth(at)).toHaveAccessibleName(new RegExp(`^${label} ?, ${count} compan`))
  }
  await links.first().click()
  await expect(page).toHaveURL(`/?${new URLSearchParams({ role: 'supplier', location: values[0]?.value ?? '' })}`)
  await places.getByRole('searchbox').fill('no such place')
  await expect(places).toContainText('No such value')
  await places.getByRole('searchbox').fill('')
  await expect(places.getByRole('link', { name: /chosen, remove filter$/ })).toBeVisible()
})

test('what was found in a facet does not outlast the box it was typed into', async ({ page }) => {
  await open(page, '/')
  const places = facet(page, 'Headquarters')
  await places.getByRole('searchbox').fill('zzz')
  await expect(places).toContainText('No such value')
  await searchBox(page).pressSequentially('veritas software')
  await expect(places.getByRole('searchbox')).toBeHidden()
  await expect(places).not.toContainText('No such value')
  await expect(places.getByRole('link').first()).toBeVisible()
})

test('a group that one opened stays open while one ticks in it and elsewhere', async ({ page }) => {
  await open(page, '/')
  const segments = facet(page, 'Segment')
  await segments.locator('summary').first().click()
  const inside = segments.locator('details[open] a').first()
  await expect(inside).toBeVisible()
  await facetValue(facet(page, 'Tier'), '1').click()
  await expectAnswer(page, 'tier=1')
  await expect(inside).toBeVisible()
  await inside.click()
  await expect(page).toHaveURL(/segment=/)
  await expectAnswer(page, new URL(page.url()).search.slice(1))
  await expect(inside).toBeVisible()
  await inside.click()
  await expectAnswer(page, 'tier=1')
  await expect(inside).toBeVisible()
})

test('Back, Forward and reload restore text, filters, order, page, columns and place', async ({ page }) => {
  await open(page, '/?size=40&columns=name,tier,founded')
  await searchBox(page).pressSequentially('software')
  await page.keyboard.press('Enter')
  await facetValue(facet(page, 'Role'), 'Supplier').click()
  await expectAnswer(page, 'q=software&role=supplier&size=40')
  await page.getByRole('columnheader', { name: 'Founded' }).getByRole('link').click()
  const first = 'q=software&role=supplier&sort=founded&size=40'
  await expect(page).toHaveURL(`/?${first}&columns=name,tier,founded`.replaceAll(',', '%2C'))
  await expectAnswer(page, first)
  const next = page.getByRole('navigation', { name: 'Pages, below the table' }).getByRole('link', { name: 'Next' })
  await next.scrollIntoViewIfNeeded()
  const before = await scrolled(page)
  expect(before).toBeGreaterThan(100)
  await next.click()
  const second = 'q=software&role=supplier&sort=founded&page=2&size=40'
  await expectAnswer(page, second)
  await expect.poll(() => scrolled(page)).toBe(0)

  await page.goBack()
  await expectAnswer(page, first)
  await expect.poll(() => scrolled(page)).toBe(before)
  await expectNoLoad(page)
  await page.goForward()
  await expectAnswer(page, second)

  await page.evaluate(() => window.scrollTo({ top: 100 }))
  await expect.poll(() => scrolled(page)).toBe(100)
  await page.reload()
  await expectAnswer(page, second)
  await expect.poll(() => scrolled(page)).toBe(100)
  await expect(page.getByRole('columnheader')).toHaveText(['Select', 'Name', 'Tier', /^Founded/])
  await expect(searchBox(page)).toHaveValue('software')
  await expect(page.getByRole('columnheader', { name: 'Founded' })).toHaveAttribute('aria-sort', 'ascending')

  await rowLinks(page).nth(12).hover()
  const left = await scrolled(page)
  expect(left).toBeGreaterThan(0)
  await rowLinks(page).nth(12).click()
  await expect(page).toHaveURL(/^[^?]*\/organizations\//)
  await page.goBack()
  await expectAnswer(page, second)
  await expect.poll(() => scrolled(page)).toBe(left)
})

test('Back from a short last page returns to where one was in the long one before', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'role=supplier&size=1')
  const size = total - 2
  expect(size).toBeLessThanOrEqual(200)
  await open(page, `/?role=supplier&size=${size}`)
  const next = page.getByRole('navigation', { name: 'Pages, below the table' }).getByRole('link', { name: 'Next' })
  await next.scrollIntoViewIfNeeded()
  // The rows that came into sight are laid out in the frames after.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await expect(next).toBeInViewport()
  const before = await scrolled(page)
  expect(before).toBeGreaterThan(1_000)
  await next.click()
  await expect(rowLinks(page)).toHaveCount(2)
  await page.goBack()
  await expect(rowLinks(page)).toHaveCount(size)
  await expect.poll(() => scrolled(page)).toBe(before)
})
