/** Everything without a mouse: from the first key to a company, and to a list of those that were ticked. */
import { expect, type Locator, type Page, test } from '@playwright/test'

/** Past this many steps nobody would go on. */
const MOST_STEPS = 60

/** Go to an element by the tab key alone; wherever one stands on the way can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const { reached, unseen } = await target.evaluate((element) => {
      const focused = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      const seen = focused === document.body || (outlineStyle !== 'none' && outlineWidth !== '0px')
      return { reached: focused === element, unseen: seen ? null : focused.outerHTML.slice(0, 120) }
    })
    expect(unseen).toBeNull()
    if (reached) return
  }
  throw new Error(`Not reached in ${MOST_STEPS} steps: ${target}`)
}

/** Past the filters to what was found, as the page offers it. */
async function skipTheFilters(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Skip the filters' }))
  await page.keyboard.press('Enter')
}

test('the first key offers to skip to the content', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a search, a filter, an order and a company by keys alone', async ({ page }) => {
  await page.goto('/?size=10')
  await tabTo(page, page.getByRole('banner').getByRole('searchbox'))
  await page.keyboard.type('software')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=software&size=10')

  await tabTo(
    page,
    page
      .getByRole('group', { name: 'Tier', exact: true })
      .getByRole('link', { name: /add filter$/ })
      .first(),
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=software&tier=\w+&size=10$/)

  await skipTheFilters(page)
  await tabTo(page, page.getByRole('columnheader', { name: /^Revenue/ }).getByRole('link'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/&sort=-revenue&size=10$/)

  await skipTheFilters(page)
  const company = page.getByRole('rowheader').first().getByRole('link')
  const url = (await company.getAttribute('href')) ?? ''
  await tabTo(page, company)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(url)
})

test('rows are ticked and exported by keys alone', async ({ page }) => {
  await page.goto('/?q=software&size=5')
  await skipTheFilters(page)
  for (const row of [0, 1]) {
    await tabTo(page, page.getByRole('row').getByRole('checkbox').nth(row))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('button', { name: 'Export selected' }))
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})
