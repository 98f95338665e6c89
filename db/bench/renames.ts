/** The write of the bench: organizations are renamed in one commit, and get their own names back at the end. */
import { openDatabaseFile } from '../sqlite'

export interface Renames {
  /** Put a word behind the names of so many organizations, each time of others. */
  rename(count: number, word: string): void
  /** Give back every name, and let go of the database. */
  close(): void
}

export function openRenames(folder: string): Renames {
  const { sqlite, close } = openDatabaseFile(folder)
  const names = sqlite.prepare('SELECT id, name FROM organizations WHERE id > ? ORDER BY id LIMIT ?')
  const rename = sqlite.prepare('UPDATE organizations SET name = ? WHERE id = ?')
  const kept: { id: number; name: string }[] = []
  return {
    rename: sqlite.transaction((count: number, word: string) => {
      const rows = names.all(kept.at(-1)?.id ?? 0, count) as typeof kept
      for (const { id, name } of rows) rename.run(`${name} ${word}`, id)
      kept.push(...rows)
    }),
    close() {
      sqlite.transaction(() => {
        for (const { id, name } of kept) rename.run(name, id)
      })()
      close()
    },
  }
}
