/** An organization's page: facts beside their sources, both ends of a relationship, figures, the answer it was opened from, print and shares. */
import { expect, type Page, test } from '@playwright/test'
import { askApi, matchesByApi } from './doors'
import { pressKey, printedPages, recordAt, sharedPicture, structuredData, trailOf } from './entries'

const QUESTION = 'tier=1&segment=software&sort=-revenue'

const partOf = (page: Page, title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) })

test('a fact leads to its numbered source, and the source back to what it is cited for', async ({ page, request }) => {
  const { sources, headquarters } = await recordAt(request, '/organizations/veritas-software')
  const source = sources[(headquarters?.source ?? 0) - 1]
  await page.goto('/organizations/veritas-software')
  const numeral = page.getByRole('definition').filter({ hasText: 'Mountain View' }).getByRole('link')
  await expect(numeral).toHaveAttribute('title', source?.title ?? '')
  await numeral.click()
  const entry = page.locator(`#source-${source?.number}`)
  await expect(entry).toBeInViewport()
  await expect(entry.getByRole('link', { name: source?.title ?? '', exact: true })).toHaveAttribute('href', source?.url ?? '')
  await entry.getByRole('link', { name: 'Back to headquarters' }).click()
  await expect(page).toHaveURL(/#facts$/)
  await expect(page.getByRole('complementary', { name: /^Facts about/ })).toBeInViewport()
})

test('every numeral has its source, and every source is there once', async ({ page, request }) => {
  const url = (await askApi(request, 'organizations', 'sort=-products&size=1')).hits[0]?.url as `/organizations/${string}`
  const { sources } = await recordAt(request, url)
  await page.goto(url)
  const cited = await page
    .locator('a[href^="#source-"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.slice(1)))])
  const listed = await partOf(page, 'Sources')
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.id))
  expect(listed).toEqual(sources.map(({ number }) => `source-${number}`))
  expect([...cited].sort()).toEqual([...listed].sort())
})

test('both ends of a relationship say it in their own words and lead to each other', async ({ page }) => {
  await page.goto('/organizations/marathon-technologies')
  const customers = partOf(page, 'Suppliers and customers')
  await customers.getByRole('list', { name: 'Is OEM supplier to' }).getByRole('link', { name: 'Hewlett-Packard', exact: true }).click()
  await expect(page).toHaveURL('/organizations/hewlett-packard')
  const back = partOf(page, 'Suppliers and customers').getByRole('list', { name: 'Buys as an OEM from' }).first()
  await back.getByRole('link', { name: 'Marathon Technologies', exact: true }).click()
  await expect(page).toHaveURL('/organizations/marathon-technologies')
})

test('who sells it comes first, and a long list folds', async ({ page }) => {
  await page.goto('/organizations/hewlett-packard')
  const relationships = partOf(page, 'Who it works with')
  await expect(relationships.getByRole('heading', { level: 3 }).first()).toHaveText('Who sells it')
  const fold = relationships
    .getByRole('group')
    .filter({ hasText: /^\d+ more/ })
    .first()
  await expect(fold.getByRole('listitem').first()).toBeHidden()
  await fold.getByText(/more$/).click()
  await expect(fold.getByRole('listitem').first()).toBeVisible()
})

test('years, lines and quarters are drawn apart, with the figures of the record', async ({ page, request }) => {
  const { financials } = await recordAt(request, '/organizations/motorola')
  await page.goto('/organizations/motorola')
  const years = page.getByRole('complementary').locator('svg')
  await expect(years.locator('title').first()).toHaveText('Revenue, USD million')
  await expect(years.locator('rect')).toHaveCount(2)
  await expect(years).toContainText('29,900')
  const lines = page.getByRole('table', { name: 'Revenue, quarter to 2002-06' })
  const scopes = financials.filter(({ scope }) => scope !== null).toSorted((a, b) => b.amount - a.amount)
  await expect(lines.getByRole('rowheader')).toHaveText(scopes.map(({ scope }) => scope ?? ''))
  await expect(lines.getByRole('row').first()).toContainText('2,684')
  await expect(page.getByRole('table', { name: /^Every figure/ }).locator('tbody tr:has(td)')).toHaveCount(financials.length)
})

test('similar companies come with the reason', async ({ page, request }) => {
  const { similar } = await recordAt(request, '/organizations/veritas-software')
  await page.goto('/organizations/veritas-software')
  const listed = partOf(page, 'Similar companies').getByRole('listitem')
  await expect(listed).toHaveCount(similar.length)
  for (const [index, other] of similar.entries()) {
    const links = listed.nth(index).getByRole('link')
    await expect(links.filter({ hasText: other.name })).toHaveAttribute('href', other.url)
    await expect(links.first()).toHaveAttribute('href', other.tier === null ? '/glossary#tier' : `/glossary/tier/${other.tier}`)
    if (other.because.competes) await expect(listed.nth(index)).toContainText(/they compete/i)
  }
})

test('an entry leads on to the rule of its tier, its rankings, the picture around it and a comparison', async ({ page, request }) => {
  const url = '/organizations/hewlett-packard'
  const { tier, rankings, similar } = await recordAt(request, url)
  const doors: [string, string, string][] = [
    ['Facts about', 'The rule', `/glossary/tier/${tier.tier}`],
    ['Rankings', rankings[0]?.title ?? '', `/rankings/${rankings[0]?.slug}`],
    ['Who it works with', 'See them as a picture', '/market/around/hewlett-packard'],
    ['Who it works with', 'Who can introduce us', '/market/introductions/hewlett-packard'],
    ['Similar companies', 'Compare them side by side', `/compare?ids=hewlett-packard&ids=${similar[0]?.slug}`],
  ]
  for (const [part, name, address] of doors) {
    await page.goto(url)
    const region = part.startsWith('Facts') ? page.getByRole('complementary', { name: /^Facts about/ }) : partOf(page, part)
    await region.getByRole('link', { name, exact: true }).click()
    await expect.poll(() => page.url()).toContain(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('previous and next go through the answer by links and by keys', async ({ page, request }) => {
  const { urls, total } = await matchesByApi(request, 'organizations', QUESTION)
  await page.goto(`${urls[1]}?${QUESTION}`)
  const trail = trailOf(page)
  await expect(trail).toContainText(`2 of ${total}`)
  await trail.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(new RegExp(`^[^?]*${urls[2]}\\?`))
  for (const expected of [urls[1], urls[0]]) {
    await pressKey(page, 'k')
    await expect(page).toHaveURL(new RegExp(`^[^?]*${expected}\\?`))
  }
  await expect(trail).toContainText(`1 of ${total}`)
  await expect(trail.getByRole('link', { name: 'Previous' })).toHaveCount(0)
  await pressKey(page, 'j')
  await expect(page).toHaveURL(new RegExp(`^[^?]*${urls[1]}\\?`))
})

for (const key of ['u', 'Escape']) {
  test(`${key} goes back to the page of the answer that holds the entry`, async ({ page, request }) => {
    const { urls } = await matchesByApi(request, 'organizations', QUESTION)
    await page.goto(`${urls[6]}?${QUESTION}&size=5`)
    await pressKey(page, key)
    await expect(page).toHaveURL(/\/\?.*page=2/)
    await expect(page.getByRole('rowheader').nth(1).getByRole('link')).toHaveAttribute('href', new RegExp(`^${urls[6]}`))
  })
}

test('keys typed into a field go nowhere', async ({ page, request }) => {
  const { urls } = await matchesByApi(request, 'organizations', QUESTION)
  await page.goto(`${urls[1]}?${QUESTION}`)
  await pressKey(page, 'Control+j')
  const field = page.getByRole('banner').locator('input[name="q"]')
  await field.pressSequentially('juk')
  await expect(field).toHaveValue('juk')
  await expect(page).toHaveURL(new RegExp(`${urls[1]}\\?`))
})

test('an entry that the question does not find, and a question with a mistake, have no way back', async ({ page, request }) => {
  const { urls } = await matchesByApi(request, 'organizations', QUESTION)
  for (const query of ['tier=3', 'colour=red', 'tier=9', '', 'page=3', 'q=zzyzxqwk']) {
    const response = await page.goto(`${urls[0]}?${query}`)
    expect(response?.status(), query).toBe(200)
    await expect(trailOf(page)).toHaveCount(0)
  }
  expect((await page.goto('/organizations/nobody-here?tier=1'))?.status()).toBe(404)
})

test('a company with fourteen products prints on two pages', async ({ page }) => {
  await page.goto('/organizations/veritas-software')
  expect(await printedPages(page)).toBe(2)
})

test('a page prints in ink, whatever the theme, with folds open and addresses beside the sources', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto('/organizations/hewlett-packard?tier=0')
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await expect(trailOf(page)).toBeHidden()
  const light = await page.locator('h1').evaluate((title) => getComputedStyle(title).color)
  expect(light).toBe('rgb(28, 26, 23)')
  await expect(page.locator('.fold li').first()).toBeVisible()
  const address = await page
    .locator('#source-1 a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(address).toContain('http')
})

test('machines read the facts of the record and no others', async ({ page, request }) => {
  const record = await recordAt(request, '/organizations/veritas-software')
  await page.goto('/organizations/veritas-software?tier=1')
  const data = await structuredData(page)
  expect(data).toMatchObject({
    '@type': 'Organization',
    name: record.name,
    legalName: record.legalName,
    description: record.overview?.text,
    url: record.website?.url,
    foundingDate: String(record.founded?.year),
    address: { addressLocality: record.headquarters?.city },
  })
  await page.goto('/organizations/chinatmn')
  expect(Object.keys(await structuredData(page)).sort()).toEqual(['@context', '@id', '@type', 'mainEntityOfPage', 'name'])
})

test('a link elsewhere shows a title, whole sentences and a picture, and leads to the entry alone', async ({ page, baseURL }) => {
  await page.goto('/organizations/veritas-software?tier=1')
  await expect(page).toHaveTitle('VERITAS Software – Tierbook')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}/organizations/veritas-software`)
  const description = await page.locator('meta[name="description"]').getAttribute('content')
  expect(description).toMatch(/^VERITAS sells .{40,220}[.…]$/)
  expect(await sharedPicture(page)).toEqual({ width: 1200, height: 630 })
})

test('there is no picture of nobody', async ({ request }) => {
  expect((await request.get('/share/organizations/nobody-here')).status()).toBe(404)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the way through an answer, the folds and the sources work', async ({ page, request }) => {
    const { urls, total } = await matchesByApi(request, 'organizations', 'tier=0')
    const at = urls.indexOf('/organizations/hewlett-packard')
    await page.goto('/organizations/hewlett-packard?tier=0')
    const fold = page.locator('.fold').first()
    await fold.locator('summary').click()
    await expect(fold.getByRole('listitem').first()).toBeVisible()
    await expect(trailOf(page)).toContainText(`${at + 1} of ${total}`)
    await trailOf(page).getByRole('link', { name: 'Previous' }).click()
    await expect(page).toHaveURL(`${urls[at - 1]}?tier=0`)
    await trailOf(page)
      .getByRole('link', { name: /companies: Tier 0/ })
      .click()
    await expect(page).toHaveURL('/?tier=0')
  })
})

test('on a phone nothing is cut off and the name leads', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const slug of ['hewlett-packard', 'ge-it-solutions', 'global-connection-inc-of-america', 'chinatmn']) {
    await page.goto(`/organizations/${slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), slug).toBeLessThanOrEqual(390)
  }
})
