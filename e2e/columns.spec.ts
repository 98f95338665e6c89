/** Columns: chosen, put in order and given a width, remembered by this browser; an address that names some has its own way. */
import { expect, type Page, test } from '@playwright/test'
import { dialog, expectNoLoad, open, rowLinks } from './screen'

const USUAL = ['Name', 'Role', 'Tier', 'Segments', 'OS', 'Headquarters', 'Revenue', 'Employees', 'Founded', 'Products']

/** The heads of the table in order, without their units and signs. */
const heads = (page: Page) =>
  page.locator('thead th').evaluateAll((cells) => cells.slice(1).map((cell) => (cell.textContent ?? '').replace(/ USD m| [↑↓]/g, '')))

const expectHeads = (page: Page, names: readonly string[]) => expect.poll(() => heads(page)).toEqual(names)

const widthOf = async (page: Page, name: string) =>
  Math.round((await page.getByRole('columnheader', { name: new RegExp(`^${name}`) }).boundingBox())?.width ?? 0)

test('columns are chosen and put in order, the address follows, and the next visit remembers them', async ({ page, context }) => {
  await open(page, '/?tier=1')
  await expectHeads(page, USUAL)
  await page.getByRole('button', { name: 'Columns' }).click()
  const columns = dialog(page, 'Columns')
  for (const name of ['Segments', 'OS', 'Headquarters', 'Employees', 'Founded', 'Products']) {
    await columns.getByRole('checkbox', { name }).uncheck()
  }
  await columns.getByRole('checkbox', { name: 'Website' }).check()
  await expectHeads(page, ['Name', 'Role', 'Tier', 'Revenue', 'Website'])
  await columns.getByRole('button', { name: 'Earlier: Website' }).click()
  await expect(columns.getByRole('button', { name: 'Earlier: Website' })).toBeFocused()
  await page.keyboard.press('Enter')
  await columns.getByRole('button', { name: 'Later: Role' }).click()
  const own = ['Name', 'Website', 'Role', 'Tier', 'Revenue']
  await expectHeads(page, own)
  await expect(columns.getByRole('checkbox', { name: 'Name' })).toBeDisabled()
  await columns.getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL('/?tier=1&columns=name%2Cwebsite%2Croles%2Ctier%2CrevenueUsd')
  await expectNoLoad(page)

  const later = await context.newPage()
  await later.goto('/')
  await expectHeads(later, own)
  await later.goto('/?columns=founded,os')
  await expectHeads(later, ['Name', 'Founded', 'OS'])
  await later.goto('/products')
  await expect(later.getByRole('columnheader', { name: 'Supplier' })).toBeVisible()

  await open(page, '/')
  await page.keyboard.press('c')
  await columns.getByRole('button', { name: 'As usual' }).click()
  await expectHeads(page, USUAL)
  await later.goto('/')
  await expectHeads(later, USUAL)
})

test('a column moved to an end by keys leaves the focus on its other button', async ({ page }) => {
  await open(page, '/?columns=name,tier,founded')
  await page.keyboard.press('c')
  const columns = dialog(page, 'Columns')
  await columns.getByRole('button', { name: 'Earlier: Founded' }).focus()
  await page.keyboard.press('Enter')
  await expectHeads(page, ['Name', 'Founded', 'Tier'])
  await expect(columns.getByRole('button', { name: 'Later: Founded' })).toBeFocused()
})

test('a width set by buttons and one drawn at the edge of a head are both remembered', async ({ page, context }) => {
  await open(page, '/?columns=name,tier,founded')
  await page.keyboard.press('c')
  const columns = dialog(page, 'Columns')
  const before = Number(await columns.getByRole('listitem').filter({ hasText: 'Tier' }).locator('.tabular-nums').textContent())
  await columns.getByRole('button', { name: 'Wider: Tier' }).click()
  await columns.getByRole('button', { name: 'Narrower: Founded' }).click()
  const wider = Number(await columns.getByRole('listitem').filter({ hasText: 'Tier' }).locator('.tabular-nums').textContent())
  expect(wider).toBeGreaterThan(before)
  await columns.getByRole('button', { name: 'Close' }).click()
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.getByRole('columnheader', { name: 'Name' }).boundingBox()) ?? {}
  await page.mouse.move(x + width - 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width + 60, y + height / 2, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => Math.abs((await widthOf(page, 'Name')) - width - 62)).toBeLessThanOrEqual(4)
  await expect(page).toHaveURL('/?columns=name%2Ctier%2Cfounded')
  const widths = await Promise.all(['Name', 'Tier', 'Founded'].map((name) => widthOf(page, name)))
  expect(widths[1]).toBe(wider)

  const later = await context.newPage()
  await later.goto('/')
  expect(await Promise.all(['Name', 'Tier', 'Founded'].map((name) => widthOf(later, name)))).toEqual(widths)
})

test('heads stay in sight while the rows scroll', async ({ page }) => {
  await open(page, '/')
  await rowLinks(page).nth(45).scrollIntoViewIfNeeded()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toBeInViewport()
  await open(page, '/?columns=name,tier,roles,segments,os,categories,city,country,ownership,website,revenueUsd,employees')
  await rowLinks(page).nth(45).scrollIntoViewIfNeeded()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toBeInViewport()
})

test('with a row at the foot of a table that scrolls by itself, j keeps the row in sight', async ({ page }) => {
  await open(page, '/?columns=name,tier,roles,segments,os,categories,city,country,ownership,website,revenueUsd,employees')
  for (let row = 0; row < 40; row++) await page.keyboard.press('j')
  await expect(rowLinks(page).nth(39)).toBeFocused()
  await expect(rowLinks(page).nth(39)).toBeInViewport({ ratio: 1 })
  for (let row = 0; row < 30; row++) await page.keyboard.press('k')
  await expect(rowLinks(page).nth(9)).toBeInViewport({ ratio: 1 })
})
