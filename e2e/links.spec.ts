/** No link leads nowhere: those of every kind of page, and every heading of the report. */
import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { parse } from 'yaml'
import { everyKind } from './pages'

/** How many are asked for at once. */
const AT_ONCE = 8

/** The addresses inside the app that a page links to, without anchors. */
async function linksOf(page: Page, url: string): Promise<string[]> {
  await page.goto(url)
  const links = await page
    .locator('a[href]')
    .evaluateAll((anchors) =>
      anchors
        .map((anchor) => new URL((anchor as HTMLAnchorElement).href))
        .flatMap(({ origin, pathname, search }) => (origin === location.origin ? [pathname + search] : [])),
    )
  return [...new Set(links)]
}

/** The addresses that do not answer 200. */
async function broken(request: APIRequestContext, links: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < links.length; from += AT_ONCE) {
    const answers = await Promise.all(
      links.slice(from, from + AT_ONCE).map(async (link) => ({ link, status: (await request.get(link)).status() })),
    )
    found.push(...answers.filter(({ status }) => status !== 200).map(({ link, status }) => `${status} ${link}`))
  }
  return found
}

test('every link of every kind of page leads somewhere', async ({ page, request }) => {
  test.setTimeout(300_000)
  const links = new Set<string>()
  for (const url of Object.values(await everyKind(request))) for (const link of await linksOf(page, url)) links.add(link)
  expect(await broken(request, [...links])).toEqual([])
})

test('anchors lead to something on their page', async ({ page, request }) => {
  for (const [kind, url] of Object.entries(await everyKind(request))) {
    await page.goto(url)
    const lost = await page
      .locator('a[href^="#"]')
      .evaluateAll((anchors) =>
        anchors
          .map((anchor) => anchor.getAttribute('href') ?? '')
          .filter((href) => href !== '#' && !document.getElementById(decodeURIComponent(href.slice(1)))),
      )
    expect.soft(lost, kind).toEqual([])
  }
})

test('each supplier, product and list of the report leads to its page', async ({ page, request }) => {
  test.setTimeout(300_000)
  const headings = parse(readFileSync('content/report.yaml', 'utf8')) as { section: number; kind: string; heading: string }[]
  const { categories } = parse(readFileSync('content/taxonomy.yaml', 'utf8')) as {
    categories: Record<string, [heading: string, section: number]>
  }
  const lists = new Set(Object.values(categories).map(([heading, section]) => `${section} ${heading}`))
  const expected = headings
    .filter(
      ({ section, kind, heading }) => (section === 7 && (kind === 'supplier' || kind === 'product')) || lists.has(`${section} ${heading}`),
    )
    .map(({ heading }) => heading)
  expect(expected.length).toBeGreaterThan(0)

  const links = await linksOf(page, '/report')
  const linked = await page.getByRole('main').getByRole('listitem').getByRole('link').allInnerTexts()
  const missing = expected.filter((heading) => !linked.includes(heading))
  expect(missing).toEqual([])
  expect(await broken(request, links)).toEqual([])
})
