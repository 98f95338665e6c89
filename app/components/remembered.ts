/** Small things this browser remembers of one who uses it; where it remembers nothing, the usual stands in. */

const PREFIX = 'tierbook.'

export function readRemembered<Value>(name: string, usual: Value): Value {
  try {
    const stored = localStorage.getItem(PREFIX + name)
    return stored === null ? usual : (JSON.parse(stored) as Value)
  } catch {
    return usual
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // A browser that stores nothing asks again the next time.
  }
}
