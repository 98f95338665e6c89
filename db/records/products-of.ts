/** What the directory knows of an organization's products, one or all, in a fixed number of queries. */
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Database } from '../database'
import type { Term } from '../question'
import { type FeatureValue, productFeatures, productOs, productSources, products } from '../schema'
import type { TermRow } from '../vocabulary'
import { productUrl } from './links'
import { given, prepared } from './prepared'
import { osTerm, type Reader, termOf, termOrNull } from './reader'

export type FeatureKind = 'number' | 'boolean' | 'text' | 'list' | 'range'

export interface Feature {
  id: string
  label: string
  kind: FeatureKind
  /** Of a number or a range. */
  unit: string | null
  meaning: string | null
  value: FeatureValue
  /** A few words that narrow the value. */
  note: string | null
}

export interface ProductFacts {
  slug: string
  name: string
  url: string
  /** The heading under which the report names it. */
  reportHeading: string | null
  segment: Term
  segmentGroup: Term
  os: Term[]
  hal: Term | null
  summary: string | null
  introduced: number | null
  status: Term | null
  price: { amount: number; currency: string; usd: number | null; note: string | null; source: number | null } | null
  /** In the taxonomy's order. */
  features: Feature[]
  /** The numbers of the sources that its facts stand on. */
  cites: number[]
}

type ProductRow = typeof products.$inferSelect

/** The rows of one organization's products with what hangs on them; `slug` narrows it to one. */
export interface ProductRows {
  rows: ProductRow[]
  os: Map<number, string[]>
  features: Map<number, (typeof productFeatures.$inferSelect)[]>
  /** Ids of sources. */
  sources: Map<number, number[]>
}

/** What is read of the products that a condition chooses, each list in the order of the file. */
const chosen = (drizzle: Database['drizzle'], condition: SQL | undefined) => ({
  rows: drizzle.select().from(products).where(condition).orderBy(asc(products.position)).prepare(),
  os: drizzle
    .select({ product: productOs.productId, value: productOs.os })
    .from(products)
    .innerJoin(productOs, eq(productOs.productId, products.id))
    .where(condition)
    .orderBy(asc(productOs.position))
    .prepare(),
  features: drizzle
    .select({ product: productFeatures.productId, value: productFeatures })
    .from(products)
    .innerJoin(productFeatures, eq(productFeatures.productId, products.id))
    .where(condition)
    .orderBy(asc(productFeatures.position))
    .prepare(),
  sources: drizzle
    .select({ product: productSources.productId, value: productSources.sourceId })
    .from(products)
    .innerJoin(productSources, eq(productSources.productId, products.id))
    .where(condition)
    .orderBy(asc(productSources.position))
    .prepare(),
})

const statements = prepared((drizzle) => {
  const ofOrganization = eq(products.organizationId, given('organizationId'))
  return { all: chosen(drizzle, ofOrganization), one: chosen(drizzle, and(ofOrganization, eq(products.slug, given('slug')))) }
})

/** Read the rows of all products of an organization, or of the one with that slug, in the order of its file. */
export function readProductRows({ database }: Pick<Reader, 'database'>, organizationId: number, slug?: string): ProductRows {
  const { rows, os, features, sources } = slug === undefined ? statements(database).all : statements(database).one
  const wanted = { organizationId, slug }
  return {
    rows: rows.all(wanted),
    os: byProduct(os.all(wanted)),
    features: byProduct(features.all(wanted)),
    sources: byProduct(sources.all(wanted)),
  }
}

/**
 * The facts of products as their rows give them.
 * @param number The number of a source of the supplier's file in the record that is being made.
 */
export function describeProducts(
  { vocabulary }: Pick<Reader, 'vocabulary'>,
  supplier: string,
  { rows, os, features, sources }: ProductRows,
  number: (sourceId: number | null) => number | null,
): ProductFacts[] {
  const words = vocabulary()
  const order = new Map(words.terms('feature').map((term, index) => [term.id, index]))
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    url: productUrl(supplier, row.slug),
    reportHeading: row.reportHeading,
    segment: termOf(words, 'segment', row.segment),
    segmentGroup: termOf(words, 'segment-group', words.term('segment', row.segment)?.parent ?? row.segment),
    os: (os.get(row.id) ?? []).map((id) => osTerm(words, id)),
    hal: termOrNull(words, 'hal', row.hal),
    summary: row.summary,
    introduced: row.introduced,
    status: termOrNull(words, 'status', row.status),
    price:
      row.priceAmount === null || row.priceCurrency === null
        ? null
        : {
            amount: row.priceAmount,
            currency: row.priceCurrency,
            usd: row.priceUsd,
            note: row.priceNote,
            source: number(row.priceSourceId),
          },
    features: (features.get(row.id) ?? [])
      .toSorted((a, b) => (order.get(a.feature) ?? order.size) - (order.get(b.feature) ?? order.size))
      .map(({ feature, value, note }) => ({ ...describeFeature(words.term('feature', feature), feature), value, note })),
    cites: (sources.get(row.id) ?? []).map(number).filter((cited) => cited !== null),
  }))
}

function describeFeature(term: TermRow | undefined, id: string): Pick<Feature, 'id' | 'label' | 'kind' | 'unit' | 'meaning'> {
  const { kind, unit } = (term?.details ?? {}) as { kind?: FeatureKind; unit?: string }
  return { id, label: term?.label ?? id, kind: kind ?? 'text', unit: unit ?? null, meaning: term?.meaning ?? null }
}

function byProduct<Value>(rows: readonly { product: number; value: Value }[]): Map<number, Value[]> {
  const values = new Map<number, Value[]>()
  for (const { product, value } of rows) {
    const known = values.get(product)
    if (known) known.push(value)
    else values.set(product, [value])
  }
  return values
}
