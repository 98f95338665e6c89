/** Every kind of page and every state of the live screens, light and dark, wide and narrow: axe finds nothing, nothing is scrolled sideways. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { addressOf, kinds } from './pages'
import { dialog, open, rowBoxes, rowLinks, searchBox } from './screen'

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1440, 390] as const
const NARROWEST = 360

async function expectNothingFound(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
      expect.soft(found, `${colorScheme}, ${width} wide`).toEqual([])
    }
  }
}

for (const kind of kinds) {
  test(`axe finds nothing on ${kind}`, async ({ page, request }) => {
    test.setTimeout(300_000)
    await page.goto(await addressOf(kind, request))
    await expectNothingFound(page)
  })

  test(`nothing has to be scrolled sideways on ${kind}`, async ({ page, request }) => {
    await page.setViewportSize({ width: NARROWEST, height: 740 })
    await page.goto(await addressOf(kind, request))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROWEST)
  })
}

/** What a person can bring the directory to, and what is then there to be seen. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  'the export dialog': async (page) => {
    await page.keyboard.press('e')
    await expect(dialog(page, 'Export CSV').getByRole('region', { name: 'First rows of the file' })).toBeVisible()
  },
  'the columns dialog': async (page) => {
    await page.keyboard.press('c')
    await expect(dialog(page, 'Columns')).toBeVisible()
  },
  'the list of keys': async (page) => {
    await page.keyboard.press('?')
    await expect(dialog(page, 'Keys')).toBeVisible()
  },
  'the palette': async (page) => {
    await page.keyboard.press('Control+k')
    await dialog(page, 'Commands').getByRole('combobox').pressSequentially('ver')
    await expect(dialog(page, 'Commands').getByRole('group', { name: 'Companies' })).toBeVisible()
  },
  'a peek and a selection': async (page) => {
    await rowBoxes(page).first().check()
    await rowLinks(page).nth(1).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('complementary', { name: 'Peek' }).getByRole('heading', { level: 2 })).toBeVisible()
  },
  suggestions: async (page) => {
    await searchBox(page).pressSequentially('linux')
    await expect(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
  },
  'an answer that failed': async (page) => {
    await page.route('**/api/organizations?*', (route) => route.abort('connectionrefused'))
    await searchBox(page).pressSequentially('x')
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  },
  'filters chosen, left out and looked for': async (page) => {
    await page.getByRole('group', { name: 'Headquarters', exact: true }).getByRole('searchbox').fill('new')
    await page
      .getByRole('group', { name: 'Tier', exact: true })
      .getByRole('link', { name: /add filter$/ })
      .first()
      .click()
    await page
      .getByRole('group', { name: 'Role', exact: true })
      .getByRole('link', { name: /add filter$/ })
      .first()
      .click({ modifiers: ['Alt'] })
    await expect(page).toHaveURL(/role=-/)
  },
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing with ${name}`, async ({ page }) => {
    test.setTimeout(300_000)
    await open(page, '/?size=10')
    await reach(page)
    await expectNothingFound(page)
  })
}

test('axe finds nothing in the sheet of filters on a phone', async ({ page }) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '/')
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).include('#filters').analyze()
    expect
      .soft(
        violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
        colorScheme,
      )
      .toEqual([])
  }
})
