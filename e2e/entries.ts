/** What the specs of entry pages share: the record behind a page, what a machine reads of it, and its printed pages. */
import type { APIRequestContext, Page } from '@playwright/test'
import type { OrganizationRecord } from '@/db/records/organization'
import type { ProductRecord } from '@/db/records/product'
import type { Rival } from '@/db/records/rivals'
import type { Similar } from '@/db/records/similar'
import { untilSet } from './screen'

type RecordAt<Url extends string> = Url extends `/organizations/${string}`
  ? OrganizationRecord & { similar: Similar[] }
  : ProductRecord & { rivals: Rival[] }

/** The whole record of an entry, by the address of its page. */
export async function recordAt<Url extends `/organizations/${string}` | `/products/${string}`>(
  request: APIRequestContext,
  url: Url,
): Promise<RecordAt<Url>> {
  const response = await request.get(`/api${url}`)
  if (!response.ok()) throw new Error(`${response.status()} ${url}`)
  return response.json()
}

/** The structured data of the page that is open. */
export async function structuredData(page: Page): Promise<{ [name: string]: unknown }> {
  return JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
}

/** Width and height of the picture that a link to the page that is open shows elsewhere. */
export async function sharedPicture(page: Page): Promise<{ width: number; height: number }> {
  const address = await page.locator('meta[property="og:image"]').getAttribute('content')
  const bytes = await (await page.request.get(address ?? '')).body()
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${address} is no PNG.`)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** How many sheets the page that is open prints on. */
export async function printedPages(page: Page): Promise<number> {
  await untilSet(page)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** The strip that leads back to the answer. */
export const trailOf = (page: Page) => page.getByRole('navigation', { name: 'The answer this comes from' })

/** Press a key as soon as the strip listens to keys, which its hints tell. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await trailOf(page).getByText('j', { exact: true }).waitFor()
  await page.keyboard.press(key)
}
