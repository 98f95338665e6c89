/** A phone in one hand: the filters come as a sheet, rows are read without scrolling sideways, and fingers find what they aim at. */
import { expect, type Page, test } from '@playwright/test'
import { askApi } from './doors'
import { dialog, expectFound, expectNoLoad, facet, facetValue, open, rowBoxes, rowLinks, searchBox } from './screen'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const sheet = (page: Page) => page.getByRole('complementary', { name: 'Filters' })

const widerThanTheScreen = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('the filters come as a sheet, work in it, and leave with it', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'tier=1&tier=2')
  await open(page, '/')
  await expect(sheet(page)).toBeHidden()
  await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  await expect(sheet(page)).toBeInViewport()
  await facetValue(facet(page, 'Tier'), '1').tap()
  await facetValue(facet(page, 'Tier'), '2').tap()
  await expect(page).toHaveURL('/?tier=1&tier=2')
  await expect(sheet(page)).toBeVisible()
  await sheet(page)
    .getByRole('button', { name: /^Show \d+ companies$/ })
    .tap()
  await expect(sheet(page)).toBeHidden()
  await expectFound(page, total)
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible()
  await expectNoLoad(page)
})

test('a tap beside the sheet closes it', async ({ page }) => {
  await open(page, '/')
  await page.setViewportSize({ width: 700, height: 844 })
  await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  await expect(sheet(page)).toBeVisible()
  await page.touchscreen.tap(680, 500)
  await expect(sheet(page)).toBeHidden()
  await expect(page).toHaveURL('/')
})

test('a row says its facts without scrolling sideways, with names one can read and boxes one can hit', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'q=server')
  await open(page, '/?q=server')
  expect(await widerThanTheScreen(page)).toBeLessThanOrEqual(0)
  const [first] = hits
  const row = page.locator('tbody tr').first()
  await expect(row).toContainText(first?.name ?? '')
  await expect(row).toContainText(first?.headquarters?.city ?? '')
  const size = await rowLinks(page)
    .first()
    .evaluate((link) => Number.parseFloat(getComputedStyle(link).fontSize))
  expect(size).toBeGreaterThanOrEqual(16)
  const box = await rowBoxes(page).first().locator('xpath=..').boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40)
})

test('typing, ticking and exporting by finger', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'q=storage')
  await open(page, '/')
  await searchBox(page).tap()
  await searchBox(page).pressSequentially('storage')
  await page.keyboard.press('Enter')
  await expectFound(page, total)
  await rowBoxes(page).nth(1).locator('xpath=..').tap()
  await expect(page.getByText('1 selected')).toBeInViewport()
  await page.getByRole('button', { name: 'Export selected' }).tap()
  await expect(dialog(page, 'Export CSV').getByRole('radio', { name: 'The 1 selected' })).toBeChecked()
  expect(await widerThanTheScreen(page)).toBeLessThanOrEqual(0)
  const download = page.waitForEvent('download')
  await dialog(page, 'Export CSV').getByRole('button', { name: 'Download' }).tap()
  expect((await download).suggestedFilename()).toBe('organizations.csv')
})

test('suggestions fit the screen and are taken by finger', async ({ page }) => {
  await open(page, '/')
  await searchBox(page).tap()
  await searchBox(page).pressSequentially('veritas')
  const option = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first()
  await expect(option).toBeInViewport()
  // Until those of the whole text come, those of its beginning stand.
  await expect(option).toContainText(/veritas/i)
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(32)
  expect(await widerThanTheScreen(page)).toBeLessThanOrEqual(0)
  await option.tap()
  await expect(page).toHaveURL(/\/organizations\/veritas/)
})
