/**
 * What an index says of itself. It is kept in Meilisearch beside the documents it speaks of, and swapped with them: a server that was wiped,
 * or put back to an older backup, says so itself, and no file of ours can disagree with it.
 */
import type { Stamp } from './source'

export interface State extends Stamp {
  id: number
  /** Of the rebuild that made the indexes: tells one from the next. */
  build: string
}

/** How an index stands to the truth: the same, some changes behind, or nothing that changes could bring there. */
export type Standing = 'current' | 'behind' | 'other'

export function standingOf(state: State | undefined, truth: Stamp): Standing {
  if (state === undefined || truth.database === '' || state.database !== truth.database) return 'other'
  if (state.settings !== truth.settings || state.vocabulary !== truth.vocabulary) return 'other'
  // A database that was put back to an older backup has fewer changes than its index.
  if (state.position > truth.position) return 'other'
  return state.position === truth.position ? 'current' : 'behind'
}

/** Whether an index holds what the database held at a moment; by the time it is asked it may hold more. */
export function holds(state: State | undefined, then: Stamp): boolean {
  return state !== undefined && standingOf({ ...state, position: Math.min(state.position, then.position) }, then) === 'current'
}
