/** Facets on the screen: the engine's counts, and choosing a value leaves the other values of its facet standing. */
import { expect, type Locator, test } from '@playwright/test'
import { askApi, shownTotal } from './doors'
import { expectFound, expectNoLoad, facet, open } from './screen'

/** The counts of a facet's values of the first level, in order. */
async function countsOf(group: Locator): Promise<number[]> {
  const values = group.locator(':scope > ul > li > a.facet-value, :scope > details > ul > li > a.facet-value')
  const texts = await values.locator('.facet-count').allTextContents()
  return texts.map((text) => Number(text.replaceAll(',', '')))
}

const GROUPS = { tier: 'Tier', segment: 'Segment', os: 'Operating system', role: 'Role' } as const

for (const query of ['', 'q=server', 'tier=1&segment=software', 'q=storage&os=unix&os=windows']) {
  test(`the counts on the screen are those of the engine: ${query || 'everything'}`, async ({ page, request }) => {
    const { facets, total } = await askApi(request, 'organizations', query)
    await page.goto(`/?${query}`)
    expect(await shownTotal(page)).toBe(total)
    for (const [name, title] of Object.entries(GROUPS) as [keyof typeof GROUPS, string][]) {
      expect.soft(await countsOf(facet(page, title)), title).toEqual(facets[name]?.map(({ count }) => count))
    }
  })
}

test('a chosen tier leaves the other tiers and their counts, and a second one adds to it', async ({ page, request }) => {
  const counts = new Map((await askApi(request, 'organizations', '')).facets.tier?.map(({ value, count }) => [value, count]))
  const [first = 0, second = 0] = [counts.get('1'), counts.get('2')]
  await open(page, '/')
  const tiers = facet(page, 'Tier')
  const before = await countsOf(tiers)

  await tiers.getByRole('link', { name: /^1\b.*add filter$/ }).click()
  await expect(page).toHaveURL('/?tier=1')
  await expectFound(page, first)
  expect(await countsOf(tiers)).toEqual(before)

  await tiers.getByRole('link', { name: /^2\b.*add filter$/ }).click()
  await expect(page).toHaveURL('/?tier=1&tier=2')
  await expectFound(page, first + second)
  expect(await countsOf(tiers)).toEqual(before)

  await tiers.getByRole('link', { name: /^1\b.*chosen/ }).click()
  await expect(page).toHaveURL('/?tier=2')
  await expectFound(page, second)
  await expectNoLoad(page)
})

test('a group chooses everything in it, and a value in it narrows', async ({ page, request }) => {
  const software = (await askApi(request, 'organizations', '')).facets.segment?.find(({ value }) => value === 'software')
  const clustering = software?.children?.find(({ value }) => value === 'software/clustering')
  await page.goto('/?segment=software')
  expect(await shownTotal(page)).toBe(software?.count)
  await page.goto('/?segment=software/clustering')
  expect(await shownTotal(page)).toBe(clustering?.count)
})
