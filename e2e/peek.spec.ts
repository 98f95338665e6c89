/** The peek beside the table: who a row is, without leaving the list. */
import { expect, type Page, test } from '@playwright/test'
import type { OrganizationRecord } from '@/db/records/organization'
import { askApi } from './doors'
import { expectNoLoad, facet, facetValue, holdFirst, open, rowLinks } from './screen'

const peek = (page: Page) => page.getByRole('complementary', { name: 'Peek' })

test('it says who this is, the tier and why, products and partners, and leads to the entry', async ({ page, request }) => {
  const record = (await (await request.get('/api/organizations/veritas-software')).json()) as OrganizationRecord
  await open(page, '/?q=veritas software&tier=-0')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(peek(page).getByRole('heading', { level: 2 })).toHaveText(record.name)
  await expect(peek(page)).toContainText(record.tier.reason)
  await expect(peek(page)).toContainText(record.overview?.text ?? 'No overview')
  await expect(peek(page).getByRole('heading', { name: `Products ${record.products.length}` })).toBeVisible()
  await expect(peek(page).getByRole('link', { name: record.products[0]?.name ?? '', exact: true })).toBeVisible()
  await expect(peek(page).getByRole('heading', { name: `Who it works with ${record.relationships.length}` })).toBeVisible()
  await peek(page).getByRole('link', { name: 'Open the entry' }).click()
  await expect(page).toHaveURL(/\/organizations\/veritas-software\?q=veritas\+software&tier=-0$/)
})

test('space on the same row closes it, as its own button does, and the row keeps the focus', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(peek(page)).toBeVisible()
  await page.keyboard.press('Space')
  await expect(peek(page)).toBeHidden()
  await expect(rowLinks(page).first()).toBeFocused()
  await page.keyboard.press('Space')
  await peek(page).getByRole('button', { name: 'Close' }).click()
  await expect(peek(page)).toBeHidden()
})

test('a record that cannot be read is said in the peek, and the next one is read all the same', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', '')
  await open(page, '/')
  await page.route(`**/api/organizations/${hits[0]?.slug}`, (route) => route.abort('connectionrefused'))
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(peek(page).getByRole('alert')).toContainText('cannot be reached')
  await page.keyboard.press('j')
  await expect(peek(page).getByRole('heading', { level: 2 })).toHaveText(hits[1]?.name ?? '')
  await expect(peek(page).getByRole('alert')).toBeHidden()
})

test('a record that comes late never stands for the row one has gone on to', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', '')
  await open(page, '/')
  const first = await holdFirst(page, new RegExp(`/api/organizations/${hits[0]?.slug}$`))
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await first.asked
  await expect(peek(page)).toHaveAttribute('aria-busy', 'true')
  await page.keyboard.press('j')
  const title = peek(page).getByRole('heading', { level: 2 })
  await expect(title).toHaveText(hits[1]?.name ?? '')
  first.letGo()
  await page.waitForTimeout(200)
  await expect(title).toHaveText(hits[1]?.name ?? '')
})

test('it stays while one narrows the list beside it', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', '')
  await open(page, '/')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await facetValue(facet(page, 'Tier'), '1').click()
  await expect(page).toHaveURL('/?tier=1')
  await expect(peek(page).getByRole('heading', { level: 2 })).toHaveText(hits[0]?.name ?? '')
  await page.keyboard.press('Escape')
  await expect(peek(page)).toBeHidden()
  await expectNoLoad(page)
})
