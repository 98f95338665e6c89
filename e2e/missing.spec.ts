/** An address that leads nowhere says so, and names what is close. */
import { expect, test } from '@playwright/test'
import { askApi } from './doors'

/** A slug as someone would mistype it: two letters of its middle swapped. */
function mistyped(slug: string): string {
  const middle = slug.search(/(?<=^.{2,})([a-z])(?!\1)[a-z]/)
  return slug.slice(0, middle) + slug.charAt(middle + 1) + slug.charAt(middle) + slug.slice(middle + 2)
}

test('a mistyped organization is found by its close name', async ({ page, request }) => {
  const { hits } = await askApi(request, 'organizations', 'q=software&size=5')
  for (const { slug, name, url } of hits) {
    const response = await page.goto(`/organizations/${mistyped(slug)}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toHaveAttribute('href', url)
  }
})

test('a mistyped product is found by its close name', async ({ page, request }) => {
  const { hits } = await askApi(request, 'products', 'q=server&size=5')
  for (const { slug, supplier, name, url } of hits) {
    const response = await page.goto(`/products/${supplier}/${mistyped(slug)}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('main').getByRole('link', { name, exact: true }).first()).toHaveAttribute('href', url)
  }
})

for (const url of ['/nowhere', '/organizations', '/categories/no-such-list', '/products/no-such-company/no-such-product']) {
  test(`${url} is a page that says it is not there and offers a search`, async ({ page }) => {
    const response = await page.goto(url)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible()
  })
}
