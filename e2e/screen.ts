/** The live screens as a person works them: opened once their scripts run, told apart from a page that was loaded again, kept waiting. */
import { expect, type Locator, type Page, type Route } from '@playwright/test'

/** The box in the head of every page. */
export const searchBox = (page: Page) => page.getByRole('banner').getByRole('combobox')

export const facet = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

/** A value of a facet, by how it begins: "1" of the tiers, "Supplier" of the roles. */
export const facetValue = (group: Locator, name: string) =>
  group.getByRole('link', { name: new RegExp(`^(not )?${name}\\b.*(add|remove) filter$`) }).first()

/** The names that lead the rows. */
export const rowLinks = (page: Page) => page.getByRole('rowheader').getByRole('link')

export const rowBoxes = (page: Page) => page.getByRole('row').getByRole('checkbox')

export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** Open a page and wait until its scripts have taken it over, as anyone has by the time they have read a word of it. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await untilAlive(page)
  await page.evaluate(() => {
    document.documentElement.dataset.loaded = 'once'
  })
}

export async function untilAlive(page: Page): Promise<void> {
  // Next's router, which is around everything, lays hold of the history in an effect: those of all that is within it have run by then.
  await page.waitForFunction(() => Object.hasOwn(window.history, 'pushState'))
  await untilSet(page)
}

/** Wait for the fonts: what is measured before them is measured of others. */
export async function untilSet(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Whether the page is still the one that was opened: a load from the server would have made it anew. */
export const expectNoLoad = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-loaded', 'once')

/** What the toolbar says was found. */
export async function expectFound(page: Page, total: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${total.toLocaleString('en-US')} (compan|product)`))
}

/** Keep the first answer of an address back until it is let go, and let all others pass. */
export async function holdFirst(page: Page, address: RegExp): Promise<{ asked: Promise<void>; letGo: () => void }> {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let ask = () => {}
  const asked = new Promise<void>((resolve) => {
    ask = resolve
  })
  await page.route(
    address,
    async (route: Route) => {
      const response = await route.fetch()
      ask()
      await gate
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  return { asked, letGo }
}

/** What the API is asked for the answer to a question. */
export const ANSWERS = /\/api\/(organizations|products)\?/
