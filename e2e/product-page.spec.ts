/** A product's page: facts, features, who competes, the supplier's other products, the answer it was opened from. */
import { expect, type Page, test } from '@playwright/test'
import { matchesByApi } from './doors'
import { pressKey, printedPages, recordAt, sharedPicture, structuredData, trailOf } from './entries'

const URL = '/products/veritas-software/veritas-cluster-server'
const QUESTION = 'segment=software%2Fclustering&os=unix'

const partOf = (page: Page, title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) })

test('features stand with value, unit and note, each beside the sources', async ({ page, request }) => {
  const { features, cites, sources } = await recordAt(request, URL)
  await page.goto(URL)
  const part = partOf(page, 'Features')
  await expect(part.getByRole('rowheader')).toHaveText(features.map(({ label }) => label))
  await expect(part.getByRole('row', { name: /^Heartbeat links needed/ })).toContainText('2 links')
  await expect(part.getByRole('row', { name: /^Failover of single services/ })).toContainText('yes: service groups')
  for (const number of cites) {
    await expect(part.locator(`a[href="#source-${number}"]`)).toHaveAttribute('title', sources[number - 1]?.title ?? '')
  }
})

test('who competes is of the same segment and another supplier, with the reason', async ({ page, request }) => {
  const { rivals, segment, supplier } = await recordAt(request, URL)
  await page.goto(URL)
  const part = partOf(page, 'Who competes')
  await expect(part.getByRole('rowheader')).toHaveText(rivals.map(({ name }) => name))
  for (const [index, rival] of rivals.entries()) {
    const other = await recordAt(request, rival.url as `/products/${string}`)
    expect(other.segment, rival.url).toEqual(segment)
    expect(other.supplier.slug).not.toBe(supplier.slug)
    const row = part.getByRole('row').nth(index + 1)
    await expect(row.getByRole('link', { name: rival.supplier.name, exact: true })).toHaveAttribute('href', rival.supplier.url)
    if (rival.because.competes) await expect(row).toContainText(`${supplier.name} and ${rival.supplier.name} compete`)
  }
  await part.getByRole('link', { name: 'all products of the segment' }).click()
  await expect(page).toHaveURL('/products?segment=software%2Fclustering')
})

test('the supplier’s other products are a click away', async ({ page, request }) => {
  const { siblings } = await recordAt(request, URL)
  await page.goto(URL)
  await expect(partOf(page, 'Also by').getByRole('link')).toHaveText(siblings.map(({ name }) => name))
  await partOf(page, 'Also by').getByRole('link').first().click()
  await expect(page).toHaveURL(siblings[0]?.url ?? '')
})

test('previous and next go through an answer of products', async ({ page, request }) => {
  const { urls, total } = await matchesByApi(request, 'products', QUESTION)
  await page.goto(`${urls[0]}?${QUESTION}`)
  await expect(trailOf(page)).toContainText(`1 of ${total}`)
  await pressKey(page, 'j')
  await expect(page).toHaveURL(`${urls[1]}?${QUESTION}`)
  await trailOf(page).getByRole('link', { name: 'Previous' }).click()
  await expect(page).toHaveURL(`${urls[0]}?${QUESTION}`)
  await pressKey(page, 'u')
  await expect(page).toHaveURL(`/products?${QUESTION}`)
  await page.goto(`${urls[0]}?role=supplier`)
  await expect(trailOf(page)).toHaveCount(0)
})

test('machines and links elsewhere get the facts of the record', async ({ page, request }) => {
  const record = await recordAt(request, URL)
  await page.goto(URL)
  expect(await structuredData(page)).toMatchObject({
    '@type': 'Product',
    name: record.name,
    category: record.segment.label,
    manufacturer: { name: record.supplier.name },
    additionalProperty: record.features.map(({ label }) => ({ name: label })),
  })
  await expect(page).toHaveTitle('VERITAS Cluster Server, VERITAS Software – Tierbook')
  expect(await sharedPicture(page)).toEqual({ width: 1200, height: 630 })
  expect((await request.get('/share/products/veritas-software/nothing')).status()).toBe(404)
})

test('prints on one page', async ({ page }) => {
  await page.goto(URL)
  expect(await printedPages(page)).toBe(1)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a source is found and the way back as well', async ({ page, request }) => {
    const { cites } = await recordAt(request, URL)
    await page.goto(URL)
    await page.locator(`#overview a[href="#source-${cites[0]}"]`).click()
    const source = page.locator(`#source-${cites[0]}`)
    await expect(source).toBeInViewport()
    await source.getByRole('link', { name: 'Back to what it does' }).click()
    await expect(page.locator('#overview')).toBeInViewport()
  })
})

test('on a phone nothing is cut off', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { urls } = await matchesByApi(request, 'products', 'sort=-price')
  for (const url of [URL, ...urls.slice(0, 3)]) {
    await page.goto(url)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), url).toBeLessThanOrEqual(390)
  }
})
