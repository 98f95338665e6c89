/** Every kind of page, light and dark, wide and narrow: axe finds nothing, and nothing has to be scrolled sideways. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { addressOf, kinds } from './pages'

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1440, 390] as const
const NARROWEST = 360

for (const kind of kinds) {
  test(`axe finds nothing on ${kind}`, async ({ page, request }) => {
    test.setTimeout(300_000)
    await page.goto(await addressOf(kind, request))
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
        expect.soft(found, `${colorScheme}, ${width} wide`).toEqual([])
      }
    }
  })

  test(`nothing has to be scrolled sideways on ${kind}`, async ({ page, request }) => {
    await page.setViewportSize({ width: NARROWEST, height: 740 })
    await page.goto(await addressOf(kind, request))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROWEST)
  })
}
