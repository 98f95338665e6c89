/** One product with everything the directory knows of it. */
import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Term } from '../question'
import { organizations, products, reportHeadings, sources } from '../schema'
import { Citations, type Source } from './citations'
import { type Link, organizationLink, productUrl } from './links'
import { describeHeading, type Heading } from './organization-lists'
import { given, prepared } from './prepared'
import { describeProducts, type ProductFacts, readProductRows } from './products-of'
import { type Reader, termOf, termOrNull } from './reader'
import { describeTier, type Tier } from './tier'

export interface ProductRecord extends ProductFacts {
  supplier: Link & { tier: Tier }
  /** Where the report's table of contents names it. */
  headings: Heading[]
  /** The supplier's other products in the order of its file. */
  siblings: (Link & { segment: Term; hal: Term | null })[]
  /** Facts that are not known, by their name in this record. */
  absent: string[]
  /** Those it cites, and that of its supplier's tier, in the order of the supplier's file. */
  sources: Source[]
}

/** Read a product by its supplier's slug and its own, as it stands at one moment; null where there is none. */
export function readProduct(reader: Reader, supplierSlug: string, slug: string): ProductRecord | null {
  return reader.database.sqlite.transaction(() => read(reader, supplierSlug, slug))()
}

const statements = prepared((drizzle) => ({
  supplier: drizzle
    .select()
    .from(organizations)
    .where(eq(organizations.slug, given('slug')))
    .prepare(),
  headings: drizzle
    .select()
    .from(reportHeadings)
    .where(eq(reportHeadings.productId, given('id')))
    .orderBy(asc(reportHeadings.position))
    .prepare(),
  siblings: drizzle
    .select({ slug: products.slug, name: products.name, segment: products.segment, hal: products.hal })
    .from(products)
    .where(and(eq(products.organizationId, given('supplier')), ne(products.id, given('id'))))
    .orderBy(asc(products.position))
    .prepare(),
}))

function read(reader: Reader, supplierSlug: string, slug: string): ProductRecord | null {
  const { drizzle } = reader.database
  const words = reader.vocabulary()
  const stored = statements(reader.database)
  const supplier = stored.supplier.get({ slug: supplierSlug })
  if (supplier === undefined) return null
  const rows = readProductRows(reader, supplier.id, slug)
  const row = rows.rows[0]
  if (row === undefined) return null
  const cited = [...(rows.sources.get(row.id) ?? []), row.priceSourceId, supplier.tierSourceId].filter((id) => id !== null)
  const citations = new Citations(drizzle.select().from(sources).where(inArray(sources.id, cited)).orderBy(asc(sources.position)).all())
  const number = (id: number | null) => citations.number(id)
  const [facts] = describeProducts(reader, supplier.slug, rows, number)
  if (facts === undefined) return null
  return {
    ...facts,
    supplier: { ...organizationLink(supplier), tier: describeTier(words, supplier, number(supplier.tierSourceId)) },
    headings: stored.headings.all({ id: row.id }).map(describeHeading),
    siblings: stored.siblings.all({ supplier: supplier.id, id: row.id }).map((sibling) => ({
      slug: sibling.slug,
      name: sibling.name,
      url: productUrl(supplier.slug, sibling.slug),
      segment: termOf(words, 'segment', sibling.segment),
      hal: termOrNull(words, 'hal', sibling.hal),
    })),
    absent: EXPECTED.filter((fact) => isEmpty(facts[fact])),
    sources: citations.list(),
  }
}

const EXPECTED = ['summary', 'os', 'hal', 'introduced', 'status', 'price', 'features'] as const satisfies (keyof ProductFacts)[]

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
