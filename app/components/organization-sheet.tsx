/** The columns of the companies' table. */
import type { OrganizationHit } from '@/db/answer'
import type { FilterName, Question } from '@/db/question'
import { EntryName } from './EntryName'
import { count, headquarters, millions, money } from './format'
import { entryAddress } from './place'
import { chosenFirst, Several } from './Several'
import type { Sheet } from './sheet'
import { TierBadge } from './TierBadge'
import { Unknown } from './Unknown'
import type { Wording } from './wording'
import { labelOf } from './words'

export function organizationSheet(wording: Wording, question: Question): Sheet<OrganizationHit> {
  const labels = (filter: FilterName, values: readonly string[]) =>
    chosenFirst(values, question.filters[filter]).map((value) => labelOf(wording, filter, value))
  const families = (os: readonly string[]) => [...new Set(os.map((value) => value.split('/', 1).join()))]
  return {
    keyOf: (hit) => hit.slug,
    nameOf: (hit) => hit.name,
    columns: {
      name: { header: 'Name', width: 230, sort: 'name', cell: (hit) => <EntryName {...hit} url={entryAddress(hit.url, question)} /> },
      roles: { header: 'Role', width: 140, cell: (hit) => <Several labels={labels('role', hit.roles)} /> },
      tier: { header: 'Tier', width: 48, sort: 'tier', cell: (hit) => <TierBadge tier={hit.tier} estimated={hit.tierEstimated} /> },
      segments: { header: 'Segments', width: 190, cell: (hit) => <Several labels={labels('segment', hit.segments)} /> },
      os: {
        header: 'OS',
        width: 120,
        cell: (hit) => <Several labels={families(hit.os).map((os) => labelOf(wording, 'os', os))} shown={2} />,
      },
      hal: { header: 'HAL', width: 56, numeric: true, cell: (hit) => (hit.hal.length > 0 ? hit.hal.join(', ') : <Unknown />) },
      categories: { header: 'In the report’s lists', width: 190, cell: (hit) => <Several labels={labels('category', hit.categories)} /> },
      city: {
        header: 'Headquarters',
        width: 140,
        cell: (hit) => (hit.headquarters ? headquarters(hit.headquarters, wording) : <Unknown />),
      },
      country: {
        header: 'Country',
        width: 110,
        cell: (hit) => (hit.headquarters ? wording.countryName(hit.headquarters.country) : <Unknown />),
      },
      ownership: {
        header: 'Ownership',
        width: 110,
        cell: (hit) => (hit.ownership === null ? <Unknown /> : labelOf(wording, 'ownership', hit.ownership)),
      },
      revenueUsd: {
        header: 'Revenue',
        unit: 'USD m',
        width: 114,
        sort: 'revenue',
        numeric: true,
        cell: (hit) => <Revenue of={hit.revenue} />,
      },
      revenueYear: { header: 'Fiscal year', width: 88, numeric: true, cell: (hit) => hit.revenue?.fiscalYear ?? <Unknown /> },
      employees: { header: 'Employees', width: 88, sort: 'employees', numeric: true, cell: (hit) => <Figure value={hit.employees} /> },
      founded: { header: 'Founded', width: 74, sort: 'founded', numeric: true, cell: (hit) => hit.founded ?? <Unknown /> },
      products: { header: 'Products', width: 76, sort: 'products', numeric: true, cell: (hit) => count(hit.products) },
      website: { header: 'Website', width: 170, cell: (hit) => <Website url={hit.website} /> },
    },
  }
}

function Figure({ value }: { value: number | null }) {
  return value === null ? <Unknown /> : count(value)
}

/** In dollars, so that rows compare; the year and the currency it was stated in on pointing at it. */
function Revenue({ of }: { of: OrganizationHit['revenue'] }) {
  if (of === null) return <Unknown />
  const stated = money(of.amount, of.currency)
  return <span title={`${stated}, fiscal year ${of.fiscalYear}`}>{of.usd === null ? stated : millions(of.usd)}</span>
}

/** As it stood then: the address is a fact to read, and most lead nowhere today. */
function Website({ url }: { url: string | null }) {
  return url === null ? <Unknown /> : url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
}
