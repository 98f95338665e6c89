/** The published lists that an organization is on. */

import { count, money } from '@/app/components/format'
import type { Source } from '@/db/records/citations'
import { rankingUrl } from '@/db/records/links'
import type { RankingPlace } from '@/db/records/organization-lists'
import { Cite } from './cite'
import { NameLink } from './links'

export function Rankings({ places, sources }: { places: readonly RankingPlace[]; sources: readonly Source[] }) {
  return (
    <table className="entry-table">
      <caption className="sr-only">Places on published lists</caption>
      <thead>
        <tr>
          <th scope="col" data-numeric>
            Rank
          </th>
          <th scope="col">List</th>
          <th scope="col" className="max-sm:hidden">
            Listed as
          </th>
          <th scope="col" data-numeric>
            Figure
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={`${place.slug} ${place.rank} ${place.name}`}>
            <td data-numeric className="w-12 font-semibold">
              {place.rank}
            </td>
            <th scope="row">
              <NameLink href={rankingUrl(place.slug)}>{place.title}</NameLink>
              <Cite sources={sources} of={place.source} />
              <p className="text-ink-3 text-s">
                {place.publisher}, {place.year}
              </p>
            </th>
            <td className="max-sm:hidden">{place.name}</td>
            <td data-numeric className="whitespace-normal">
              {figure(place)}
            </td>
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
