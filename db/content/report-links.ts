/** What each heading of the report's table of contents leads to: an organization, a product or one of the report's lists. */
import type { Content } from './check'
import { plainName } from './names'
import type { Organization } from './organization'
import type { ReportHeading } from './report-headings'
import type { Taxonomy } from './taxonomy'

export interface LinkedHeading extends ReportHeading {
  organization: string | null
  /** The product's name, of `organization`. */
  product: string | null
  category: string | null
}

/**
 * Link every heading. A supplier heading belongs to the organization whose file mentions it (section, page and heading), a product heading to
 * the product whose `reportHeading` it is, of the supplier above it where several have it; subsections go with their supplier.
 */
export function linkHeadings({ report, organizations, taxonomy }: Pick<Content, 'report' | 'organizations' | 'taxonomy'>): LinkedHeading[] {
  const mentions = new Map<string, string>()
  const products = new Map<string, { organization: string; name: string }[]>()
  for (const { value } of organizations) {
    for (const mention of value.report ?? []) if (!mentions.has(placeKey(mention))) mentions.set(placeKey(mention), value.slug)
    for (const product of named(value)) {
      products.set(product.heading, [...(products.get(product.heading) ?? []), { organization: value.slug, name: product.name }])
    }
  }
  const categories = categoriesByPlace(taxonomy)
  const suppliers = new Map<string, string>()

  return report.map((row) => {
    const category = categories.get(placeKey(row)) ?? null
    const own = mentions.get(placeKey(row)) ?? null
    if (row.kind === 'supplier' && own !== null) suppliers.set(row.heading, own)
    const above = (row.supplier === undefined ? undefined : suppliers.get(row.supplier)) ?? null
    if (row.kind !== 'product') return { ...row, organization: own ?? above, product: null, category }
    const candidates = products.get(headingKey(row.heading)) ?? []
    const product = candidates.find((candidate) => candidate.organization === above) ?? candidates[0]
    return { ...row, organization: product?.organization ?? above, product: product?.name ?? null, category }
  })
}

function named(organization: Organization): { heading: string; name: string }[] {
  return (organization.products ?? []).flatMap(({ name, reportHeading }) =>
    reportHeading === undefined ? [] : [{ heading: headingKey(reportHeading), name }],
  )
}

/** A heading as it is compared: signs and spaces do not matter. */
const headingKey = (heading: string) => plainName(heading).replaceAll(' ', '')

/** A heading at its place in the report, as it is compared. */
export const placeKey = ({ section, page, heading }: { section: number; page: number; heading: string }) =>
  `${section} ${page} ${headingKey(heading)}`

/**
 * The category of each list heading. Where the taxonomy joins a heading with the one under it ("HA Storage OEMs: Storage") or tells two alike
 * headings apart by a remark ("Software (clustered SAN)"), each part leads there too unless a category has that heading for itself.
 */
function categoriesByPlace({ categories }: Taxonomy): Map<string, string> {
  const places = Object.entries(categories).map(([id, [heading, section, page]]) => ({ id, heading, section, page }))
  const byPlace = new Map(places.map((place) => [placeKey(place), place.id]))
  for (const { id, heading, section, page } of places) {
    for (const part of [...heading.split(': '), heading.replace(/ \([^()]*\)$/, '')]) {
      const key = placeKey({ heading: part, section, page })
      if (!byPlace.has(key)) byPlace.set(key, id)
    }
  }
  return byPlace
}
