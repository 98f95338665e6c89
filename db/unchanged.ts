/** Keeping what was read from the database for as long as nobody writes to it. */
import type { Sqlite } from './sqlite'

/** Changes whenever any process has written: SQLite tells of other connections' writes and of this one's in two numbers. */
export function versionOf(sqlite: Sqlite): () => string {
  const dataVersion = sqlite.prepare('PRAGMA data_version').pluck()
  const ownChanges = sqlite.prepare('SELECT total_changes()').pluck()
  return () => `${dataVersion.get()}/${ownChanges.get()}`
}

/** Read once per version. */
export function whileUnchanged<T>(version: () => string, read: () => T): () => T {
  let kept: { version: string; value: T } | undefined
  return () => {
    const now = version()
    if (kept?.version !== now) kept = { version: now, value: read() }
    return kept.value
  }
}

/** As `whileUnchanged`, once for each open directory. */
export function keptWhileUnchanged<Source extends { version(): string }, T>(read: (source: Source) => T): (source: Source) => T {
  const kept = new WeakMap<Source, () => T>()
  return (source) => {
    const known = kept.get(source) ?? whileUnchanged(source.version, () => read(source))
    kept.set(source, known)
    return known()
  }
}
