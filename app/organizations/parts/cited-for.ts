/** What each source of a record is cited for, as the way back from the numbered sources to the facts. */
import type { OrganizationRecord } from '@/db/records/organization'
import type { ProductRecord } from '@/db/records/product'

/** A part of the page, by its anchor. */
export interface Use {
  label: string
  anchor: string
}

export type Uses = ReadonlyMap<number, readonly Use[]>

type Numbers = (number | null | undefined)[]

/** The parts of an organization's page that cite each source, in the page's order, by the source's number. */
export function usesInOrganization(record: OrganizationRecord): Uses {
  const { tier, headquarters, founded, ownership, ticker, parent, employees, website } = record
  return collect([
    [{ label: 'overview', anchor: 'overview' }, record.overview?.sources ?? []],
    [{ label: 'tier', anchor: 'facts' }, [tier.source]],
    [{ label: 'headquarters', anchor: 'facts' }, [headquarters?.source]],
    [{ label: 'founded', anchor: 'facts' }, [founded?.source]],
    [{ label: 'ownership', anchor: 'facts' }, [ownership?.source, ticker?.source, parent?.source]],
    [{ label: 'employees', anchor: 'facts' }, [employees?.source]],
    [{ label: 'website', anchor: 'facts' }, [website?.source]],
    [{ label: 'management', anchor: 'management' }, record.management.map(({ source }) => source)],
    [{ label: 'products', anchor: 'products' }, record.products.flatMap(({ cites, price }) => [...cites, price?.source])],
    [
      { label: 'relationships', anchor: 'relationships' },
      record.relationships.flatMap(({ statements }) => statements.map(({ source }) => source)),
    ],
    [{ label: 'figures', anchor: 'figures' }, record.financials.map(({ source }) => source)],
    [{ label: 'history', anchor: 'history' }, record.history.map(({ source }) => source)],
    [{ label: 'rankings', anchor: 'rankings' }, record.rankings.map(({ source }) => source)],
  ])
}

/** As usesInOrganization, of a product's page. */
export const usesInProduct = ({ cites, price, features, supplier }: ProductRecord): Uses =>
  collect([
    [{ label: 'what it does', anchor: 'overview' }, cites],
    [{ label: 'features', anchor: 'features' }, features.length > 0 ? cites : []],
    [{ label: 'price', anchor: 'facts' }, [price?.source]],
    [{ label: 'its supplier’s tier', anchor: 'facts' }, [supplier.tier.source]],
  ])

function collect(cited: readonly (readonly [Use, Numbers])[]): Uses {
  const uses = new Map<number, Use[]>()
  for (const [use, numbers] of cited) {
    for (const number of new Set(numbers)) if (typeof number === 'number') uses.set(number, [...(uses.get(number) ?? []), use])
  }
  return uses
}
