/** What the directory knows of an organization's products, one or all, in a fixed number of queries. */
import { and, asc, eq } from 'drizzle-orm'
import type { Term } from '../question'
import { type FeatureValue, productFeatures, productOs, productSources, products } from '../schema'
import type { TermRow } from '../vocabulary'
import { productUrl } from './links'
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

/** Read the rows of all products of an organization, or of the one with that slug, in the order of its file. */
export function readProductRows({ database }: Pick<Reader, 'database'>, organizationId: number, slug?: string): ProductRows {
  const { drizzle } = database
  const wanted = and(eq(products.organizationId, organizationId), slug === undefined ? undefined : eq(products.slug, slug))
  const hanging = { os: new Map<number, string[]>(), features: new Map(), sources: new Map<number, number[]>() } satisfies Omit<
    ProductRows,
    'rows'
  >
  for (const { row } of drizzle
    .select({ row: productOs })
    .from(products)
    .innerJoin(productOs, eq(productOs.productId, products.id))
    .where(wanted)
    .orderBy(asc(productOs.position))
    .all()) {
    append(hanging.os, row.productId, row.os)
  }
  for (const { row } of drizzle
    .select({ row: productFeatures })
    .from(products)
    .innerJoin(productFeatures, eq(productFeatures.productId, products.id))
    .where(wanted)
    .orderBy(asc(productFeatures.position))
    .all()) {
    append(hanging.features, row.productId, row)
  }
  for (const { row } of drizzle
    .select({ row: productSources })
    .from(products)
    .innerJoin(productSources, eq(productSources.productId, products.id))
    .where(wanted)
    .orderBy(asc(productSources.position))
    .all()) {
    append(hanging.sources, row.productId, row.sourceId)
  }
  return { rows: drizzle.select().from(products).where(wanted).orderBy(asc(products.position)).all(), ...hanging }
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

function append<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
