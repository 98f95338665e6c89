/** A page that a browser takes over says nothing to its console: what React draws again, it says there. */
import { expect, test } from '@playwright/test'
import { addressOf, kinds } from './pages'
import { untilAlive } from './screen'

for (const kind of kinds) {
  test(`${kind} opens without an error`, async ({ page, request }) => {
    const url = await addressOf(kind, request)
    const said: string[] = []
    page.on('pageerror', (error) => said.push(error.message))
    page.on('console', (message) => {
      // A browser says of an address that is not there that it is not.
      const isOfThePage = message.location().url.endsWith(url)
      if (message.type() === 'error' && !isOfThePage) said.push(message.text())
    })
    await page.goto(url)
    await untilAlive(page)
    expect(said).toEqual([])
  })
}
