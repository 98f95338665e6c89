/** Back at the answer one goes on from the row one left it at; a page that is opened anew begins at its top. */
import { expect, type Page, test } from '@playwright/test'
import { pressKey } from './entries'
import { open, rowLinks, untilAlive } from './screen'

const ANSWER = '/?segment=software'

/** Open an answer and, by keys alone, the entry of a row. @param row From 0. */
async function openRow(page: Page, row: number): Promise<void> {
  await open(page, ANSWER)
  for (let step = 0; step <= row; step++) await page.keyboard.press('j')
  await expect(rowLinks(page).nth(row)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/organizations\//)
}

/** Press a key of the entry's strip once the page and the strip listen to keys. */
async function pressTrailKey(page: Page, key: string): Promise<void> {
  await untilAlive(page)
  await pressKey(page, key)
}

async function expectGoingOnFrom(page: Page, row: number): Promise<void> {
  await expect(page).toHaveURL(ANSWER)
  await untilAlive(page)
  await expect(rowLinks(page).nth(row)).toBeFocused()
  await expect(rowLinks(page).nth(row)).toBeInViewport()
  await page.keyboard.press('j')
  await expect(rowLinks(page).nth(row + 1)).toBeFocused()
}

test('the browser’s Back leads to the row that was opened', async ({ page }) => {
  await openRow(page, 19)
  await page.goBack()
  await expectGoingOnFrom(page, 19)
})

test('u leads to the row that was opened, and after the next entry to the row of that', async ({ page }) => {
  await openRow(page, 5)
  await pressTrailKey(page, 'u')
  await expectGoingOnFrom(page, 5)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/organizations\//)
  const { pathname } = new URL(page.url())
  await pressTrailKey(page, 'j')
  await expect(page).not.toHaveURL(new RegExp(pathname))
  await pressTrailKey(page, 'u')
  await expectGoingOnFrom(page, 7)
})

test('each answer has its own row', async ({ page }) => {
  await openRow(page, 9)
  await open(page, '/?tier=1')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/organizations\/.*tier=1/)
  await page.goBack()
  await expect(page).toHaveURL('/?tier=1')
  await untilAlive(page)
  await expect(rowLinks(page).first()).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(/\/organizations\//)
  await page.goBack()
  await expectGoingOnFrom(page, 9)
})

test('an answer that is opened anew takes no focus', async ({ page }) => {
  await openRow(page, 3)
  await open(page, ANSWER)
  await expect(page.locator('body')).toBeFocused()
  await page.keyboard.press('j')
  await expect(rowLinks(page).first()).toBeFocused()
})
