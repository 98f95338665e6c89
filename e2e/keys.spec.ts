/** Everything without a mouse: from the first key to a company, and to its facts. */
import { expect, type Locator, type Page, test } from '@playwright/test'

test.describe.configure({ timeout: 180_000 })

/** Past this many steps nobody would go on. */
const MOST_STEPS = 300

/** Go to an element by the tab key alone; wherever one stands on the way can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const mark = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return 'nothing'
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
      return outlineStyle !== 'none' && outlineWidth !== '0px'
        ? 'outline'
        : boxShadow !== 'none'
          ? 'shadow'
          : `none at ${focused.outerHTML.slice(0, 120)}`
    })
    expect(mark).not.toContain('none at')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Not reached in ${MOST_STEPS} steps: ${target}`)
}

test('the first key offers to skip to the content', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: /skip to/i })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a search, a filter, an order and a company by keys alone', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, page.getByRole('banner').getByRole('searchbox'))
  await page.keyboard.type('software')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=software')

  await tabTo(
    page,
    page
      .getByRole('group', { name: 'Tier', exact: true })
      .getByRole('link', { name: /add filter$/ })
      .first(),
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=software&tier=\w+$/)

  await tabTo(page, page.getByRole('columnheader', { name: /^Revenue/ }).getByRole('link'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/&sort=-revenue$/)

  const company = page.getByRole('rowheader').first().getByRole('link')
  const url = (await company.getAttribute('href')) ?? ''
  await tabTo(page, company)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(url)
})

test('rows are ticked and exported by keys alone', async ({ page }) => {
  await page.goto('/?q=software')
  for (const row of [0, 1]) {
    await tabTo(page, page.getByRole('row').getByRole('checkbox').nth(row))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('button', { name: 'Export selected' }))
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})
