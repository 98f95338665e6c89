/** Writing the pages that facts are cited from. */
import * as schema from '../schema'
import type { PlannedSource } from './plan'
import { type Tables, withId } from './tables'

/** Write the sources of one organization or ranking; a source keeps its id as long as its key stays. @returns the ids by key. */
export function writeSources(
  tables: Tables,
  owner: { organizationId: number } | { rankingId: number },
  sources: readonly PlannedSource[],
): Map<string, number> {
  const [column, id] = 'rankingId' in owner ? ['ranking_id', owner.rankingId] : ['organization_id', owner.organizationId]
  const stored = tables.all<{ id: number; key: string }>(`SELECT id, key FROM sources WHERE ${column} = ?`, id)
  const before = new Map(stored.map((row) => [row.key, row.id]))
  const ids = new Map<string, number>()
  for (const [position, source] of sources.entries()) {
    ids.set(source.key, tables.put(schema.sources, { ...withId(before.get(source.key)), ...owner, ...source, position }))
  }
  for (const row of stored) if (!ids.has(row.key)) tables.run('DELETE FROM sources WHERE id = ?', row.id)
  return ids
}
