/** No link leads nowhere: those of every kind of page, and every heading of the report. */
import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { parse } from 'yaml'
import { addressOf, kinds } from './pages'

/** How many are asked for at once. */
const AT_ONCE = 8

/** The addresses inside the app that a page links to, without anchors. */
async function linksOf(page: Page, url: string): Promise<string[]> {
  await page.goto(url)
  const links = await page.locator('a[href]:not([href^="#"])').evaluateAll((anchors) =>
    anchors
      // A link in a picture has its address as an attribute alone.
      .map((anchor) => new URL(anchor.getAttribute('href') ?? '', document.baseURI))
      .flatMap(({ origin, pathname, search }) => (origin === location.origin ? [pathname + search] : [])),
  )
  return [...new Set(links)]
}

/** A question asked for one row of its answer: whether it can be answered shows all the same, and sooner. */
function withOneRow(link: string): string {
  const asks = /^\/(products|categories\/[^/?]+)?(\?|$)/.test(link) && !/[?&]size=/.test(link)
  return asks ? `${link}${link.includes('?') ? '&' : '?'}size=1` : link
}

/** The addresses that do not answer with one of the statuses that are fine. */
async function broken(request: APIRequestContext, links: readonly string[], fine = [200]): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < links.length; from += AT_ONCE) {
    const answers = await Promise.all(
      links
        .slice(from, from + AT_ONCE)
        .map(async (link) => ({ link, status: (await request.get(withOneRow(link), { maxRetries: 2 })).status() })),
    )
    found.push(...answers.filter(({ status }) => !fine.includes(status)).map(({ link, status }) => `${status} ${link}`))
  }
  return found
}

for (const kind of kinds) {
  test(`every link of ${kind} leads somewhere`, async ({ page, request }) => {
    test.setTimeout(300_000)
    const links = await linksOf(page, await addressOf(kind, request))
    const lost = await page
      .locator('a[href^="#"]')
      .evaluateAll((anchors) =>
        anchors
          .map((anchor) => decodeURIComponent((anchor.getAttribute('href') ?? '').slice(1)))
          .filter((id) => !document.getElementById(id)),
      )
    expect(lost).toEqual([])
    // Of several mistakes a link mends one: the page it leads to names those that are left.
    const left = kind === 'a question with mistakes' ? [400] : []
    expect(await broken(request, links, [200, ...left])).toEqual([])
  })
}

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
