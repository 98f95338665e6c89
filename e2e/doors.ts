/** The four doors through which a question can be asked, each giving what it says matches, in its order. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { APIRequestContext, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { Answer, OrganizationHit, ProductHit } from '@/db/answer'
import type { Collection } from '@/db/question'

/** The data folder of the app under test, see playwright.config.ts. */
export const DATA_DIR = 'data/e2e'
/** More than any page holds; the pack is smaller than this times a few pages. */
const PAGE_SIZE = 200

type HitOf<C extends Collection> = C extends 'organizations' ? OrganizationHit : ProductHit

export interface Matches {
  total: number
  /** The address of every match, in order. */
  urls: string[]
}

/** What an address of the API answers. */
export async function getJson<Body>(request: APIRequestContext, url: string): Promise<Body> {
  const response = await request.get(url)
  if (!response.ok()) throw new Error(`${response.status()} ${await response.text()}`)
  return response.json()
}

/** One page of the API's answer. */
export const askApi = <C extends Collection>(request: APIRequestContext, collection: C, query: string) =>
  getJson<Answer<HitOf<C>>>(request, `/api/${collection}?${query}`)

export async function matchesByApi(request: APIRequestContext, collection: Collection, query: string): Promise<Matches> {
  const urls: string[] = []
  for (let page = 1; ; page++) {
    const { total, hits } = await askApi(request, collection, `${query}&size=${PAGE_SIZE}&page=${page}`)
    urls.push(...hits.map((hit) => hit.url))
    if (page * PAGE_SIZE >= total) return { total, urls }
  }
}

export async function matchesByCsv(request: APIRequestContext, collection: Collection, query: string): Promise<Matches> {
  const response = await request.get(`/api/${collection}.csv?${query}`)
  const rows = parse(await response.text(), { columns: true }) as { url: string }[]
  return { total: Number(response.headers()['x-total-count']), urls: rows.map((row) => row.url) }
}

export async function matchesByPage(page: Page, collection: Collection, query: string): Promise<Matches> {
  const path = collection === 'organizations' ? '/' : '/products'
  const urls: string[] = []
  for (let number = 1; ; number++) {
    await page.goto(`${path}?${query}&size=${PAGE_SIZE}&page=${number}`)
    const total = await shownTotal(page)
    urls.push(...(await shownUrls(page)))
    if (number * PAGE_SIZE >= total) return { total, urls }
  }
}

/** The total that a page of results states. */
export async function shownTotal(page: Page): Promise<number> {
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const [, total] = /^([\d,]+) (?:compan|product)/.exec(title) ?? []
  if (total === undefined) throw new Error(`“${title}” states no total.`)
  return Number(total.replaceAll(',', ''))
}

/** Where the rows of a page of results lead, without the question that they take along. */
export function shownUrls(page: Page): Promise<string[]> {
  return page
    .getByRole('rowheader')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
}

/** Run a script of the terminal on the data of the app under test. @returns what it prints. */
export async function terminal(script: 'search' | 'export', args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATA_DIR },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}

/** The question as the terminal takes it: the text as words, everything else as options. */
export async function matchesByTerminal(collection: Collection, query: string): Promise<Matches> {
  const options = [...new URLSearchParams(query)].flatMap(([name, value]) => (name === 'q' ? [value] : [`--${name}`, value]))
  if (collection === 'products') options.push('--products')
  const urls: string[] = []
  for (let page = 1; ; page++) {
    const answer = JSON.parse(
      await terminal('search', [...options, '--json', '--size', String(PAGE_SIZE), '--page', String(page)]),
    ) as Answer<{ url: string }>
    urls.push(...answer.hits.map((hit) => hit.url))
    if (page * PAGE_SIZE >= answer.total) return { total: answer.total, urls }
  }
}
