/** A company's tier as a small numeral whose weight falls from 0 to 3. */

interface TierBadgeProps {
  /** Null is unrated. */
  tier: number | null
  estimated?: boolean
}

/** The numeral with "Tier" and "estimated" for those who hear it; an estimated tier has a broken border. */
export function TierBadge({ tier, estimated = false }: TierBadgeProps) {
  if (tier === null) {
    return (
      <span className="tier-badge" data-tier="unrated">
        <span aria-hidden="true">–</span>
        <span className="sr-only">Not rated</span>
      </span>
    )
  }
  return (
    <span className="tier-badge" data-tier={tier} data-estimated={estimated || undefined} title={estimated ? 'Estimated' : undefined}>
      <span className="sr-only">Tier </span>
      {tier}
      {estimated && <span className="sr-only">, estimated</span>}
    </span>
  )
}
