/** The main way through the app with scripts switched off: search, narrow, order, turn pages, read, export. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { askApi, shownTotal, shownUrls } from './doors'
import { searchBox } from './screen'

test.use({ javaScriptEnabled: false })

test('search, narrow, order and read', async ({ page, request }) => {
  await page.goto('/')
  await searchBox(page).fill('software')
  await searchBox(page).press('Enter')
  await page.waitForURL('/?q=software')
  expect(await shownTotal(page)).toBe((await askApi(request, 'organizations', 'q=software')).total)

  await page
    .getByRole('group', { name: 'Role', exact: true })
    .getByRole('link', { name: /^Supplier\b.*add filter$/ })
    .click()
  await page.waitForURL('/?q=software&role=supplier')
  await page
    .getByRole('columnheader', { name: /^Founded/ })
    .getByRole('link')
    .click()
  await page.waitForURL('/?q=software&role=supplier&sort=founded')
  const { total, hits } = await askApi(request, 'organizations', 'q=software&role=supplier&sort=founded')
  expect(await shownTotal(page)).toBe(total)
  expect(await shownUrls(page)).toEqual(hits.map((hit) => hit.url))

  const [first] = hits
  await page.getByRole('rowheader').first().getByRole('link').click()
  await page.waitForURL(`${first?.url}?q=software&role=supplier&sort=founded`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.name ?? '')
})

test('turning pages shows every company once', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'size=100')
  await page.goto('/?size=100')
  const urls = await shownUrls(page)
  for (let number = 2; (number - 1) * 100 < total; number++) {
    await page.getByRole('link', { name: 'Next', exact: true }).first().click()
    await page.waitForURL(`/?page=${number}&size=100`)
    urls.push(...(await shownUrls(page)))
  }
  await expect(page.getByRole('link', { name: 'Next', exact: true })).toHaveCount(0)
  expect(urls).toHaveLength(total)
  expect(new Set(urls).size).toBe(total)
})

test('ticked rows come as CSV, in the order of the screen', async ({ page }) => {
  await page.goto('/?q=software')
  const urls = await shownUrls(page)
  for (const row of [2, 0]) await page.getByRole('row').getByRole('checkbox').nth(row).check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export selected' }).click()
  const rows = parse(readFileSync(await (await download).path(), 'utf8'), { columns: true }) as { url: string }[]
  expect(rows.map((row) => row.url)).toEqual([urls[0], urls[2]])
})

test('a search that finds nothing says so and offers ways out that lead somewhere', async ({ page }) => {
  await page.goto('/?q=vertias&tier=3')
  if ((await shownTotal(page)) === 0) await page.getByRole('link', { name: /^Without Tier/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[1-9][\d,]* compan/)

  await page.goto('/?q=software&hal=5&role=isp')
  expect(await shownTotal(page)).toBe(0)
  await page.getByRole('link', { name: 'Show all companies' }).click()
  await page.waitForURL('/')
})
