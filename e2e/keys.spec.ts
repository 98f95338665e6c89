/** Everything without a mouse: from the first key to a company, and to a list of those that were ticked. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { askApi } from './doors'
import { dialog, open, rowLinks, searchBox } from './screen'

/** Past this many steps nobody would go on. */
const MOST_STEPS = 60

/** Go to an element by the tab key alone, forwards or back; wherever one stands on the way can be seen. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press(key)
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

test('the first key offers to skip to the content', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a search, a filter, an order and a company by keys alone', async ({ page, request }) => {
  await open(page, '/?size=10')
  await tabTo(page, searchBox(page))
  await page.keyboard.type('software')
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

  await tabTo(page, page.getByRole('link', { name: 'Skip the filters' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#answer')).toBeFocused()
  const revenue = page.getByRole('columnheader', { name: /^Revenue/ }).getByRole('link')
  await expect(revenue).toHaveAttribute('href', /tier=/)
  await tabTo(page, revenue)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/&sort=-revenue&size=10$/)

  const { search } = new URL(page.url())
  const [largest] = (await askApi(request, 'organizations', search.slice(1))).hits
  const company = rowLinks(page).first()
  await expect(company).toHaveText(largest?.name ?? '')
  await expect(company).toHaveAttribute('href', `${largest?.url}${search}`)
  await tabTo(page, company)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${largest?.url}${search}`)
})

test('rows are ticked and exported by keys alone', async ({ page }) => {
  await open(page, '/?q=software&size=5')
  await tabTo(page, page.getByRole('link', { name: 'Skip the filters' }))
  await page.keyboard.press('Enter')
  for (const row of [0, 1]) {
    await tabTo(page, page.getByRole('row').getByRole('checkbox').nth(row))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('button', { name: 'Export selected' }))
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Export CSV').getByRole('radio', { name: 'The 2 selected' })).toBeChecked()
  await expect(dialog(page, 'Export CSV').getByRole('button', { name: 'Download' })).toBeFocused()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})
