/** An organization's tier with the reason it stands on. */
import { UNRATED } from '../question'
import type { organizations } from '../schema'
import type { DirectoryVocabulary } from '../vocabulary'

export interface Tier {
  /** Null is unrated. */
  tier: number | null
  label: string
  /** The span of revenue that makes this tier. */
  meaning: string | null
  estimated: boolean
  reason: string
  /** Which of the taxonomy's rules decided, 1 to 4; null where none could. */
  rule: number | null
  source: number | null
}

/** @param source The number of the source that the reason rests on, in the record that is being made. */
export function describeTier(vocabulary: DirectoryVocabulary, row: typeof organizations.$inferSelect, source: number | null): Tier {
  const value = row.tier === null ? UNRATED : String(row.tier)
  return {
    tier: row.tier,
    label: vocabulary.label('tier', value) ?? value,
    meaning: vocabulary.term('tier', value)?.meaning ?? null,
    estimated: row.tierEstimated,
    reason: row.tierReason,
    rule: row.tierRule,
    source,
  }
}
