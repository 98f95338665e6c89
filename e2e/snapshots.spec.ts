/** What must look as it did, pixel by pixel: parts that no growth of the pack changes. `npx playwright test e2e/snapshots.spec.ts -u` takes them anew. */
import { expect, test } from '@playwright/test'
import { dialog, open } from './screen'

/** Another version of the browser may round a letter's edge otherwise. */
const ALMOST = { maxDiffPixelRatio: 0.02, animations: 'disabled' } as const

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the keys and the columns look as they did, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 1440, height: 1000 })
    await open(page, '/')
    await page.getByRole('button', { name: 'All keys' }).click()
    await expect(dialog(page, 'Keys')).toHaveScreenshot(`keys-${colorScheme}.png`, ALMOST)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect(dialog(page, 'Columns')).toHaveScreenshot(`columns-${colorScheme}.png`, ALMOST)
  })
}

test('the head looks as it did, wide and on a phone', async ({ page }) => {
  await page.goto('/')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.getByRole('banner')).toHaveScreenshot(`head-${width}.png`, ALMOST)
  }
})
