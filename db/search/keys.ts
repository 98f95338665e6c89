/**
 * What entries are put in order by, as the rows have it. An index numbers its entries and compares the numbers; where two of them meet,
 * these decide.
 */
import type { Collection, Sort } from '../question'
import type { Sqlite } from '../sqlite'
import type { EngineDocument } from './fields'
import { fold } from './words'

export type EntryKeys = Pick<EngineDocument, 'slug' | 'standing' | 'sorts'>

/** Negative where `a` comes first. */
export type Compare = (a: EntryKeys, b: EntryKeys) => number

/** Relevance's last rules: suppliers of the report first, more products, slug. */
export const byStanding: Compare = (a, b) => b.standing[0] - a.standing[0] || b.standing[1] - a.standing[1] || compareTexts(a.slug, b.slug)

/** Unknown values last in either direction, ties by slug. */
export const bySort =
  ({ by, descending }: Sort): Compare =>
  (a, b) => {
    const [left, right] = [a.sorts[by] ?? null, b.sorts[by] ?? null]
    if (left === right) return compareTexts(a.slug, b.slug)
    if (left === null || right === null) return left === null ? 1 : -1
    return left < right === descending ? 1 : -1
  }

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface OrganizationRow {
  slug: string
  name: string
  tier: number | null
  revenue: number | null
  employees: number | null
  founded: number | null
  products: number
  inReport: number
}

interface ProductRow {
  slug: string
  name: string
  supplier: string
  introduced: number | null
  price: number | null
  products: number
  inReport: number
}

const ORGANIZATION = `SELECT slug, name, tier, revenue_usd AS revenue, employees, founded, product_count AS products, in_report AS inReport
  FROM organizations WHERE id = ?`
const PRODUCT = `SELECT organizations.slug || '/' || products.slug AS slug, products.name, organizations.name AS supplier, introduced, price_usd AS price,
  product_count AS products, in_report AS inReport FROM products JOIN organizations ON organizations.id = organization_id WHERE products.id = ?`

/** Reads the keys of a row that exists. */
export function keysReader(collection: Collection, sqlite: Sqlite): (id: number) => EntryKeys {
  const row = sqlite.prepare(collection === 'organizations' ? ORGANIZATION : PRODUCT)
  return collection === 'organizations'
    ? (id) => organizationKeys(row.get(id) as OrganizationRow)
    : (id) => productKeys(row.get(id) as ProductRow)
}

const organizationKeys = ({ slug, name, inReport, ...figures }: OrganizationRow): EntryKeys => ({
  slug,
  standing: [inReport, figures.products],
  sorts: { ...figures, name: fold(name) },
})

const productKeys = ({ slug, name, supplier, introduced, price, products, inReport }: ProductRow): EntryKeys => ({
  slug,
  standing: [inReport, products],
  sorts: { name: fold(name), supplier: fold(supplier), introduced, price },
})
