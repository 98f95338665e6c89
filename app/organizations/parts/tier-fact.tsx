/** An organization's tier with the reason it stands on, at the head of the margin. */

import { TierBadge } from '@/app/components/TierBadge'
import type { Source } from '@/db/records/citations'
import { termUrl } from '@/db/records/links'
import type { Tier } from '@/db/records/tier'
import { Cite } from './cite'
import { sentence } from './format'
import { QuietLink } from './links'

interface TierFactProps {
  tier: Tier
  sources: readonly Source[]
  /** Whose tier it is, where the page is not that organization's own. */
  of?: string
}

export function TierFact({ tier, sources, of }: TierFactProps) {
  return (
    <div className="flex gap-3 border-ink border-t-2 py-2.5">
      <TierBadge tier={tier.tier} estimated={tier.estimated} />
      <div className="min-w-0 text-s">
        <p className="font-semibold text-m">{of === undefined ? tier.label : `${tier.label}: ${of}`}</p>
        <p className="text-ink-2">
          {sentence(tier.reason.replace(`${tier.label}: `, ''))}
          <Cite sources={sources} of={tier.source} />
        </p>
        {tier.meaning !== null && (
          <p className="text-ink-3">
            {tier.meaning}. <QuietLink href={termUrl(`tier/${tier.tier}`)}>The rule</QuietLink>
          </p>
        )}
      </div>
    </div>
  )
}
