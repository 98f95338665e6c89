/** What the front page suggests to begin with: each question leads to what it says, and to as many. */
import { expect, test } from '@playwright/test'
import type { OrganizationRecord } from '@/db/records/organization'
import { askApi } from './doors'
import { expectFound, open } from './screen'

test('a question of products that are two things at once is asked of products, and gives as many as it says', async ({ page, request }) => {
  await open(page, '/')
  const question = page.getByRole('list', { name: 'Questions to begin with' }).getByRole('listitem').filter({ hasText: 'that run Linux' })
  const { total, hits } = await askApi(request, 'products', 'segment=servers/fault-tolerant&os=linux')
  await expect(question).toContainText(`${total} products`)
  await question.getByRole('link').click()
  await expect(page).toHaveURL('/products?segment=servers%2Ffault-tolerant&os=linux')
  await expectFound(page, total)
  for (const { os, segment } of hits) {
    expect(segment).toBe('servers/fault-tolerant')
    expect(os.some((system) => system === 'linux' || system.startsWith('linux/'))).toBe(true)
  }
})

test('who sells a company’s products is asked of its own page, which names as many', async ({ page, request }) => {
  const { name, relationships } = (await (await request.get('/api/organizations/veritas-software')).json()) as OrganizationRecord
  const sellers = new Set(relationships.flatMap(({ group, party }) => (group === 'sold-by' ? [party.name] : [])))
  expect(sellers.size).toBeGreaterThan(0)
  await open(page, '/')
  const question = page
    .getByRole('list', { name: 'Questions to begin with' })
    .getByRole('listitem')
    .filter({ hasText: /^Who sells/ })
  await expect(question).toHaveText(`Who sells ${name} ${sellers.size} ${sellers.size === 1 ? 'company' : 'companies'}`)
  await question.getByRole('link').click()
  await expect(page).toHaveURL('/organizations/veritas-software#relationships-sold-by')
  const section = page.getByRole('region', { name: 'Who sells it' })
  await expect(section.getByRole('heading', { name: 'Who sells it' })).toBeInViewport()
  for (const seller of sellers) await expect(section).toContainText(seller)
})
