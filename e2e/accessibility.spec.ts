/** Every kind of page and every state of the live screens, light and dark, wide and narrow: axe finds nothing, nothing is scrolled sideways. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { addressOf, kinds } from './pages'
import { dialog, open, rowBoxes, rowLinks, searchBox, untilSet } from './screen'

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1440, 390] as const
/** Of what reflows: 1280 at 400 %. */
const NARROWEST = 320

/** Every rule, that of the size of targets too, which axe has to be asked for. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } })

async function expectNothingFound(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await axe(page).analyze()
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

  test(`nothing has to be scrolled sideways, nor is too small to be hit, on ${kind}`, async ({ page, request }) => {
    test.setTimeout(180_000)
    await page.goto(await addressOf(kind, request))
    await untilSet(page)
    for (const width of [NARROWEST, ...WIDTHS]) {
      await page.setViewportSize({ width, height: 740 })
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${width} wide`).toBeLessThanOrEqual(width)
    }
    await page.setViewportSize({ width: NARROWEST, height: 740 })
    const { violations } = await new AxeBuilder({ page }).withRules('target-size').analyze()
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([])
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
  'the selection looked at': async (page) => {
    await rowBoxes(page).first().check()
    await page.getByRole('button', { name: 'Show selected' }).click()
    await expect(dialog(page, 'Selected companies').getByRole('listitem')).toHaveCount(1)
  },
  suggestions: async (page) => {
    await searchBox(page).pressSequentially('linux')
    await expect(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('#answer')).toHaveAttribute('aria-busy', 'false')
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
    await expect(page.locator('#answer')).toHaveAttribute('aria-busy', 'false')
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
    const { violations } = await axe(page).include('#filters').analyze()
    expect
      .soft(
        violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
        colorScheme,
      )
      .toEqual([])
  }
})

test('axe finds nothing in the menu of a phone', async ({ page }) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '/report')
  await page.getByRole('button', { name: 'Menu' }).click()
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await axe(page).include('.site-head').analyze()
    expect
      .soft(
        violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
        colorScheme,
      )
      .toEqual([])
  }
})

/** What WCAG 1.4.12 lets a reader set. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

const HEADS = {
  '/': ['name', 'tier', 'revenue', 'employees', 'founded', 'products'],
  '/products': ['name', 'supplier', 'introduced', 'price'],
}

for (const [path, sorts] of Object.entries(HEADS)) {
  test(`the heads of ${path} fit in a line, and wider spaced in more`, async ({ page }) => {
    const heads = page.getByRole('columnheader')
    const cut = () =>
      heads.evaluateAll((all) =>
        all.flatMap((head) => {
          const shown = head.querySelector('a, .head-name')
          if (shown === null) return []
          const text = document.createRange()
          text.selectNodeContents(shown)
          const [inner, outer] = [text.getBoundingClientRect(), head.getBoundingClientRect()]
          const fits = inner.left >= outer.left && inner.right <= outer.right && inner.bottom <= outer.bottom
          return fits ? [] : [head.textContent]
        }),
      )
    for (const sort of sorts) {
      await page.goto(`${path}?sort=${sort}`)
      await untilSet(page)
      expect(await cut()).toEqual([])
      expect(await heads.last().evaluate((head) => head.getBoundingClientRect().height), sort).toBe(27)
      await page.addStyleTag({ content: SPACED })
      expect(await cut(), sort).toEqual([])
    }
  })
}
