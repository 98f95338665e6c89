/** The rows by keyboard alone, and the selection that outlasts pages, filters and reloads. */
import { expect, type Page, test } from '@playwright/test'
import { askApi } from './doors'
import { ANSWERS, dialog, expectFound, expectNoLoad, facet, facetValue, holdFirst, open, rowBoxes, rowLinks, searchBox } from './screen'

const selected = (page: Page) => page.getByText(/^[\d,]+ selected$/)
const peek = (page: Page) => page.getByRole('complementary', { name: 'Peek' })

/** Press keys one after another, as `j`, `Shift+J` or `Space`. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Which rows of the page are ticked, from 0. */
const ticked = (page: Page) =>
  rowBoxes(page).evaluateAll((boxes) => boxes.flatMap((box, row) => ((box as HTMLInputElement).checked ? [row] : [])))

test('j and k, and the arrows once one is at a row, go from row to row', async ({ page }) => {
  await open(page, '/')
  await press(page, 'j')
  await expect(rowLinks(page).nth(0)).toBeFocused()
  await press(page, 'j', 'ArrowDown')
  await expect(rowLinks(page).nth(2)).toBeFocused()
  await expect(rowLinks(page).nth(2)).toBeInViewport()
  await press(page, 'k', 'ArrowUp')
  await expect(rowLinks(page).nth(0)).toBeFocused()
  await press(page, 'k')
  await expect(rowLinks(page).nth(0)).toBeFocused()
  await expect(page).toHaveURL('/')
})

test('Enter opens the row one is at', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'q=storage')
  await open(page, '/?q=storage')
  await press(page, 'j', 'j', 'Enter')
  await expect(page).toHaveURL(new RegExp(`${hits[1]?.url}\\?q=storage$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hits[1]?.name ?? '')
})

test('x ticks, and shift with x, j and k ticks the rows between', async ({ page }) => {
  await open(page, '/')
  await press(page, 'j', 'x')
  expect(await ticked(page)).toEqual([0])
  await press(page, 'x')
  expect(await ticked(page)).toEqual([])
  await press(page, 'j', 'Shift+J', 'Shift+J')
  expect(await ticked(page)).toEqual([1, 2, 3])
  await press(page, 'j', 'j', 'j', 'x', 'j', 'j', 'Shift+X')
  expect(await ticked(page)).toEqual([1, 2, 3, 6, 7, 8])
  await press(page, ...'kkkkk', 'x')
  expect(await ticked(page)).toEqual([1, 2, 6, 7, 8])
  await press(page, 'k', 'k', 'Shift+K')
  expect(await ticked(page)).toEqual([0, 1, 2, 6, 7, 8])
  await expect(selected(page)).toHaveText('6 selected')
})

test('with shift a click ticks all rows from the one ticked before, and unticks them as well', async ({ page }) => {
  await open(page, '/')
  await rowBoxes(page).nth(2).click()
  await rowBoxes(page)
    .nth(6)
    .click({ modifiers: ['Shift'] })
  expect(await ticked(page)).toEqual([2, 3, 4, 5, 6])
  await rowBoxes(page)
    .nth(4)
    .click({ modifiers: ['Shift'] })
  expect(await ticked(page)).toEqual([2, 3])
  await expect(selected(page)).toHaveText('2 selected')
})

test('past the last row the next page begins, before the first the page before ends', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'size=10&page=2')
  await open(page, '/?size=10')
  await press(page, ...'jjjjjjjjjj')
  await expect(rowLinks(page).nth(9)).toBeFocused()
  await press(page, 'j')
  await expect(page).toHaveURL('/?page=2&size=10')
  await expect(rowLinks(page).first()).toHaveText(hits[0]?.name ?? '')
  await expect(rowLinks(page).first()).toBeFocused()
  await press(page, 'j', 'k', 'k')
  await expect(page).toHaveURL('/?size=10')
  await expect(rowLinks(page).nth(9)).toBeFocused()
  await expectNoLoad(page)
})

test('a key held down at the last row turns one page, however late it comes', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'size=10&page=2')
  await open(page, '/?size=10')
  await press(page, ...'jjjjjjjjjj')
  const first = await holdFirst(page, ANSWERS)
  await press(page, ...'jjjj')
  await first.asked
  first.letGo()
  await expect(rowLinks(page).first()).toHaveText(hits[0]?.name ?? '')
  await expect(page).toHaveURL('/?page=2&size=10')
  await expect(rowLinks(page).first()).toBeFocused()
})

test('e exports, c chooses columns, / searches, ? lists the keys, and Esc steps back from each', async ({ page }) => {
  await open(page, '/')
  await press(page, 'j', 'j')
  for (const [key, name] of [
    ['e', 'Export CSV'],
    ['c', 'Columns'],
    ['?', 'Keys'],
  ] as const) {
    await press(page, key)
    await expect(dialog(page, name)).toBeVisible()
    await expect(page.locator('[role="dialog"]:focus-within')).toBeVisible()
    await press(page, 'Escape')
    await expect(dialog(page, name)).toBeHidden()
    await expect(rowLinks(page).nth(1)).toBeFocused()
  }
  await press(page, '/')
  await expect(searchBox(page)).toBeFocused()
  await expect(searchBox(page)).toHaveValue('')
  await press(page, ...'/ejx?', 'Escape', 'Escape')
  await expect(searchBox(page)).toHaveValue('/ejx?')
  await expect(searchBox(page)).not.toBeFocused()
})

test('the list of keys names every key that this file presses', async ({ page }) => {
  await open(page, '/')
  await press(page, '?')
  const keys = dialog(page, 'Keys')
  for (const key of ['j', '↓', 'k', '↑', 'x', 'space', '↵', 'e', 'c', '/', '?', 'esc']) {
    await expect(keys.locator('kbd').getByText(key, { exact: true })).toBeVisible()
  }
})

test('in an open dialog the keys of the table mean nothing', async ({ page }) => {
  await open(page, '/')
  await press(page, 'j', 'e')
  await expect(dialog(page, 'Export CSV')).toBeVisible()
  await press(page, 'x', 'j', 'c')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await press(page, 'Escape')
  expect(await ticked(page)).toEqual([])
  await expect(rowLinks(page).first()).toBeFocused()
})

test('space looks into a row, the peek follows the arrows and the turn of a page, Esc closes it and then leaves the row', async ({
  page,
  request,
}) => {
  const { hits } = await askApi(request, 'organizations', 'q=server&size=3')
  const { hits: second } = await askApi(request, 'organizations', 'q=server&size=3&page=2')
  await open(page, '/?q=server&size=3')
  await expect(peek(page)).toBeHidden()
  await press(page, 'j', 'Space')
  const title = peek(page).getByRole('heading', { level: 2 })
  await expect(title).toHaveText(hits[0]?.name ?? '')
  await press(page, 'j', 'ArrowDown')
  await expect(title).toHaveText(hits[2]?.name ?? '')
  await press(page, 'j')
  await expect(rowLinks(page).first()).toHaveAttribute('href', new RegExp(`^${second[0]?.url}\\?`))
  await expect(title).toHaveText(second[0]?.name ?? '')
  await press(page, 'Escape')
  await expect(peek(page)).toBeHidden()
  await expect(rowLinks(page).first()).toBeFocused()
  await press(page, 'Escape')
  await expect(page.locator('#answer')).toBeFocused()
})

test('the selection lasts across pages, filters, an entry and a reload', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'size=10')
  await open(page, '/?size=10')
  await rowBoxes(page).nth(1).check()
  await page.getByRole('navigation', { name: 'Pages, above the table' }).getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/?page=2&size=10')
  await expect(selected(page)).toHaveText('1 selected')
  await expect.poll(() => ticked(page)).toEqual([])
  await rowBoxes(page).nth(0).check()
  await facetValue(facet(page, 'Tier'), '1').click()
  await expect(page).toHaveURL('/?tier=1&size=10')
  await expect(selected(page)).toHaveText('2 selected')
  await page.reload()
  await expect(selected(page)).toHaveText('2 selected')
  await rowLinks(page).first().click()
  await expect(page).toHaveURL(/\/organizations\//)
  await page.goto('/?size=10')
  await expect(selected(page)).toHaveText('2 selected')
  await expect.poll(() => ticked(page)).toEqual([1])
  await expect(rowLinks(page).nth(1)).toHaveText(hits[1]?.name ?? '')
})

test('every match is selected at once, on whatever page it stands, and added to what was', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'tier=1&size=10')
  expect(total).toBeGreaterThan(10)
  const { hits } = await askApi(request, 'organizations', 'tier=3&size=10')
  await open(page, '/?tier=3&size=10')
  await rowBoxes(page).first().check()
  await facet(page, 'Tier').getByRole('link', { name: 'Clear Tier' }).click()
  await facetValue(facet(page, 'Tier'), '1').click()
  await expectFound(page, total)
  await page.getByRole('button', { name: `Select all ${total}` }).click()
  await expect(selected(page)).toHaveText(`${total + 1} selected`)
  await page.getByRole('button', { name: 'Export selected' }).click()
  await expect(dialog(page, 'Export CSV').getByRole('radio', { name: `The ${total + 1} selected` })).toBeChecked()
  const first = dialog(page, 'Export CSV').getByRole('region', { name: 'First rows of the file' })
  await expect(first).toBeVisible()
  expect(hits).not.toEqual([])
})

test('a server that fails while all are selected is said, and the selection stays as it was', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', '')
  await open(page, '/')
  await rowBoxes(page).first().check()
  await page.route('**/api/organizations.csv?*', (route) => route.abort('connectionrefused'))
  await page.getByRole('button', { name: `Select all ${total}` }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Not all could be selected. Tierbook cannot be reached')
  await expect(selected(page)).toHaveText('1 selected')
  await page.unroute('**/api/organizations.csv?*')
  await page.getByRole('button', { name: `Select all ${total}` }).click()
  await expect(selected(page)).toHaveText(`${total} selected`)
  await expect(page.getByRole('main').getByRole('alert')).toBeHidden()
})

test('what is cleared is cleared, rows that were ticked before they came back as well', async ({ page }) => {
  await open(page, '/?size=10')
  await rowBoxes(page).nth(1).check()
  const pages = page.getByRole('navigation', { name: 'Pages, above the table' })
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL('/?page=2&size=10')
  await expect.poll(() => ticked(page)).toEqual([])
  await rowBoxes(page).nth(3).check()
  await pages.getByRole('link', { name: 'Previous' }).click()
  await expect(page).toHaveURL('/?size=10')
  await expect.poll(() => ticked(page)).toEqual([1])
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(selected(page)).toBeHidden()
  await expect.poll(() => ticked(page)).toEqual([])
})

test('two tabs do not share a selection', async ({ page, context }) => {
  await open(page, '/')
  await rowBoxes(page).first().check()
  const other = await context.newPage()
  await open(other, '/')
  await expect(selected(other)).toBeHidden()
  await rowBoxes(other).nth(1).check()
  await rowBoxes(other).nth(2).check()
  await page.reload()
  await expect(selected(page)).toHaveText('1 selected')
  await expect(selected(other)).toHaveText('2 selected')
})

test('products are known by their maker as well, so that those of one name stay apart', async ({ page, request }) => {
  const { hits } = await askApi(request, 'products', 'sort=name')
  await open(page, '/products?sort=name')
  await press(page, 'j', 'j', 'x', 'Space')
  await expect(peek(page).getByRole('heading', { level: 2 })).toHaveText(hits[1]?.name ?? '')
  await page.reload()
  await expect.poll(() => ticked(page)).toEqual([1])
})
