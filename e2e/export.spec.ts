/** The export dialog: what it shows, the file it saves, its address and its command are one and the same. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { askApi, DATA_DIR } from './doors'
import { dialog, open, rowBoxes } from './screen'

const exportDialog = (page: Page) => dialog(page, 'Export CSV')
const MARK = '\uFEFF'

async function openExport(page: Page, url: string): Promise<void> {
  await open(page, url)
  await page.getByRole('link', { name: 'Export CSV' }).click()
  await expect(exportDialog(page)).toBeVisible()
}

/** Press Download and read what was saved. */
async function download(page: Page): Promise<string> {
  const saved = page.waitForEvent('download')
  await exportDialog(page).getByRole('button', { name: 'Download' }).click()
  const file = readFileSync(await (await saved).path(), 'utf8')
  await expect(exportDialog(page).getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  return file
}

const lineOf = (page: Page, label: string) => exportDialog(page).getByRole('textbox', { name: label }).inputValue()

/** Run the command as someone would who copied it: in a shell, from an empty folder, the project's npm being the only thing it is told. */
async function runCommand(command: string, file: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  try {
    const here = `npm() { command npm --prefix '${process.cwd()}' "$@"; }; ${command}`
    await promisify(execFile)('sh', ['-c', here], { cwd: folder, env: { ...process.env, DATA_DIR: join(process.cwd(), DATA_DIR) } })
    return readFileSync(join(folder, file), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The first rows as the dialog shows them, heads first. */
const previewed = (page: Page) =>
  exportDialog(page)
    .getByRole('region', { name: 'First rows of the file' })
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')))

test('the preview is the beginning of the file, and the file holds every match in the order of the screen', async ({ page, request }) => {
  const { total, hits } = await askApi(request, 'organizations', 'q=server&tier=1&sort=-revenue')
  expect(total).toBeGreaterThan(5)
  await openExport(page, '/?q=server&tier=1&sort=-revenue&size=10')
  await expect(exportDialog(page).getByRole('radio', { name: `All ${total} companies that match` })).toBeChecked()
  await expect.poll(async () => (await previewed(page)).length).toBe(6)
  const shown = await previewed(page)
  const rows = parse(await download(page)) as string[][]
  expect(rows).toHaveLength(total + 1)
  expect(shown).toEqual(rows.slice(0, 6))
  const slug = rows[0]?.indexOf('slug') ?? -1
  expect(rows.slice(1, 11).map((row) => row[slug])).toEqual(hits.slice(0, 10).map((hit) => hit.slug))
})

for (const [name, url] of [
  ['companies', "/?q=o'brien %22high availability%22&tier=-0&sort=-revenue"],
  ['products', '/products?q=server&os=unix&sort=-price'],
] as const) {
  test(`address, command and download of ${name} give the same bytes`, async ({ page, request }) => {
    test.setTimeout(120_000)
    const collection = name === 'companies' ? 'organizations' : 'products'
    await openExport(page, url)
    const columns = exportDialog(page)
    for (const column of ['os', 'url']) await columns.getByRole('checkbox', { name: column, exact: true }).uncheck()
    await columns.getByRole('button', { name: 'Earlier: name' }).click()
    await columns.getByRole('checkbox', { name: /For Excel/ }).check()
    const saved = await download(page)
    expect(saved.startsWith(`${MARK}name,slug,`)).toBe(true)
    const [head] = parse(saved, { bom: true }) as string[][]
    expect(head).not.toContain('os')
    const answer = await request.get(await lineOf(page, 'Address'))
    expect((await answer.body()).toString('utf8')).toBe(saved)
    expect(await runCommand(await lineOf(page, 'Command'), `${collection}.csv`)).toBe(saved)
  })
}

test('the selection alone is saved, those of other pages too, and the address and command say the same', async ({ page, request }) => {
  test.setTimeout(120_000)
  const { hits } = await askApi(request, 'products', 'sort=name&size=5')
  const { hits: second } = await askApi(request, 'products', 'sort=name&size=5&page=2')
  await open(page, '/products?sort=name&size=5')
  await rowBoxes(page).nth(3).check()
  await rowBoxes(page).nth(0).check()
  await page.getByRole('navigation', { name: 'Pages, above the table' }).getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(rowBoxes(page).first()).not.toBeChecked()
  await rowBoxes(page).nth(1).check()
  await page.keyboard.press('e')
  await expect(exportDialog(page).getByRole('radio', { name: 'The 3 selected' })).toBeChecked()
  const saved = await download(page)
  const rows = parse(saved, { columns: true }) as { url: string }[]
  expect(rows.map(({ url }) => url)).toEqual([hits[0]?.url, hits[3]?.url, second[1]?.url])
  expect(await (await request.get(await lineOf(page, 'Address'))).text()).toBe(saved)
  expect(await runCommand(await lineOf(page, 'Command'), 'products.csv')).toBe(saved)

  await exportDialog(page).getByRole('radio', { name: /^All/ }).check()
  expect((parse(await download(page), { columns: true }) as unknown[]).length).toBe((await askApi(request, 'products', '')).total)
})

test('a selection too long for an address is saved all the same, and that it has no address is said', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', '')
  await open(page, '/')
  await rowBoxes(page).first().check()
  await page.getByRole('button', { name: `Select all ${total}` }).click()
  await page.getByRole('button', { name: 'Export selected' }).click()
  await expect(exportDialog(page)).toContainText('have no room in an address or a command')
  const rows = parse(await download(page), { columns: true }) as unknown[]
  expect(rows).toHaveLength(total)
})

test('columns and the program they are for are remembered; those of the screen can be taken over', async ({ page }) => {
  await openExport(page, '/?tier=0')
  await exportDialog(page).getByRole('button', { name: 'As on the screen' }).click()
  await exportDialog(page)
    .getByRole('checkbox', { name: /For Excel/ })
    .check()
  const head = 'name,roles,tier,segments,os,city,region,country,employees,founded,revenueUsd,revenueYear,products'
  await expect.poll(async () => (await previewed(page))[0]?.join()).toBe(head)
  await exportDialog(page).getByRole('button', { name: 'Close' }).click()
  await openExport(page, '/?tier=1')
  await expect.poll(async () => (await previewed(page))[0]?.join()).toBe(head)
  await expect(exportDialog(page).getByRole('checkbox', { name: /For Excel/ })).toBeChecked()
  expect((await download(page)).startsWith(`${MARK}${head}\r\n`)).toBe(true)
  await openExport(page, '/?tier=1&columns=name,website')
  await expect.poll(async () => (await previewed(page))[0]?.join()).toBe('name,website')
})

test('without a column nothing can be saved, and that is said', async ({ page }) => {
  await openExport(page, '/?tier=0&columns=name')
  await exportDialog(page).getByRole('checkbox', { name: 'name', exact: true }).uncheck()
  await expect(exportDialog(page).getByRole('alert')).toHaveText('Choose at least one column.')
  await expect(exportDialog(page).getByRole('button', { name: 'Download' })).toBeDisabled()
})

test('a download that fails is said, saves nothing, and can be had again', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'tier=1')
  await openExport(page, '/?tier=1')
  await expect.poll(async () => (await previewed(page)).length).toBe(6)
  let saved = 0
  page.on('download', () => saved++)
  await page.route('**/api/organizations.csv*', (route) => route.abort('connectionrefused'))
  await exportDialog(page).getByRole('button', { name: 'Download' }).click()
  await expect(exportDialog(page).getByRole('alert')).toContainText('Nothing was saved. Tierbook cannot be reached')
  expect(saved).toBe(0)
  await page.unroute('**/api/organizations.csv*')
  expect(parse(await download(page), { columns: true })).toHaveLength(total)
  await expect(exportDialog(page).getByRole('alert')).toBeHidden()
})

test('a preview that cannot be read says why', async ({ page }) => {
  await open(page, '/?tier=1')
  await page.route('**/api/organizations.csv*', (route) => route.fulfill({ status: 503, body: 'no' }))
  await page.keyboard.press('e')
  await expect(exportDialog(page).getByRole('alert')).toContainText('503')
  await page.unroute('**/api/organizations.csv*')
  await exportDialog(page)
    .getByRole('checkbox', { name: /For Excel/ })
    .check()
  await expect.poll(async () => (await previewed(page)).length).toBe(6)
})

test('a line is copied with a button that says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openExport(page, '/?tier=1')
  await exportDialog(page).getByRole('button', { name: 'Copy the address' }).click()
  await expect(exportDialog(page).getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await lineOf(page, 'Address'))
})

test('the button keeps the focus while it downloads and when it has, and has it back from Stop', async ({ page }) => {
  await openExport(page, '/?tier=1')
  await expect.poll(async () => (await previewed(page)).length).toBe(6)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/organizations.csv*', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  const button = exportDialog(page).getByRole('button', { name: 'Download' })
  const stop = exportDialog(page).getByRole('button', { name: 'Stop' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(stop).toBeVisible()
  await expect(button).toBeDisabled()
  await expect(button).toBeFocused()
  await stop.focus()
  await page.keyboard.press('Enter')
  await expect(stop).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(stop).toBeVisible()
  letGo()
  await expect(exportDialog(page).getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await expect(button).toBeFocused()
})
