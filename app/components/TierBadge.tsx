/** A company's tier as a small numeral whose weight falls from 0 to 3, which leads to what the tier means. */
import { termUrl } from '@/db/records/links'

interface TierBadgeProps {
  /** Null is unrated. */
  tier: number | null
  estimated?: boolean
}

/**
 * An estimated tier has a broken border, and says so to those who hear it or point at it. The Tab key passes badges over: there is one in
 * each of fifty rows, and the entry each row leads to has the same link in words.
 */
export function TierBadge({ tier, estimated = false }: TierBadgeProps) {
  const label = tier === null ? 'Not rated' : estimated ? `Tier ${tier}, estimated` : `Tier ${tier}`
  return (
    <a
      href={tier === null ? '/glossary#tier' : termUrl(`tier/${tier}`)}
      tabIndex={-1}
      className="tier-badge"
      data-tier={tier ?? 'unrated'}
      data-estimated={estimated || undefined}
      aria-label={label}
      title={estimated ? 'Estimated' : undefined}
    >
      {tier ?? '–'}
    </a>
  )
}
