/** The tools of the head: in a row where there is room, in a menu where there is none, with the key that the reader's keyboard has. */
import { expect, type Page, test } from '@playwright/test'
import { dialog, open } from './screen'

const menu = (page: Page) => page.getByRole('button', { name: 'Menu' })
const tool = (page: Page, name: string | RegExp) => page.getByRole('banner').getByRole('button', { name })

for (const width of [360, 900]) {
  test(`at ${width} pixels a menu has commands, theme and keys`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    await open(page, '/report')
    await expect(tool(page, /^Commands/)).toBeHidden()
    await menu(page).click()
    for (const name of [/^Commands/, /^Theme: system/, /^All keys/]) await expect(tool(page, name)).toBeInViewport({ ratio: 1 })

    await tool(page, /^Theme: system/).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await expect(tool(page, /^Theme: light/)).toBeVisible()

    await tool(page, /^Commands/).click()
    await expect(dialog(page, 'Commands').getByRole('combobox')).toBeFocused()
    await expect(tool(page, /^Theme/)).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(dialog(page, 'Commands')).toBeHidden()
    await expect(menu(page)).toBeFocused()

    await page.keyboard.press('Enter')
    await tool(page, /^All keys/).click()
    await expect(dialog(page, 'Keys')).toBeVisible()
  })
}

for (const width of [1160, 1280, 1440]) {
  test(`at ${width} pixels the tools stand whole in the head, without a menu`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    await open(page, '/report')
    await expect(menu(page)).toBeHidden()
    const tools = page.locator('#tools')
    await expect(tools.getByRole('button')).toHaveCount(3)
    expect(await tools.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    const search = await page.getByRole('search').boundingBox()
    expect((await tool(page, /^Commands/).boundingBox())?.x).toBeGreaterThan((search?.x ?? 0) + (search?.width ?? 0))
  })
}

const AGENTS = {
  'Ctrl K': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  '⌘K': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
}

for (const [key, userAgent] of Object.entries(AGENTS)) {
  test(`the first paint has the key of the reader’s keyboard: ${key}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ userAgent, javaScriptEnabled: false, ...(baseURL && { baseURL }) })
    const page = await context.newPage()
    await page.goto('/report')
    await expect(page.getByRole('banner').locator('.key')).toHaveText(key)
    await context.close()
  })
}
