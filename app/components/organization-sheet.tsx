/** The columns of the companies' table. */
import type { OrganizationHit } from '@/db/answer'
import type { FilterName, Question } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import type { Sheet } from './AnswerTable'
import { EntryName } from './EntryName'
import { count, headquarters, millions, money } from './format'
import { chosenFirst, Several } from './Several'
import { TierBadge } from './TierBadge'
import { Unknown } from './Unknown'
import { labelOf } from './words'

export function organizationSheet(vocabulary: DirectoryVocabulary, { filters }: Question): Sheet<OrganizationHit> {
  const labels = (filter: FilterName, values: readonly string[]) =>
    chosenFirst(values, filters[filter]).map((value) => labelOf(vocabulary, filter, value))
  const families = (os: readonly string[]) => [...new Set(os.map((value) => value.split('/', 1).join()))]
  return {
    keyOf: (hit) => hit.slug,
    nameOf: (hit) => hit.name,
    columns: [
      { id: 'name', header: 'Name', sort: 'name', cell: (hit) => <EntryName {...hit} /> },
      { id: 'role', header: 'Role', cell: (hit) => <Several labels={labels('role', hit.roles)} /> },
      { id: 'tier', header: 'Tier', sort: 'tier', cell: (hit) => <TierBadge tier={hit.tier} estimated={hit.tierEstimated} /> },
      { id: 'segments', header: 'Segments', cell: (hit) => <Several labels={labels('segment', hit.segments)} /> },
      { id: 'os', header: 'OS', cell: (hit) => <Several labels={families(hit.os).map((os) => labelOf(vocabulary, 'os', os))} shown={2} /> },
      {
        id: 'headquarters',
        header: 'Headquarters',
        cell: (hit) => (hit.headquarters ? headquarters(hit.headquarters, vocabulary) : <Unknown />),
      },
      { id: 'revenue', header: 'Revenue', unit: 'USD m', sort: 'revenue', numeric: true, cell: (hit) => <Revenue of={hit.revenue} /> },
      { id: 'employees', header: 'Employees', sort: 'employees', numeric: true, cell: (hit) => <Figure value={hit.employees} /> },
      { id: 'founded', header: 'Founded', sort: 'founded', numeric: true, cell: (hit) => hit.founded ?? <Unknown /> },
      { id: 'products', header: 'Products', sort: 'products', numeric: true, cell: (hit) => count(hit.products) },
    ],
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
