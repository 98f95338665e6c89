/** Every page that stands by itself is found by its name, by what else one calls it, and from the foot of any other. */
import { expect, type Page, test } from '@playwright/test'
import { dialog, open, untilAlive } from './screen'

const box = (page: Page) => dialog(page, 'Commands').getByRole('combobox')
const lit = (page: Page) => dialog(page, 'Commands').getByRole('option', { selected: true })

/** What is typed, the page that is lit then, and where it stands. */
const PAGES = [
  ['coverage', 'Coverage', '/coverage'],
  ['gaps', 'Coverage', '/coverage'],
  ['glossary', 'Glossary', '/glossary'],
  ['definitions', 'Glossary', '/glossary'],
  ['compare', 'Compare', '/compare'],
  ['rankings', 'Published rankings', '/rankings'],
  ['top', 'Top lists', '/top'],
  ['mergers', 'Mergers and names', '/market/history'],
  ['history', 'Mergers and names', '/market/history'],
  ['acquisitions', 'Mergers and names', '/market/history'],
  ['headquarters', 'Headquarters', '/market/places'],
  ['places', 'Headquarters', '/market/places'],
  ['map', 'Market', '/market'],
  ['value chain', 'Value chain', '/market/chain'],
  ['revenue by year', 'Revenue by year', '/market/years'],
  ['table of contents', 'Report', '/report'],
  ['lists of the report', 'Categories', '/categories'],
  ['companies', 'Directory', '/'],
  ['products', 'Products', '/products'],
  ['health', 'Health of this server', '/api/health'],
] as const

test('the palette knows each page by name and by other words, before any company', async ({ page, request }) => {
  await open(page, '/report')
  await page.keyboard.press('Control+k')
  for (const [typed, name, path] of PAGES) {
    const suggested = page.waitForResponse((response) => response.url().includes(`/api/suggest?${new URLSearchParams({ q: typed })}`))
    await box(page).fill(typed)
    await expect(lit(page), typed).toHaveText(name)
    await suggested
    // What comes later from the directory stands below.
    await expect(dialog(page, 'Commands').getByRole('option').first(), typed).toHaveText(name)
    await expect(lit(page), typed).toHaveText(name)
    expect((await request.get(path)).status(), path).toBe(200)
  }
})

test('Enter goes to the page that was typed', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('Control+k')
  await box(page).pressSequentially('coverage')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/coverage')
})

test('on the page of a company the palette leads to its introductions and its picture', async ({ page }) => {
  await open(page, '/organizations/nortel')
  for (const [typed, path] of [
    ['introductions', '/market/introductions/nortel'],
    ['relationships', '/market/around/nortel'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await box(page).pressSequentially(typed)
    await expect(lit(page)).toContainText('this company')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(path)
    await untilAlive(page)
  }
})

/** Pages and the room that is lit on them: the page itself, or what holds it. */
const ROOMS = [
  ['/', 'Directory', 'page'],
  ['/organizations/nortel', 'Directory', 'true'],
  ['/market', 'Market', 'page'],
  ['/market/history', 'Market', 'true'],
  ['/top', 'Market', 'true'],
  ['/top/network-telecom-vars', 'Market', 'true'],
  ['/rankings', 'Market', 'true'],
  ['/compare', 'Market', 'true'],
  ['/glossary', 'Market', 'true'],
  ['/glossary/segment/software', 'Market', 'true'],
  ['/report', 'Report', 'page'],
  ['/coverage', 'Report', 'true'],
] as const

test('the head shows which room a page belongs to', async ({ page }) => {
  for (const [path, name, current] of ROOMS) {
    await page.goto(path)
    const lit = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')
    await expect(lit, path).toHaveText([name])
    await expect(lit, path).toHaveAttribute('aria-current', current)
  }
})

test('the foot of a page leads to the pages that no room is', async ({ page, request }) => {
  await page.goto('/report')
  const doors = page.getByRole('contentinfo').getByRole('link')
  await expect(doors).toHaveText(['Top lists', 'Published rankings', 'Compare', 'Introductions', 'Glossary', 'Coverage'])
  for (const door of await doors.all()) expect((await request.get((await door.getAttribute('href')) ?? '')).status()).toBe(200)
})

test('what asks for the icon at its old address gets it', async ({ request }) => {
  const icon = await request.get('/favicon.ico')
  expect(icon.status()).toBe(200)
  expect(icon.headers()['content-type']).toContain('image/svg+xml')
  expect(await icon.text()).toContain('<svg')
})
