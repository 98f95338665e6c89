/** How the bench starts its Chromium. */
import { findBrowser, isRoot } from '../browser'

export function browserOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findBrowser()
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(isRoot() ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  }
}
