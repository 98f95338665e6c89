/** Whatever is typed, pasted or forged, the app answers it or says what is wrong with it; it never breaks. */
import { expect, test } from '@playwright/test'

const DOORS = [
  '/?q=',
  '/products?q=',
  '/api/organizations?q=',
  '/api/products?q=',
  '/api/organizations.csv?q=',
  '/api/products.csv?q=',
  '/api/suggest?q=',
  '/?tier=',
  '/?sort=',
  '/?page=',
  '/products?supplier=',
  '/api/organizations?location=',
  '/api/organizations.csv?columns=',
  '/organizations/',
  '/products/ibm/',
  '/categories/',
  '/report?q=',
  '/api/organizations/',
  '/api/products/ibm/',
]

/** As they stand in an address: what is no valid text is written byte by byte. */
const TEXTS: Record<string, string> = {
  'one quote': encodeURIComponent('"'),
  'a phrase that never ends': encodeURIComponent('"high availability'),
  'an apostrophe and SQL': encodeURIComponent("'; DROP TABLE organizations; --"),
  'operators of full-text search': encodeURIComponent('AND OR NOT NEAR(a b, 2) name:ibm a* ^b -c + (d'),
  'brackets and braces': encodeURIComponent('{[(<>)]}'),
  wildcards: encodeURIComponent('% _ * ?'),
  backslashes: encodeURIComponent('\\\\ \\" \\0'),
  markup: encodeURIComponent('<script>alert(1)</script>'),
  'a formula': encodeURIComponent('=HYPERLINK("http://x","y")'),
  NUL: 'ibm%00sun',
  'half a surrogate': 'ibm%ED%A0%80',
  'bytes that are no UTF-8': '%FF%FE%C0',
  'a percent sign that encodes nothing': '100%zz',
  'control characters': '%01%02%08%0D%0A%1B%7F',
  'right to left and combining marks': encodeURIComponent('\u202eZ\u0334\u0321\u0353algo\u0301'),
  emoji: encodeURIComponent('👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'),
  'a text of the greatest length': 'a'.repeat(512),
  'a text that is too long': 'a'.repeat(513),
  '2,000 words': 'ha+'.repeat(2_000),
  '100 kB': 'x'.repeat(100_000),
  'a path upwards': encodeURIComponent('../../../../etc/passwd'),
}

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name} breaks nothing`, async ({ request }) => {
    for (const door of DOORS) {
      const answer = await request.get(`${door}${text}`, { maxRedirects: 0, maxRetries: 2 })
      const body = await answer.text()
      expect([200, 308, 400, 404], `${door} with ${name}`).toContain(answer.status())
      if (answer.headers()['content-type']?.startsWith('text/html')) {
        expect(body, `${door} with ${name}`).not.toContain('<script>alert(1)</script>')
      }
      if (door.startsWith('/api/') && answer.status() >= 400) {
        expect(answer.headers()['content-type'], `${door} with ${name}`).toContain('application/problem+json')
        expect(JSON.parse(body)).toMatchObject({ status: answer.status() })
      }
    }
  })
}

test('a text that is too long is told so, and how long it may be', async ({ page, request }) => {
  const answer = await request.get(`/api/organizations?q=${'x'.repeat(100_000)}`)
  expect(answer.status()).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ parameter: 'q', message: expect.stringContaining('512') }] })
  await page.goto(`/?q=${'x'.repeat(600)}`)
  await expect(page.getByRole('main')).toContainText('512')
})
