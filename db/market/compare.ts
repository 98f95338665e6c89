/** Products or companies side by side: a column each, a row for every fact that one of them has. */
import { type Link, organizationLink } from '../records/links'
import { type OrganizationRecord, readOrganization } from '../records/organization'
import { type ProductRecord, readProduct } from '../records/product'
import type { FeatureKind } from '../records/products-of'
import type { Reader } from '../records/reader'
import type { FeatureValue } from '../schema'
import { type Fact, factsOfOrganization, factsOfProduct } from './compared-facts'

export interface ComparedColumn extends Link {
  /** What the question names it by: `supplier/slug`, a company by its slug. */
  id: string
  /** Who sells it; null for a company. */
  supplier: Link | null
  /** Columns of other suppliers that agree with this one in everything that is known of both, by id. */
  twins: { id: string; shared: number }[]
}

export interface ComparedCell {
  value: FeatureValue
  /** A few words that narrow the value. */
  note: string | null
}

export interface ComparedRow {
  id: string
  label: string
  kind: FeatureKind
  unit: string | null
  meaning: string | null
  /** Whether the known values are not all the same. */
  differs: boolean
  /** One for each column; null is unknown. */
  cells: (ComparedCell | null)[]
}

export interface Comparison {
  collection: 'products' | 'organizations'
  columns: ComparedColumn[]
  rows: ComparedRow[]
  /** Features that apply to what is compared and that nothing is known of, by label. */
  unknown: { id: string; label: string }[]
}

/** A fact of one column before it has its row. */
export type Stated = ComparedCell & Pick<ComparedRow, 'id' | 'label' | 'kind' | 'unit' | 'meaning'>

/** How many facts two products must share to be called near twins, and what part of all that is known of either. */
const TWIN_FACTS = 3
const TWIN_SHARE = 0.5

/** Compare what some ids name, in their order; ids that name nothing are left out (see readIds). */
export function compare(reader: Reader, ids: readonly string[]): Comparison {
  const products = ids.flatMap((id) => (id.includes('/') ? (readProduct(reader, ...splitId(id)) ?? []) : []))
  if (products.length > 0) return compareProducts(reader, products)
  return compareOrganizations(ids.flatMap((id) => readOrganization(reader, id) ?? []))
}

/** The supplier's slug and the product's. */
export function splitId(id: string): [supplier: string, slug: string] {
  const slash = id.indexOf('/')
  return [id.slice(0, slash), id.slice(slash + 1)]
}

function compareProducts({ vocabulary }: Reader, products: readonly ProductRecord[]): Comparison {
  const words = vocabulary()
  const features = products.map((product): Stated[] => product.features)
  const facts = products.map(factsOfProduct)
  const groups = new Set(products.map(({ segmentGroup }) => segmentGroup.value))
  const order = words.terms('feature')
  const rows = [
    ...asRows(facts),
    ...asRows(features).sort((a, b) => order.findIndex(({ id }) => id === a.id) - order.findIndex(({ id }) => id === b.id)),
  ]
  const stated = new Set(rows.map(({ id }) => id))
  return {
    collection: 'products',
    columns: products.map((product, index) => ({
      id: idOf(product),
      slug: product.slug,
      name: product.name,
      url: product.url,
      supplier: organizationLink(product.supplier),
      twins: twinsOf(products, features, index),
    })),
    rows,
    unknown: order
      .filter(({ id, details }) => !stated.has(id) && (details?.groups as string[] | undefined)?.some((group) => groups.has(group)))
      .map(({ id, label }) => ({ id, label })),
  }
}

function compareOrganizations(organizations: readonly OrganizationRecord[]): Comparison {
  return {
    collection: 'organizations',
    columns: organizations.map(({ slug, name, url }) => ({ id: slug, slug, name, url, supplier: null, twins: [] })),
    rows: asRows(organizations.map(factsOfOrganization)),
    unknown: [],
  }
}

const idOf = ({ supplier, slug }: ProductRecord) => `${supplier.slug}/${slug}`

/** A row for each fact that is known of a column, in the order in which they first come. */
function asRows(columns: readonly (readonly Fact[])[]): ComparedRow[] {
  const rows = new Map<string, ComparedRow>()
  columns.forEach((facts, column) => {
    for (const { value, note, id, label, kind, unit, meaning } of facts) {
      const row = rows.get(id) ?? { id, label, kind, unit, meaning, differs: false, cells: columns.map(() => null) }
      if (value !== null) row.cells[column] = { value, note }
      rows.set(id, row)
    }
  })
  const known = [...rows.values()].filter(({ cells }) => cells.some((cell) => cell !== null))
  return known.map((row) => ({ ...row, differs: differ(row.cells) }))
}

const differ = (cells: readonly (ComparedCell | null)[]) => new Set(cells.flatMap((cell) => (cell ? keyOf(cell.value) : []))).size > 1

/** The same for values that say the same: lists in any order, texts in any case. */
function keyOf(value: FeatureValue): string {
  if (Array.isArray(value)) return JSON.stringify(value.map((item) => item.toLowerCase()).sort())
  return JSON.stringify(typeof value === 'string' ? value.toLowerCase() : value)
}

/** Products of other suppliers that agree with one in every feature known of both, where those are enough to tell. */
function twinsOf(products: readonly ProductRecord[], features: readonly Stated[][], index: number): ComparedColumn['twins'] {
  const own = new Map(features[index]?.map(({ id, value }) => [id, keyOf(value)]))
  return products.flatMap((other, at) => {
    if (at === index || other.supplier.slug === products[index]?.supplier.slug) return []
    const others = features[at] ?? []
    const common = others.filter(({ id }) => own.has(id))
    const known = own.size + others.length - common.length
    const agree = common.every(({ id, value }) => own.get(id) === keyOf(value))
    return agree && common.length >= TWIN_FACTS && common.length >= known * TWIN_SHARE ? [{ id: idOf(other), shared: common.length }] : []
  })
}
