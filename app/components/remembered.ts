/** Small things this browser remembers of one who uses it; where it remembers nothing, the usual stands in. */

const PREFIX = 'tierbook.'
const YEAR = 365 * 24 * 60 * 60

/** Where to remember: for good, or for as long as the tab is open. Reading them can fail where a browser keeps no data of sites. */
const STORES = { browser: () => localStorage, tab: () => sessionStorage } as const
type Store = keyof typeof STORES

/** @param isValue Tells a stored value that can be used from one that another version, or a hand, left there. */
export function readRemembered<Value>(
  name: string,
  isValue: (stored: unknown) => stored is Value,
  usual: Value,
  store: Store = 'browser',
): Value {
  try {
    const stored: unknown = JSON.parse(STORES[store]().getItem(PREFIX + name) ?? 'null')
    return isValue(stored) ? stored : usual
  } catch {
    return usual
  }
}

/** Where there is no room, or none is given, nothing is remembered. */
export function remember(name: string, value: unknown, store: Store = 'browser'): void {
  try {
    STORES[store]().setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    forget(name, store)
  }
}

function forget(name: string, store: Store): void {
  try {
    STORES[store]().removeItem(PREFIX + name)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

export const isBoolean = (stored: unknown): stored is boolean => typeof stored === 'boolean'

export const areTexts = (stored: unknown): stored is string[] => Array.isArray(stored) && stored.every((one) => typeof one === 'string')

/** What the server has to know for the first paint. @param value Without a semicolon. */
export function setCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that is meant to work.
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`
}
