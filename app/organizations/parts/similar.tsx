/** Companies like this one, each with what they have in common. */
import { TierBadge } from '@/app/components/TierBadge'
import type { Similar } from '@/db/records/similar'
import { NameLink } from './links'
import { similarWords } from './similar-words'

export function SimilarCompanies({ similar }: { similar: readonly Similar[] }) {
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
      <p className="remark">Found by Tierbook from what both entries state: segments, lists, systems, competitors, size and place.</p>
    </>
  )
}
