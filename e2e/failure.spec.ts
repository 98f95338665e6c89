/** A page that cannot be made says so in words that need no script, with a status that a program understands, and is back when its cause is gone. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import SQLite from 'better-sqlite3'
import { start } from './started'

const PAGES = [
  '/',
  '/products?q=server',
  '/organizations/nortel',
  '/organizations/no-such-company',
  '/products/veritas-software/veritas-cluster-server',
  '/categories',
  '/report',
  '/market',
  '/market/places',
  '/compare',
  '/top',
  '/top/network-telecom-vars',
  '/rankings',
  '/glossary',
  '/coverage',
]
const SQLITE_PAGE = 4096

let app: ReturnType<typeof start>
let url: string
let file: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  const dataFolder = test.info().outputPath('data')
  file = join(dataFolder, 'tierbook.db')
  app = start(dataFolder)
  url = await app.url()
})
test.afterAll(async () => {
  app.stop('SIGTERM')
  await app.ended
})

/** Run a statement on the database from outside while the app serves it. */
function meddle(statement: string): void {
  const sqlite = new SQLite(file)
  sqlite.exec(statement)
  sqlite.close()
}

async function expectFailure(page: Page, path: string, status: number, words: RegExp): Promise<void> {
  const response = await page.goto(`${url}${path}`)
  expect(response?.status(), path).toBe(status)
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('This page could not be made')
  await expect(page.getByRole('main'), path).toContainText(words)
  await expect(page.getByRole('link', { name: 'Try again' }), path).toBeVisible()
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`with${javaScriptEnabled ? '' : 'out'} a script`, () => {
    test.use({ javaScriptEnabled })

    test('a defect is a 500 on every page, which leads to the terminal', async ({ page }) => {
      meddle('ALTER TABLE organizations RENAME TO gone')
      try {
        for (const path of PAGES) await expectFailure(page, path, 500, /the terminal in which Tierbook runs/)
        expect(await (await page.request.get(`${url}/api/organizations`)).json()).toMatchObject({ status: 500 })
      } finally {
        meddle('ALTER TABLE gone RENAME TO organizations')
      }
      await page.getByRole('link', { name: 'Try again' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coverage')
    })
  })
}

test.describe('a database that is damaged while it is served', () => {
  test.use({ javaScriptEnabled: false })

  test('is a 503 with its remedy on every page, in the theme that was chosen', async ({ page, context }) => {
    // What was written last, the app has to read again.
    meddle('UPDATE organizations SET name = name; PRAGMA wal_checkpoint(TRUNCATE)')
    writeFileSync(file, readFileSync(file).fill(0xa5, SQLITE_PAGE))
    await context.addCookies([{ name: 'tierbook-theme', value: 'dark', url }])
    for (const path of PAGES) await expectFailure(page, path, 503, /is damaged or is no SQLite database\.\s*Put a backup in its place/)
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
    expect(await (await page.request.get(`${url}/api/organizations`)).json()).toMatchObject({ status: 503 })
  })
})

// The database is still damaged.
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1440]) {
    test(`axe finds nothing on it, ${colorScheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 740 })
      await page.goto(`${url}/report`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be made')
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
  }
}
