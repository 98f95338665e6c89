/** The published lists that an organization is on. */

import { count, money } from '@/app/components/format'
import type { Source } from '@/db/records/citations'
import type { RankingPlace } from '@/db/records/organization-lists'
import { Cite } from './cite'

export function Rankings({ places, sources }: { places: readonly RankingPlace[]; sources: readonly Source[] }) {
  return (
    <table className="w-full border-collapse text-left text-m">
      <caption className="sr-only">Places on published lists</caption>
      <thead>
        <tr className="text-ink-2 text-s *:py-1 *:pr-4 *:font-semibold">
          <th scope="col" className="text-right">
            Rank
          </th>
          <th scope="col">List</th>
          <th scope="col" className="max-sm:hidden">
            Listed as
          </th>
          <th scope="col" className="text-right">
            Figure
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={`${place.slug} ${place.rank} ${place.name}`} className="border-rule border-t align-baseline *:py-1 *:pr-4">
            <td className="w-12 text-right font-semibold tabular-nums">{place.rank}</td>
            <th scope="row" className="font-normal">
              <span className="font-serif text-name">{place.title}</span>
              <Cite sources={sources} of={place.source} />
              <p className="text-ink-3 text-s">
                {place.publisher}, {place.year}
              </p>
            </th>
            <td className="text-ink-2 max-sm:hidden">{place.name}</td>
            <td className="pr-0! text-right text-ink-2">{figure(place)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function figure({ amount, currency, metric, metricYear }: RankingPlace): string {
  if (amount === null) return ''
  const value = currency === null ? count(amount) : money(amount, currency)
  return [value, metric.label.toLowerCase(), metricYear].filter(Boolean).join(', ')
}
