/** Every kind of page, light and dark, wide and narrow: axe finds nothing, and nothing has to be scrolled sideways. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { everyKind } from './pages'

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1440, 390] as const
const NARROWEST = 360

for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    test(`axe finds nothing, ${colorScheme} and ${width} wide`, async ({ page, request }) => {
      test.setTimeout(180_000)
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      for (const [kind, url] of Object.entries(await everyKind(request))) {
        await page.goto(url)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
        expect.soft(found, `${kind}, ${url}`).toEqual([])
      }
    })
  }
}

test('nothing has to be scrolled sideways on a narrow telephone', async ({ page, request }) => {
  await page.setViewportSize({ width: NARROWEST, height: 740 })
  for (const [kind, url] of Object.entries(await everyKind(request))) {
    await page.goto(url)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, `${kind}, ${url}`).toBeLessThanOrEqual(NARROWEST)
  }
})
