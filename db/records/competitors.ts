/** Who is named as whose competitor, whichever of the two names the other. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { relationships } from '../schema'
import { given, prepared } from './prepared'
import type { Reader } from './reader'

const statements = prepared((drizzle) => {
  const competes = eq(relationships.type, 'competes-with')
  const among = sql`(SELECT value FROM json_each(${given('ids')}))`
  const { organizationId, toOrganizationId } = relationships
  const pairs = { one: organizationId, other: toOrganizationId }
  return {
    from: drizzle
      .select(pairs)
      .from(relationships)
      .where(and(inArray(organizationId, among), competes))
      .prepare(),
    to: drizzle
      .select(pairs)
      .from(relationships)
      .where(and(inArray(toOrganizationId, among), competes))
      .prepare(),
  }
})

/** The competitors of each of some organizations, by row. */
export function competitorsOf({ database }: Pick<Reader, 'database'>, ids: readonly number[]): Map<number, Set<number>> {
  const { from, to } = statements(database)
  const asked = { ids: JSON.stringify(ids) }
  const competitors = new Map(ids.map((id) => [id, new Set<number>()]))
  for (const { one, other } of [...from.all(asked), ...to.all(asked)]) {
    if (other === null || other === one) continue
    competitors.get(one)?.add(other)
    competitors.get(other)?.add(one)
  }
  return competitors
}
