/** What the box suggests, the palette of commands, and the way through both by keys. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { askApi } from './doors'
import { dialog, expectFound, expectNoLoad, open, searchBox, untilAlive } from './screen'

const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })
const palette = (page: Page) => dialog(page, 'Commands')
const lit = (list: Locator) => list.getByRole('option', { selected: true })

interface Suggested {
  organizations: { label: string; url: string }[]
  products: { label: string; url: string }[]
  filters: { label: string; url: string; collection: string; name: string; value: string }[]
}

test('suggestions come in groups, the arrows go through them, and Enter opens the one that is lit', async ({ page, request }) => {
  const suggested = (await (await request.get('/api/suggest?q=linux')).json()) as Suggested
  await open(page, '/')
  const whole = page.waitForResponse((response) => response.url().endsWith('/api/suggest?q=linux'))
  await searchBox(page).pressSequentially('linux')
  await whole
  for (const group of ['Filters', 'Companies', 'Products'])
    await expect(suggestions(page).getByRole('group', { name: group })).toBeVisible()
  const companies = suggestions(page).getByRole('group', { name: 'Companies' }).getByRole('option')
  await expect(companies).toHaveText(suggested.organizations.slice(0, 4).map(({ label }) => new RegExp(`^${label}`)))
  await expect(lit(suggestions(page))).toHaveCount(0)
  // The filters come first: to the second company it is past all of them.
  const filters = await suggestions(page).getByRole('group', { name: 'Filters' }).getByRole('option').count()
  for (let step = 0; step < filters + 2; step++) await page.keyboard.press('ArrowDown')
  await expect(companies.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(searchBox(page)).toHaveAttribute('aria-activedescendant', (await companies.nth(1).getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(suggested.organizations[0]?.url ?? '')
})

test('Enter searches for what was typed while nothing is lit, and goes to the answer', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'q=veritas')
  await open(page, '/')
  await searchBox(page).pressSequentially('veritas')
  await expect(suggestions(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(suggestions(page)).toBeHidden()
  await expect(page).toHaveURL('/?q=veritas')
  await expectFound(page, total)
  await expect(page.locator('#answer')).toBeFocused()
  await expectNoLoad(page)
})

test('a filter that is picked is added to the question and takes the place of the text', async ({ page, request }) => {
  const { filters } = (await (await request.get('/api/suggest?q=solaris')).json()) as Suggested
  const { name, value, label } = filters.find(({ collection }) => collection === 'organizations') ?? {}
  expect(label).toBeDefined()
  const query = `${new URLSearchParams([
    ['tier', '1'],
    [name ?? '', value ?? ''],
  ])}`
  const { total } = await askApi(request, 'organizations', query)
  await open(page, '/?tier=1')
  await searchBox(page).pressSequentially('solaris')
  await suggestions(page)
    .getByRole('group', { name: 'Filters' })
    .getByRole('option', { name: label ?? '' })
    .first()
    .click()
  await expect(searchBox(page)).toHaveValue('')
  await expect.poll(() => decodeURIComponent(new URL(page.url()).search)).toBe(`?${decodeURIComponent(query)}`)
  await expectFound(page, total)
  await expectNoLoad(page)
})

test('Esc closes the suggestions and keeps the text, then leaves the box and keeps it still', async ({ page }) => {
  await open(page, '/')
  await searchBox(page).pressSequentially('linux')
  await expect(suggestions(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(suggestions(page)).toBeHidden()
  await expect(searchBox(page)).toHaveValue('linux')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('linux')
  await expect(searchBox(page)).not.toBeFocused()
  await expect(page).toHaveURL('/?q=linux')
})

test('what was searched for before is offered in an empty box, newest first, and found again', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'q=storage')
  await open(page, '/')
  for (const text of ['storage', 'cluster']) {
    await searchBox(page).fill(text)
    await page.keyboard.press('Enter')
  }
  await open(page, '/')
  await searchBox(page).click()
  const before = suggestions(page).getByRole('group', { name: 'Searched for before' }).getByRole('option')
  await expect(before).toHaveText(['cluster', 'storage'])
  await before.nth(1).click()
  await expect(page).toHaveURL('/?q=storage')
  await expect(searchBox(page)).toHaveValue('storage')
  await expectFound(page, total)
})

test('suggestions that cannot be read leave the answer alone', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'q=cluster')
  await open(page, '/')
  await page.route('**/api/suggest?*', (route) => route.abort('connectionrefused'))
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/suggest'))
  await searchBox(page).pressSequentially('cluster')
  await failed
  await expectFound(page, total)
  await expect(page.getByRole('main').getByRole('alert')).toBeHidden()
})

test('on a page that answers nothing the box searches the companies', async ({ page }) => {
  await open(page, '/report')
  await searchBox(page).pressSequentially('veritas')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=veritas')
})

test('ctrl+k opens the palette from anywhere, even from the box, and Esc gives the focus back', async ({ page }) => {
  await open(page, '/report')
  await searchBox(page).focus()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(searchBox(page)).toBeFocused()
})

test('the palette goes to a page and to a company, and does what the page offers', async ({ page, request }) => {
  const suggested = (await (await request.get('/api/suggest?q=veritas')).json()) as Suggested
  await open(page, '/?tier=1')
  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').pressSequentially('clear the text')
  await expect(palette(page).getByRole('option')).toHaveText([/^Clear the text and all filters/])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await expectNoLoad(page)

  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').pressSequentially('export as')
  await expect(lit(palette(page))).toHaveText(/^Export as CSV/)
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Export CSV').getByRole('button', { name: 'Download' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'Export CSV')).toBeHidden()

  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').pressSequentially('veritas')
  const company = palette(page).getByRole('group', { name: 'Companies' }).getByRole('option').first()
  await expect(company).toHaveText(new RegExp(`^${suggested.organizations[0]?.label}`))
  await expect(lit(palette(page))).toHaveText(new RegExp(`^${suggested.organizations[0]?.label}`))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(suggested.organizations[0]?.url ?? '')

  await untilAlive(page)
  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').pressSequentially('prod')
  await palette(page).getByRole('group', { name: 'Pages' }).getByRole('option', { name: 'Products' }).click()
  await expect(page).toHaveURL('/products')
})

test('one dialog stands at a time: ctrl+k in an open one opens no second', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('e')
  await expect(dialog(page, 'Export CSV')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.waitForTimeout(300)
  // By what they are in the page: the names of those below a dialog are hidden from whoever asks by role.
  await expect(page.locator('[role="dialog"]')).toHaveCount(1)
})

test('the palette says when nothing has such a name', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('button', { name: /^Commands/ }).click()
  await palette(page).getByRole('combobox').pressSequentially('zzyzxqwk')
  await expect(palette(page)).toContainText('Nothing of that name.')
})

test('all keys are a click away on every page', async ({ page }) => {
  await open(page, '/report')
  await page.getByRole('button', { name: 'All keys' }).click()
  const keys = dialog(page, 'Keys')
  await expect(keys.getByRole('term').filter({ hasText: '⌘K' })).toBeVisible()
  await keys.getByRole('button', { name: 'Close' }).click()
  await expect(keys).toBeHidden()
  await expect(page.getByRole('button', { name: 'All keys' })).toBeFocused()
})
