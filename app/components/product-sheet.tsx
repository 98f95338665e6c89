/** The columns of the products' table. */
import type { ProductHit } from '@/db/answer'
import type { Question } from '@/db/question'
import { organizationUrl } from '@/db/records/links'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import type { Sheet } from './AnswerTable'
import { EntryName } from './EntryName'
import { count, money } from './format'
import { Highlighted } from './Highlighted'
import { chosenFirst, Several } from './Several'
import { TierBadge } from './TierBadge'
import { Unknown } from './Unknown'
import { labelOf } from './words'

export function productSheet(vocabulary: DirectoryVocabulary, { filters }: Question): Sheet<ProductHit> {
  const os = (hit: ProductHit) => chosenFirst(hit.os, filters.os).map((value) => labelOf(vocabulary, 'os', value))
  return {
    keyOf: (hit) => `${hit.supplier}/${hit.slug}`,
    nameOf: (hit) => `${hit.name} of ${hit.supplierName}`,
    columns: [
      {
        id: 'name',
        header: 'Name',
        sort: 'name',
        cell: ({ highlights: { summary: _, ...highlights }, ...hit }) => <EntryName {...hit} highlights={highlights} />,
      },
      {
        id: 'supplier',
        header: 'Supplier',
        sort: 'supplier',
        cell: (hit) => (
          <a href={organizationUrl(hit.supplier)} className="cell-link">
            {hit.supplierName}
          </a>
        ),
      },
      { id: 'tier', header: 'Tier', cell: (hit) => <TierBadge tier={hit.tier} estimated={hit.tierEstimated} /> },
      { id: 'segment', header: 'Segment', cell: (hit) => <Several labels={[labelOf(vocabulary, 'segment', hit.segment)]} /> },
      { id: 'os', header: 'OS', cell: (hit) => <Several labels={os(hit)} shown={2} /> },
      { id: 'hal', header: 'HAL', numeric: true, cell: (hit) => hit.hal ?? <Unknown /> },
      { id: 'summary', header: 'What it does', cell: (hit) => <Summary of={hit} /> },
      { id: 'status', header: 'Status', cell: (hit) => (hit.status === null ? <Unknown /> : labelOf(vocabulary, 'status', hit.status)) },
      { id: 'introduced', header: 'Introduced', sort: 'introduced', numeric: true, cell: (hit) => hit.introduced ?? <Unknown /> },
      { id: 'price', header: 'Price', unit: 'USD', sort: 'price', numeric: true, cell: (hit) => <Price of={hit.price} /> },
    ],
  }
}

/** What it does, from where the text was found. */
function Summary({ of: { summary, highlights } }: { of: ProductHit }) {
  if (highlights.summary !== undefined) return <Highlighted html={highlights.summary} cut />
  return summary ?? <Unknown words="not described" />
}

/** In dollars, so that rows compare; as it was stated on pointing at it. */
function Price({ of }: { of: ProductHit['price'] }) {
  if (of === null) return <Unknown />
  const stated = money(of.amount, of.currency)
  return <span title={stated}>{of.usd === null ? stated : count(of.usd)}</span>
}
