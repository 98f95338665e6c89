/** `npm start` as a person meets it: the first time, the second time, and stopped. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'

/** Start the app on a data folder and a free port; it prints its address once it answers. */
function start(dataFolder: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, DATA_DIR: dataFolder, CONTENT_DIR: '', HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    ended,
    output: () => output,
    stop: (signal: NodeJS.Signals) => child.kill(signal),
    async url(): Promise<string> {
      while (child.exitCode === null) {
        const [url] = /http:\/\/localhost:\d+/.exec(output) ?? []
        if (url) return url
        await sleep(50)
      }
      throw new Error(`It ended before it answered: ${output}`)
    },
  }
}

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
