/** What the database says of itself: how far it has changed, and which words it is written in. */
import type { Sqlite } from '../sqlite'

export interface State {
  /** Grows with every change of an entry. */
  seq: number
  /** Changes with the vocabulary and the synonyms, which stand in the texts of all entries. */
  vocabulary: string
}

export function stateReader(sqlite: Sqlite): () => State {
  const state = sqlite.prepare(
    "SELECT coalesce((SELECT max(seq) FROM changes), 0) AS seq, coalesce((SELECT value FROM settings WHERE key = 'vocabulary'), '') AS vocabulary",
  )
  return () => state.get() as State
}
