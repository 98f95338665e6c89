/** The market without scripts: lists, rankings, comparisons, glossary and coverage, and pictures whose every mark is counted against its question. */
import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { Comparison } from '@/db/market/compare'
import type { Coverage } from '@/db/market/coverage'
import type { Ranked } from '@/db/market/ranked'
import type { PublishedRanking } from '@/db/market/rankings'
import { askApi, getJson } from './doors'

test.use({ javaScriptEnabled: false })

/** What each mark of the page's pictures says, and where it leads. */
const marksOf = (page: Page) =>
  page
    .locator('figure svg a[href^="/?"]')
    .evaluateAll((marks) => marks.map((mark) => ({ words: mark.getAttribute('aria-label') ?? '', url: mark.getAttribute('href') ?? '' })))

const totalAt = async (request: APIRequestContext, url: string) =>
  (await askApi(request, 'organizations', `${url.replace('/?', '')}&size=1`)).total

for (const [picture, query] of [
  ['/market', ''],
  ['/market', 'role=supplier&tier=1&tier=unrated'],
  ['/market', 'segment=software'],
  ['/market/places', ''],
  ['/market/places', 'role=var&location=US'],
  ['/market/chain', ''],
  ['/market/chain', 'tier=2&role=distributor&role=supplier'],
] as const) {
  test(`each mark of ${picture}?${query} shows what its question finds`, async ({ page, request }) => {
    test.setTimeout(180_000)
    await page.goto(`${picture}?${query}`)
    const marks = await marksOf(page)
    expect(marks.length).toBeGreaterThan(3)
    for (const { words, url } of marks) {
      const shown = Number(/: ([\d,]+) compan/.exec(words)?.[1]?.replaceAll(',', ''))
      expect(shown, `${words} at ${url}`).toBe(await totalAt(request, url))
    }
  })
}

test('a mark leads into the directory with the filters in force', async ({ page, request }) => {
  await page.goto('/market?role=supplier')
  await page.getByRole('link', { name: /^Software, Tier 1:/ }).click()
  await expect(page).toHaveURL('/?role=supplier&tier=1&segment=software')
  const { total } = await askApi(request, 'organizations', 'role=supplier&tier=1&segment=software')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${total} compan`))
})

test('the pictures share their filters, and the rail adds one', async ({ page }) => {
  await page.goto('/market?tier=2')
  await page.getByRole('navigation', { name: 'Pictures' }).getByRole('link', { name: 'Headquarters' }).click()
  await expect(page).toHaveURL('/market/places?tier=2')
  await page
    .getByRole('group', { name: 'Role', exact: true })
    .getByRole('link', { name: /^VAR\b.*add filter$/ })
    .click()
  await expect(page).toHaveURL(/^[^?]*\/market\/places\?role=var&tier=2$/)
})

test('the shapes of a map come from one picture that is kept', async ({ page, request }) => {
  await page.goto('/market/places')
  const shapes = await page.locator('svg.place-map use').evaluateAll((uses) => uses.map((use) => use.getAttribute('href') ?? ''))
  expect(shapes.length).toBeGreaterThan(40)
  for (const file of new Set(shapes.map((shape) => shape.split('#')[0] ?? ''))) {
    const response = await request.get(file)
    expect(response.headers()['cache-control']).toContain('max-age')
    const svg = await response.text()
    for (const shape of shapes.filter((each) => each.startsWith(`${file}#`))) expect(svg).toContain(`id="${shape.split('#')[1]}"`)
  }
  const drawn = await page.locator('svg.place-map use').first().boundingBox()
  expect(drawn?.width).toBeGreaterThan(200)
})

test('a top list shows the ranks of the API, names who has no figure, and comes as CSV', async ({ page, request }) => {
  const list = await getJson<Ranked & { places: number }>(request, '/api/top/network-telecom-vars')
  await page.goto('/top')
  await page
    .getByRole('link', { name: /^Top 25 / })
    .first()
    .click()
  await expect(page).toHaveURL('/top/network-telecom-vars')
  const names = list.companies.map(({ name }) => name)
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(names)
  await expect(page.getByText(`${list.companies.length} of its ${list.places} places`)).toBeVisible()
  const { total } = await askApi(request, 'organizations', 'category=vars-telecom')
  await expect(page.getByRole('link', { name: `${total} companies`, exact: true })).toHaveAttribute(
    'href',
    '/?category=vars-telecom&sort=-revenue',
  )
  const filed = await askApi(request, 'organizations', 'category=top-25-telecom-vars')
  await expect(page.getByRole('link', { name: `${filed.total} companies`, exact: true })).toHaveAttribute(
    'href',
    '/?category=top-25-telecom-vars',
  )
  await expect(page).toHaveTitle(/^Top 25 HA Network\/Telecom VARS by Rev Rank – /)
  const underlines = page
    .getByRole('table')
    .locator('a.tier-badge')
    .evaluateAll((all) => all.map((badge) => getComputedStyle(badge).textDecorationLine))
  expect(new Set(await underlines)).toEqual(new Set(['none']))
  for (const { name, url } of list.lacking) await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', url)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const rows = parse(readFileSync(await (await download).path(), 'utf8'), { columns: true }) as { name: string; source: string }[]
  expect(rows.map(({ name }) => name)).toEqual(names)
  for (const { source } of rows) expect(source).toMatch(/^https?:/)
})

test('a ranking stands as published, linked to profiles, with its other years beside it', async ({ page, request }) => {
  const ranking = await getJson<PublishedRanking>(request, '/api/rankings/varbusiness-500-2003')
  await page.goto('/rankings')
  await page.getByRole('link', { name: ranking.title, exact: true }).click()
  const [published, years] = [page.getByRole('table').first(), page.getByRole('table').nth(1)]
  await expect(published.getByRole('rowheader')).toHaveText(ranking.entries.map(({ name }) => name))
  for (const { organization } of ranking.entries) {
    if (organization)
      await expect(published.getByRole('link', { name: organization.name }).first()).toHaveAttribute('href', organization.url)
  }
  await years.getByRole('link', { name: '2002', exact: true }).click()
  await expect(page).toHaveURL('/rankings/varbusiness-500-2002')
})

test('a matrix of the report is compared, a column goes and another is found', async ({ page, request }) => {
  await page.goto('/compare')
  await page.getByRole('link', { name: 'HA Servers - Competitor Matrix' }).click()
  await expect(page).toHaveURL(/\/compare\?ids=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('HA Servers - Competitor Matrix')
  const compared = async () => await getJson<Comparison>(request, page.url().replace(/^.*\/compare/, '/api/compare'))
  const columns = (await compared()).columns.length
  // The first head is that of the rows.
  const heads = page.getByRole('columnheader')
  await expect(heads).toHaveCount(1 + columns)
  await page
    .getByRole('link', { name: /^Remove/ })
    .first()
    .click()
  await expect(heads).toHaveCount(columns)

  await page.getByRole('searchbox', { name: 'A product or a company' }).fill('serviceguard')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: /^Add MC\/ServiceGuard/ }).click()
  await expect(heads).toHaveCount(columns + 1)
  const { columns: answered, rows } = await compared()
  expect(answered.at(-1)?.id).toBe('hewlett-packard/mc-serviceguard')
  await expect(page.getByRole('rowheader')).toHaveCount(rows.length)
  const differing = rows.filter(({ differs }) => differs).length
  const single = rows.filter(({ cells }) => cells.filter((cell) => cell !== null).length === 1).length
  await expect(page.getByText('the same wherever known')).toHaveText(
    new RegExp(
      `^${differing} facts? differs?, ${rows.length - differing - single} (is|are) the same wherever known, ${single} (is|are) known of one only`,
    ),
  )
  await page.getByRole('link', { name: 'Show only what differs' }).click()
  await expect(page.getByRole('rowheader')).toHaveCount(differing)
})

test('one product sold by two companies is said to be a near twin', async ({ page }) => {
  await page.goto(
    '/compare?ids=valence-research/convoy-cluster-software&ids=microsoft/windows-nt-load-balancing-service-wlbs-and-network-load-balancing',
  )
  await expect(page.getByText(/^Near twin of Valence Research Convoy/)).toBeVisible()
  await expect(page.getByText(/^Near twin of Microsoft Windows NT/)).toBeVisible()
})

test('on paper a comparison is its table alone', async ({ page }) => {
  await page.goto('/compare?ids=ibm&ids=dell')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table')).toBeVisible()
  for (const name of ['Export CSV', 'Remove IBM']) await expect(page.getByRole('link', { name })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
})

test('the glossary explains a term and leads to what has it', async ({ page, request }) => {
  await page.goto('/glossary')
  await page.getByRole('link', { name: 'HAL 3', exact: true }).click()
  await expect(page.getByText('Availability clusters')).toBeVisible()
  const { total } = await askApi(request, 'organizations', 'hal=3')
  await page.getByRole('link', { name: `${total} companies`, exact: true }).click()
  await expect(page).toHaveURL('/?hal=3')
})

test('the coverage is that of the API, and a hole leads to its entry and names its file', async ({ page, request }) => {
  const { suppliers, products } = await getJson<Coverage>(request, '/api/coverage')
  await page.goto('/coverage')
  const table = page.getByRole('table').first()
  await expect(table.getByRole('rowheader')).toHaveText(suppliers.map(({ heading }) => heading))
  const holes = suppliers.flatMap(({ organization, parts }) =>
    Object.values(parts).flatMap(({ printed, known }) => (printed && known === 0 ? [organization?.url] : [])),
  )
  const links = await table.getByRole('link', { name: 'missing' }).evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links).toEqual(holes)
  const files = suppliers.flatMap(({ file, parts }) => {
    const isHole = Object.values(parts).some(({ printed, known }) => printed && known === 0)
    return isHole && file !== null ? [file] : []
  })
  expect(files.length).toBeGreaterThan(0)
  await expect(table.getByRole('code')).toHaveText(files)
  const bare = products.flatMap(({ sourced, file }) => (sourced || file === null ? [] : [file]))
  await expect(page.getByRole('table', { name: /nothing but the name/ }).getByRole('code')).toHaveText(bare)
})

test('on a phone the revenue ranks are all in sight, and each name is whole', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { companies } = await getJson<Ranked>(request, '/api/market/revenue')
  await page.goto('/market/revenue')
  const ranks = page.locator('.ranks').getByRole('listitem')
  await expect(ranks.locator('.rank-name')).toHaveText(companies.map(({ name }) => name))
  for (const rank of [ranks.first(), ranks.nth(20)]) {
    const measure = await rank.locator('.rank-measure').evaluate((box) => {
      const text = document.createRange()
      text.selectNodeContents(box)
      return text.getBoundingClientRect().right
    })
    expect(measure).toBeLessThan(390)
  }
})

test('a purchase of a part is none of the company, and a spin-off starts with what was spun off', async ({ page }) => {
  await page.goto('/market/history')
  const changes = page.getByRole('main').getByRole('listitem')
  await expect(changes.filter({ hasText: 'Adaptec bought a part of IBM: ServeRAID controller business' })).toHaveCount(1)
  await expect(changes.filter({ hasText: 'IBM was bought by' })).toHaveCount(0)
  await expect(changes.filter({ hasText: 'TimesTen was spun off from Hewlett-Packard' })).toHaveCount(1)
  await page.goto('/organizations/ibm')
  await expect(page.getByRole('list', { name: 'Sold a part to' })).toContainText('Adaptec')
  await expect(page.getByRole('list', { name: 'Was acquired by' })).toHaveCount(0)
  await page.goto('/organizations/adaptec')
  await expect(page.getByRole('list', { name: 'Bought a part of' })).toContainText('ServeRAID controller business')
})

test('what is around a company has every statement, and as many as its choices count', async ({ page }) => {
  for (const url of ['/market/around/nortel', '/market/around/nortel?steps=2']) {
    await page.goto(url)
    const choices = page.getByRole('navigation', { name: 'What is drawn' }).getByRole('link', { name: /\d$/ })
    const counts = await choices.evaluateAll((links) =>
      links.map((link) => [link.getAttribute('href') ?? '', Number(link.textContent?.match(/\d+$/)?.[0])] as const),
    )
    expect(counts.length).toBeGreaterThan(5)
    for (const [address, count] of counts) {
      await page.goto(address)
      await expect(page.locator('.link-list > li'), address).toHaveCount(count)
    }
  }
  await page.goto('/market/around/nortel')
  for (const words of ['competes with', 'is sold by']) {
    await expect(page.locator('.link-list > li').filter({ hasText: 'Juniper Networks' }).filter({ hasText: words })).toHaveCount(1)
  }
})

test('a picture that goes on beyond a phone’s edge has a shade there', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/market/history')
  await expect(page.locator('figure .sideways').first()).toHaveCSS('background-attachment', 'local, local, scroll, scroll')
})

test('every country of the map has its number, which leads to it', async ({ page, request }) => {
  await page.goto('/market/places')
  const { facets } = await askApi(request, 'organizations', 'size=1')
  for (const { label, value, count } of facets.location ?? []) {
    if (value === 'unknown') continue
    const mark = page
      .locator('figure')
      .nth(1)
      .getByRole('link', { name: new RegExp(`^${label}: `) })
    await expect(mark.locator('text')).toHaveText(new RegExp(`(^|\\s)${count}$`))
  }
})

for (const [url, close] of [
  ['/top/distributers', '/top/distributors'],
  ['/rankings/varbusines-500-2003', '/rankings/varbusiness-500-2003'],
  ['/glossary/hal/7', '/glossary/hal/3'],
  ['/market/around/veritsa-software', '/organizations/veritas-software'],
] as const) {
  test(`${url} is not there and names what is close`, async ({ page }) => {
    const response = await page.goto(url)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('main').locator(`a[href="${close}"]`)).toBeVisible()
  })
}

for (const url of [
  '/market?tier=9',
  '/market/places?colour=red',
  '/top/vars?tier=9',
  '/compare?ids=nobody',
  '/market/around/ibm?steps=9',
  '/market/introductions?to=ibm&from=nobody',
]) {
  test(`${url} is a question that cannot be answered`, async ({ page }) => {
    const response = await page.goto(url)
    expect(response?.status()).toBe(400)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This question cannot be answered')
  })
}

for (const [url, words] of [
  ['/market/introductions/nortel?from=cisko', 'There is no company “cisko”. Closest: cisco.'],
  ['/market/introductions?from=zzyzxqwk', 'There is no company “zzyzxqwk”.'],
  ['/compare?ids=veritas-software/veritas-cluster-serve', 'Closest: veritas-software/veritas-cluster-server'],
  ['/compare?ids=zzyzxqwk/thing', 'There is no product “zzyzxqwk/thing”.'],
] as const) {
  test(`${url} says what is close, and no more than it knows`, async ({ page }) => {
    await page.goto(url)
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('main')).not.toContainText(': .')
  })
}
