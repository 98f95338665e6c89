/** Who can introduce us: from a company's page, from the market, from a selection, to chains with their sources. */
import { expect, test } from '@playwright/test'
import type { Introduction } from '@/db/market/introductions'
import { MOST_KNOWN } from '@/db/market/limits'
import { askApi, getJson } from './doors'
import { open, rowBoxes, rowLinks } from './screen'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an introduction is found from a company we know, each step with its source', async ({ page, request }) => {
    await page.goto('/market/introductions/veritas-software')
    await page.getByRole('searchbox', { name: 'A company we know' }).fill('intel')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: 'Start from Intel', exact: true }).click()
    await expect(page).toHaveURL('/market/introductions/veritas-software?from=intel')
    const { chains } = await getJson<{ chains: Introduction[] }>(request, '/api/market/introductions/veritas-software?from=intel')
    expect(chains.length).toBeGreaterThan(0)
    const shown = page.locator('ol.chains > li')
    await expect(shown).toHaveCount(chains.length)
    for (const [index, chain] of chains.entries()) {
      const names = [chain[0]?.from.name, ...chain.map(({ to }) => to.name)]
      await expect(shown.nth(index).locator('.chain-names')).toHaveText(names.join(' → '))
      await expect(shown.nth(index).locator('a[rel="external"]')).toHaveCount(chain.filter(({ source }) => source !== null).length)
    }
  })

  test('one says whom we know, then whom we want to reach', async ({ page }) => {
    await page.goto('/market')
    await page.getByRole('navigation', { name: 'More of the market' }).getByRole('link', { name: 'Introductions' }).click()
    await page.getByRole('searchbox', { name: 'A company we know' }).fill('intel')
    await page.getByRole('button', { name: 'Find' }).first().click()
    await page.getByRole('link', { name: 'Start from Intel', exact: true }).click()
    await expect(page).toHaveURL('/market/introductions?from=intel')
    await page.getByRole('searchbox', { name: 'A company we want to reach' }).fill('veritas')
    await page.getByRole('button', { name: 'Find' }).last().click()
    await page.getByRole('link', { name: 'Who can introduce us to VERITAS Software', exact: true }).click()
    await expect(page).toHaveURL('/market/introductions/veritas-software?from=intel')
    await expect(page.locator('ol.chains > li').first()).toBeVisible()
  })

  test('the picture around a company leads to who can introduce us to it', async ({ page }) => {
    await page.goto('/market/around/nortel')
    await page.getByRole('link', { name: 'Who can introduce us to Nortel', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who can introduce us to Nortel')
  })

  test('a company that we know is not introduced to itself', async ({ page }) => {
    await page.goto('/market/introductions/nortel?from=nortel')
    await expect(page.getByText('Nortel is the company that we want to reach.')).toBeVisible()
    await expect(page.getByText('No chain is known')).toHaveCount(0)
    await page.goto('/market/introductions/nortel?from=nortel&from=intel')
    await expect(page.getByText('Nortel is the company that we want to reach.')).toBeVisible()
    await expect(page.locator('#chains')).toBeVisible()
  })

  test('more companies than one can start from are refused with the number', async ({ page, request }) => {
    const { hits } = await askApi(request, 'organizations', `size=${MOST_KNOWN + 1}`)
    await page.goto(`/market/introductions?from=${hits.map(({ slug }) => slug).join('&from=')}`)
    await expect(page.getByText(`You can start from up to ${MOST_KNOWN} companies, not ${MOST_KNOWN + 1}.`)).toBeVisible()
  })
})

test('a selection leads to whom it can introduce us to, as far as there is room', async ({ page }) => {
  await open(page, '/?size=20')
  const names = await rowLinks(page).allTextContents()
  await rowBoxes(page).nth(0).check()
  await rowBoxes(page).nth(1).check()
  const introductions = page.getByRole('main').getByRole('link', { name: 'Introductions', exact: true })
  await introductions.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Introductions')
  for (const name of names.slice(0, 2)) await expect(page.getByRole('link', { name: `Remove ${name}`, exact: true })).toBeVisible()

  await open(page, '/?size=20')
  for (let index = 2; index <= MOST_KNOWN; index++) await rowBoxes(page).nth(index).check()
  await expect(page.getByText(`Introductions: from ${MOST_KNOWN} companies at most`)).toBeVisible()
  await expect(introductions).toHaveCount(0)
})
