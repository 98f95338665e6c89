/** Companies like this one, each with what they have in common. */
import { TierBadge } from '@/app/components/TierBadge'
import { compareUrl } from '@/db/records/links'
import type { Similar } from '@/db/records/similar'
import { NameLink, QuietLink } from './links'
import { similarWords } from './similar-words'

interface SimilarCompaniesProps {
  similar: readonly Similar[]
  /** Whom they are like. */
  slug: string
}

export function SimilarCompanies({ similar, slug }: SimilarCompaniesProps) {
  return (
    <>
      <ul className="likes">
        {similar.map((other) => (
          <li key={other.slug}>
            <TierBadge tier={other.tier} estimated={other.tierEstimated} />
            <div>
              <NameLink href={other.url}>{other.name}</NameLink>
              <p>{similarWords(other.because)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="remark">
        Found by Tierbook from what both entries state: segments, lists, systems, competitors, size and place.{' '}
        <QuietLink href={compareUrl([slug, ...similar.map((other) => other.slug)])}>Compare them side by side</QuietLink>
      </p>
    </>
  )
}
