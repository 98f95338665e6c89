/** The Chromium that the screens are proved in: one that is installed, or else one that gets installed. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Problem } from '@/db/problem'
import { startNode, startProgram } from './child'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The file of an installed browser: CHROMIUM_PATH, else what the search path has; undefined leaves the choice to Playwright.
 * @throws {Problem} when CHROMIUM_PATH names no program.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named && !isProgram(named))
    throw new Problem(`CHROMIUM_PATH is “${named}”, which is no program.`, 'Name an installed Chromium, or leave it out.')
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/**
 * Install a browser where none is found: the distribution's for root on Debian, else Playwright's own (which is kept, once there).
 * @throws {Problem} when that fails.
 */
export async function ensureBrowser(): Promise<void> {
  if (findBrowser()) return
  const steps = isRootOnDebian()
    ? [
        () => startProgram('apt-get', ['update', '-q']),
        () =>
          startProgram('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], {
            env: { DEBIAN_FRONTEND: 'noninteractive' },
          }),
      ]
    : [() => startNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'])]
  for (const step of steps) {
    const { code } = await step().ended
    if (code !== 0)
      throw new Problem('No Chromium is installed, and none could be installed.', 'Install one and name it with CHROMIUM_PATH.')
  }
}

/** Chromium's own sandbox refuses to run as root; nothing but this app is opened in it. */
export const isRoot = () => process.getuid?.() === 0

const isRootOnDebian = () => isRoot() && existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
