/** Light and dark: the system's unless told otherwise, remembered, and right from the first paint. */
import { expect, type Page, test } from '@playwright/test'
import { dialog, open, untilAlive } from './screen'

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const themeButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Theme: / })

test('the switch goes round, and what was chosen stays on every page and in every tab', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/')
  await expect(themeButton(page)).toHaveText('Theme: system')
  const light = await background(page)
  await themeButton(page).click()
  await expect(themeButton(page)).toHaveText('Theme: light')
  await themeButton(page).click()
  await expect(themeButton(page)).toHaveText('Theme: dark')
  const dark = await background(page)
  expect(dark).not.toBe(light)

  const other = await context.newPage()
  await other.emulateMedia({ colorScheme: 'light' })
  await other.goto('/report')
  expect(await background(other)).toBe(dark)
  await expect(themeButton(other)).toHaveText('Theme: dark')

  await themeButton(page).click()
  await expect(themeButton(page)).toHaveText('Theme: system')
  expect(await background(page)).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await background(page)).toBe(dark)
})

test('what was chosen is there in the first paint, before any script', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/')
  const light = await background(page)
  await page.keyboard.press('Control+k')
  await dialog(page, 'Commands').getByRole('combobox').pressSequentially('theme: dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const dark = await background(page)
  expect(dark).not.toBe(light)

  const unscripted = await context.newPage()
  await unscripted.emulateMedia({ colorScheme: 'light' })
  await unscripted.route('**/*.js', (route) => route.abort())
  await unscripted.goto('/')
  expect(await background(unscripted)).toBe(dark)
})

test('no hydration has to mend what the server sent', async ({ page, context }) => {
  await context.addCookies(
    [
      ['tierbook-theme', 'dark'],
      ['tierbook-organizations', 'name:300.tier.website'],
    ].map(([name = '', value = '']) => ({ name, value, url: test.info().project.use.baseURL ?? '' })),
  )
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  for (const url of ['/', '/?q=server&tier=1', '/products', '/report']) {
    await page.goto(url)
    await untilAlive(page)
  }
  expect(said).toEqual([])
})
