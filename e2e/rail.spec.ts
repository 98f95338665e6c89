/** The filters under the space bar, as boxes are ticked, and as a sheet that says what it gives. */
import { expect, type Page, test } from '@playwright/test'
import { askApi } from './doors'
import { expectFound, expectNoLoad, facet, facetValue, open } from './screen'

const scrolled = (page: Page) => page.evaluate(() => window.scrollY)

test('space ticks a value and unticks it, keeps the focus, and scrolls nothing', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'tier=1')
  await open(page, '/')
  const value = facetValue(facet(page, 'Tier'), '1')
  await value.focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/?tier=1')
  await expectFound(page, total)
  await expect(value).toHaveAttribute('aria-current', 'true')
  await expect(value).toBeFocused()
  expect(await scrolled(page)).toBe(0)
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/')
  await expect(value).not.toHaveAttribute('aria-current')
  await expectNoLoad(page)
})

test('with the alt key space leaves a value out', async ({ page }) => {
  await open(page, '/')
  await facetValue(facet(page, 'Role'), 'Supplier').focus()
  await page.keyboard.press('Alt+Space')
  await expect(page).toHaveURL('/?role=-supplier')
})

test('space ticks beside a picture as well, whose page is made anew', async ({ page }) => {
  await open(page, '/market')
  await facetValue(facet(page, 'Tier'), '1').focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/market?tier=1')
})

test('the sheet of a phone says how many it leaves, and shows them', async ({ page, request }) => {
  const [all, some] = await Promise.all([askApi(request, 'organizations', ''), askApi(request, 'organizations', 'tier=1')])
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '/')
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await expect(page.getByRole('button', { name: `Show ${all.total} companies` })).toBeVisible()
  await facetValue(facet(page, 'Tier'), '1').click()
  await page.getByRole('button', { name: `Show ${some.total} companies` }).click()
  await expect(page.getByRole('complementary', { name: 'Filters' })).toBeHidden()
  await expectFound(page, some.total)
})

test('past the last page there is no place among the pages, only the way to the last', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'size=10')
  const last = Math.ceil(total / 10)
  await open(page, '/?page=999&size=10')
  await expect(page.getByRole('heading', { name: 'There is no page 999.' })).toBeVisible()
  await expect(page.getByText(`Page 999 of ${last}`)).toHaveCount(0)
  await page.getByRole('link', { name: `page ${last}` }).click()
  await expect(page).toHaveURL(`/?page=${last}&size=10`)
  await expect(page.getByText(`Page ${last} of ${last}`).first()).toBeVisible()
})
