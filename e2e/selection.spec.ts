/** The selection looked at: what is ticked, wherever it stands, by name. */
import { expect, type Page, test } from '@playwright/test'
import { askApi } from './doors'
import { dialog, open, rowBoxes } from './screen'

const entries = (page: Page, of: string) => dialog(page, `Selected ${of}`).getByRole('listitem')

test('the selected companies of other questions are named, lead to their entries and are let go of', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'tier=0&size=3')
  await open(page, '/?tier=0')
  for (const row of [0, 1, 2]) await rowBoxes(page).nth(row).check()
  await open(page, '/?tier=3')
  await page.getByRole('button', { name: 'Show selected' }).click()
  await expect(entries(page, 'companies').getByRole('link')).toHaveText(hits.map(({ name }) => name))
  await expect(entries(page, 'companies').getByRole('link').first()).toHaveAttribute('href', hits[0]?.url ?? '')

  await page.getByRole('button', { name: `Remove ${hits[1]?.name}` }).click()
  await expect(entries(page, 'companies').getByRole('link')).toHaveText([hits[0]?.name ?? '', hits[2]?.name ?? ''])
  await expect(page.getByRole('button', { name: `Remove ${hits[2]?.name}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Remove ${hits[0]?.name}` })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show selected' })).toBeFocused()

  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Remove ${hits[0]?.name}` }).click()
  await expect(dialog(page, 'Selected companies')).toContainText('Nothing is selected.')
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'Selected companies')).toBeHidden()
  await expect(page.locator('#answer')).toBeFocused()
})

test('hundreds are read by name, and the rest is counted', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', '')
  await open(page, '/')
  await rowBoxes(page).first().check()
  await page.getByRole('button', { name: `Select all ${total}` }).click()
  await page.getByRole('button', { name: 'Show selected' }).click()
  await expect(entries(page, 'companies')).toHaveCount(500)
  await expect(dialog(page, 'Selected companies')).toContainText(`and ${total - 500} more`)
})

test('products are named with their makers, and by what is known of them where the names cannot be read', async ({ page, request }) => {
  const { hits } = await askApi(request, 'products', 'sort=name&size=1')
  await open(page, '/products?sort=name')
  await rowBoxes(page).first().check()
  await page.keyboard.press('Control+k')
  await dialog(page, 'Commands').getByRole('combobox').fill('show what is selected')
  await page.keyboard.press('Enter')
  await expect(entries(page, 'products')).toContainText([`${hits[0]?.name} ${hits[0]?.supplierName}`])
  await page.keyboard.press('Escape')
  await page.route('**/api/products.csv*', (route) => route.abort('connectionrefused'))
  await page.getByRole('button', { name: 'Show selected' }).click()
  await expect(dialog(page, 'Selected products').getByRole('alert')).toContainText('The names cannot be read. Tierbook cannot be reached')
  await expect(entries(page, 'products').getByRole('link')).toHaveText(`${hits[0]?.supplier}/${hits[0]?.slug}`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(dialog(page, 'Selected products')).toContainText('Nothing is selected.')
})
