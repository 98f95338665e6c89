/** `npm start` as a person meets it: the first time, the second time, and stopped. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { start } from './started'

const digest = (dataFolder: string) =>
  createHash('sha256')
    .update(readFileSync(join(dataFolder, 'tierbook.db')))
    .digest('hex')

test('a first start loads and serves, a second changes nothing, and a signal ends either cleanly', async ({ request }, testInfo) => {
  test.setTimeout(180_000)
  const dataFolder = testInfo.outputPath('data')

  const first = start(dataFolder)
  const url = await first.url()
  expect(first.output()).toMatch(/Database .*migrations applied/)
  expect(first.output()).toMatch(/Content .*loaded: \d+ organizations, \d+ products/)
  expect(first.output()).toMatch(/Build .*is current/)
  const health = await (await request.get(`${url}/api/health`)).json()
  expect(first.output()).toContain(`${health.counts.organizations} organizations, ${health.counts.products} products`)
  expect((await request.get(url)).status()).toBe(200)
  first.stop('SIGTERM')
  expect(await first.ended).toBe(0)
  await expect(request.get(url)).rejects.toThrow(/ECONNREFUSED/)

  const before = digest(dataFolder)
  const second = start(dataFolder)
  expect((await request.get(await second.url())).status()).toBe(200)
  expect(second.output()).toMatch(/Database .*is current/)
  expect(second.output()).toMatch(/Content .*is current/)
  second.stop('SIGINT')
  expect(await second.ended).toBe(0)
  expect(digest(dataFolder)).toBe(before)
})
