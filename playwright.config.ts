import { defineConfig } from '@playwright/test'
import { findBrowser, isRoot } from './scripts/browser'
import { settlePort } from './scripts/server'

const HOST = '127.0.0.1'

// The workers read this file again: the port that the first reading found is theirs too.
process.env.E2E_PORT ??= String((await settlePort({ host: HOST, port: 0 })).port)
const port = process.env.E2E_PORT
const baseURL = `http://${HOST}:${port}`
const executablePath = findBrowser()

/** Thrown away and made anew by each run, and left behind for a look when something failed. */
const DATA_DIR = 'data/e2e'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  forbidOnly: true,
  // A browser on a crowded machine can miss a beat: once more, and the summary says so. What fails twice has failed.
  retries: 1,
  // Letters are drawn otherwise elsewhere; the pictures are those of Linux.
  ignoreSnapshots: process.platform !== 'linux',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(isRoot() ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `rm -rf ${DATA_DIR} && node --import tsx scripts/start.ts`,
    env: { HOST, PORT: port, DATA_DIR, CONTENT_DIR: '' },
    url: `${baseURL}/api/health`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
