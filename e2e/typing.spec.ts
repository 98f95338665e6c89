/** Typing: each key asks, nothing typed is lost, and what goes wrong is said where one looks. */
import { expect, type Page, test } from '@playwright/test'
import { askApi, shownUrls } from './doors'
import { ANSWERS, expectFound, expectNoLoad, holdFirst, open, searchBox } from './screen'

const alert = (page: Page) => page.getByRole('main').getByRole('alert')

test('typing refines without a page load, the address follows, and one Back leads to before it', async ({ page, request }) => {
  const [before, after] = [await askApi(request, 'organizations', 'tier=1'), await askApi(request, 'organizations', 'q=software&tier=1')]
  await open(page, '/?tier=1')
  await searchBox(page).pressSequentially('software')
  await expect(page).toHaveURL('/?q=software&tier=1')
  await expectFound(page, after.total)
  await expect.poll(() => shownUrls(page)).toEqual(after.hits.map(({ url }) => url))

  await page.goBack()
  await expect(page).toHaveURL('/?tier=1')
  await expectFound(page, before.total)
  await expect(searchBox(page)).toHaveValue('')
  await page.goForward()
  await expectFound(page, after.total)
  await expect(searchBox(page)).toHaveValue('software')
  await expectNoLoad(page)
})

test('no letter is lost however fast one types, and the whole text is answered', async ({ page, request }) => {
  const text = 'fault tolerant servers for unix'
  const { total } = await askApi(request, 'products', `q=${text}`)
  expect(total).toBeGreaterThan(0)
  await open(page, '/products')
  await searchBox(page).click()
  await page.evaluate(
    (letters) => {
      const box = document.activeElement as HTMLInputElement
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      for (const letter of letters) {
        value?.set?.call(box, box.value + letter)
        box.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }))
      }
    },
    text.slice(0, -5),
  )
  await page.keyboard.type(text.slice(-5))
  await expect(searchBox(page)).toHaveValue(text)
  await expect(page).toHaveURL(`/products?q=${text.replaceAll(' ', '+')}`)
  await expectFound(page, total)
})

test('a facet that is chosen right after a letter keeps the whole text', async ({ page }) => {
  await open(page, '/')
  await searchBox(page).pressSequentially('softwar')
  await expect(page).toHaveURL('/?q=softwar')
  await page.evaluate(() => {
    const box = document.getElementById('search') as HTMLInputElement
    const value = [...document.querySelectorAll<HTMLElement>('[data-filter="role"] .facet-value')].find(
      ({ dataset }) => dataset.value === 'supplier',
    )
    document.execCommand('insertText', false, 'e')
    box.blur()
    value?.click()
  })
  await expect(page).toHaveURL('/?q=software&role=supplier')
  await expect(searchBox(page)).toHaveValue('software')
  await page.goBack()
  await expect(page).toHaveURL('/?q=software')
  await expect(searchBox(page)).toHaveValue('software')
})

test('Back while a letter is on its way leaves it behind', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'tier=1')
  await open(page, '/?tier=1')
  await searchBox(page).pressSequentially('ib')
  await expect(page).toHaveURL('/?q=ib&tier=1')
  const { asked, letGo } = await holdFirst(page, /\/api\/organizations\?q=ibm/)
  await searchBox(page).press('m')
  await asked
  await page.goBack()
  await expect(searchBox(page)).toHaveValue('')
  letGo()
  await page.waitForTimeout(500)
  await expect(page).toHaveURL('/?tier=1')
  await expect(searchBox(page)).toHaveValue('')
  await expectFound(page, total)
})

test('an older answer never overtakes a newer one', async ({ page, request }) => {
  const { total } = await askApi(request, 'organizations', 'q=sun')
  expect(total).not.toBe((await askApi(request, 'organizations', 'q=s')).total)
  await open(page, '/')
  const first = await holdFirst(page, /\/api\/organizations\?q=s$/)
  await searchBox(page).pressSequentially('s')
  await first.asked
  await searchBox(page).pressSequentially('un')
  await expectFound(page, total)
  first.letGo()
  await page.waitForTimeout(300)
  await expectFound(page, total)
})

test('while an answer is on its way the last one stays readable, and that one waits is said', async ({ page, request }) => {
  const [before, after] = [await askApi(request, 'organizations', ''), await askApi(request, 'organizations', 'q=z')]
  await open(page, '/')
  const first = await holdFirst(page, /\/api\/organizations\?q=z$/)
  await searchBox(page).pressSequentially('z')
  await first.asked
  await expect(page.getByText('Searching …')).toHaveCSS('opacity', '1')
  await expectFound(page, before.total)
  expect(await shownUrls(page)).toEqual(before.hits.map(({ url }) => url))
  first.letGo()
  await expectFound(page, after.total)
  await expect(page.getByText('Searching …')).toBeHidden()
})

test('nothing moves while an answer is waited for', async ({ page }) => {
  await open(page, '/?q=software&role=supplier&sort=founded&size=40&columns=name,tier,founded')
  const top = () => page.locator('tbody').evaluate((rows) => Math.round(rows.getBoundingClientRect().top))
  const before = await top()
  const first = await holdFirst(page, /\/api\/organizations\?.*sort=-founded/)
  await page.getByRole('columnheader', { name: 'Founded' }).getByRole('link').click()
  await first.asked
  await expect(page.getByText('Searching …')).toHaveCSS('opacity', '1')
  expect(await top()).toBe(before)
  first.letGo()
  await expect(page.getByText('Searching …')).toBeHidden()
})

const FAILURES = {
  'a server that fails': { status: 500, body: 'no' },
  'a server that is not there': 'connectionrefused',
} as const

for (const [name, failure] of Object.entries(FAILURES)) {
  test(`${name} is said in place with a way to try again, and nothing typed is lost`, async ({ page, request }) => {
    const [before, after] = [await askApi(request, 'organizations', 'tier=0'), await askApi(request, 'organizations', 'q=server&tier=0')]
    await open(page, '/?tier=0')
    let gate = Promise.resolve()
    await page.route(ANSWERS, async (route) => {
      await gate
      await (typeof failure === 'string' ? route.abort(failure) : route.fulfill(failure))
    })
    await searchBox(page).pressSequentially('server')
    await expect(alert(page)).toContainText('No answer to what you asked.')
    await expect(alert(page)).toContainText(typeof failure === 'string' ? 'cannot be reached' : '500')
    await expect(searchBox(page)).toHaveValue('server')
    await expect(page).toHaveURL('/?q=server&tier=0')
    expect(await shownUrls(page)).toEqual(before.hits.map(({ url }) => url))

    // The failure that stands goes while the question is asked again; the one that comes is that of the new asking.
    let letGo = () => {}
    gate = new Promise((resolve) => {
      letGo = resolve
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(alert(page)).toBeHidden()
    letGo()
    await expect(alert(page)).toBeVisible()
    await page.unroute(ANSWERS)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expectFound(page, after.total)
    await expect(alert(page)).toBeHidden()
    await expectNoLoad(page)
  })
}

test('when the connection comes back the answer comes by itself', async ({ page, request, context }) => {
  const { total } = await askApi(request, 'organizations', 'q=cluster')
  await open(page, '/')
  await context.setOffline(true)
  await searchBox(page).pressSequentially('cluster')
  await expect(alert(page)).toContainText('cannot be reached')
  await context.setOffline(false)
  await expectFound(page, total)
  await expect(alert(page)).toBeHidden()
})

test('a text of more than 512 characters that is pasted is cut there and answered', async ({ page }) => {
  await open(page, '/')
  await searchBox(page).click()
  await page.keyboard.insertText(`${'server '.repeat(80)}`)
  await expect(searchBox(page)).toHaveValue('server '.repeat(80).slice(0, 512))
  await expect.poll(() => new URL(page.url()).searchParams.get('q')?.length).toBe(512)
  await expect(alert(page)).toBeHidden()
})

for (const path of ['/', '/report']) {
  test(`on ${path} a paste that is cut says so beside the box, until the text changes`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const said = page.getByRole('search').getByRole('status')
    const paste = async (text: string) => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), text)
      await searchBox(page).press('ControlOrMeta+v')
    }
    await open(page, path)
    await paste('server '.repeat(80))
    await expect(searchBox(page)).toHaveValue('server '.repeat(80).slice(0, 512))
    await expect(said).toHaveText('A search takes up to 512 characters: of the 560 pasted the first 512 were kept.')
    await paste('more')
    await expect(said).toHaveText('A search takes up to 512 characters: of the 4 pasted none was kept.')

    await searchBox(page).press('Backspace')
    await expect(said).toBeEmpty()
    await paste('more')
    await expect(searchBox(page)).toHaveValue(`${'server '.repeat(80).slice(0, 511)}m`)
    await expect(said).toHaveText('A search takes up to 512 characters: of the 4 pasted the first was kept.')

    await searchBox(page).fill('')
    await paste('server\ncluster')
    await expect(searchBox(page)).toHaveValue('server cluster')
    await expect(said).toBeEmpty()
  })
}

test('where few of many matches have the text as typed, the way to those alone is offered', async ({ page, request }) => {
  const [forgiving, exact] = [await askApi(request, 'organizations', 'q=intel'), await askApi(request, 'organizations', 'q=%22intel%22')]
  expect(exact.total * 2).toBeLessThan(forgiving.total)
  await open(page, '/')
  await searchBox(page).pressSequentially('intel')
  await expectFound(page, forgiving.total)
  await page.getByRole('link', { name: `${exact.total} as written` }).click()
  await expectFound(page, exact.total)
  await expect(page).toHaveURL('/?q=%22intel%22')
  await expect(searchBox(page)).toHaveValue('"intel"')
  await expect(page.getByRole('link', { name: /as written/ })).toBeHidden()
  await expectNoLoad(page)
})
