/** The columns of the products' table. */
import type { ProductHit } from '@/db/answer'
import type { Question } from '@/db/question'
import { organizationUrl } from '@/db/records/links'
import { EntryName } from './EntryName'
import { count, money } from './format'
import { Highlighted } from './Highlighted'
import { entryAddress } from './place'
import { chosenFirst, Several } from './Several'
import type { Sheet } from './sheet'
import { TierBadge } from './TierBadge'
import { Unknown } from './Unknown'
import type { Wording } from './wording'
import { labelOf } from './words'

export function productSheet(wording: Wording, question: Question): Sheet<ProductHit> {
  const os = (hit: ProductHit) => chosenFirst(hit.os, question.filters.os).map((value) => labelOf(wording, 'os', value))
  return {
    keyOf: (hit) => `${hit.supplier}/${hit.slug}`,
    nameOf: (hit) => `${hit.name} of ${hit.supplierName}`,
    columns: {
      name: {
        header: 'Name',
        width: 230,
        sort: 'name',
        cell: ({ highlights: { summary: _, ...highlights }, ...hit }) => (
          <EntryName {...hit} url={entryAddress(hit.url, question)} highlights={highlights} />
        ),
      },
      supplierName: {
        header: 'Supplier',
        width: 150,
        sort: 'supplier',
        cell: (hit) => (
          <a href={organizationUrl(hit.supplier)} className="cell-link">
            {hit.supplierName}
          </a>
        ),
      },
      tier: { header: 'Tier', width: 48, cell: (hit) => <TierBadge tier={hit.tier} estimated={hit.tierEstimated} /> },
      segment: { header: 'Segment', width: 160, cell: (hit) => <Several labels={[labelOf(wording, 'segment', hit.segment)]} /> },
      os: { header: 'OS', width: 130, cell: (hit) => <Several labels={os(hit)} shown={2} /> },
      hal: { header: 'HAL', width: 44, numeric: true, cell: (hit) => hit.hal ?? <Unknown /> },
      summary: { header: 'What it does', width: 280, cell: (hit) => <Summary of={hit} /> },
      status: {
        header: 'Status',
        width: 90,
        cell: (hit) => (hit.status === null ? <Unknown /> : labelOf(wording, 'status', hit.status)),
      },
      introduced: { header: 'Introduced', width: 86, sort: 'introduced', numeric: true, cell: (hit) => hit.introduced ?? <Unknown /> },
      price: { header: 'Price', unit: 'USD', width: 80, sort: 'price', numeric: true, cell: (hit) => <Price of={hit.price} /> },
    },
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
