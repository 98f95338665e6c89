/** Products that a product has to compete with: other suppliers' of the same segment, and what speaks for each. */
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Term } from '../question'
import { organizations, productOs, products } from '../schema'
import { competitorsOf } from './competitors'
import { type Link, organizationLink, productUrl } from './links'
import { given, prepared } from './prepared'
import { osTerm, type Reader, termOrNull } from './reader'

export interface Rival extends Link {
  supplier: Link
  tier: number | null
  tierEstimated: boolean
  os: Term[]
  hal: Term | null
  because: {
    /** One supplier names the other as its competitor. */
    competes: boolean
    /** The systems that both run on. */
    os: Term[]
    /** Whether both are of the same High Availability Level. */
    hal: boolean
  }
}

const COMPETES = 3
const SAME_HAL = 1
const SAME_OS = 0.5
/** More systems in common than this count no further. */
const MOST_OS = 3
/** How many products of the segment are looked at beside those of competitors. */
const LOOKED_AT = 400
const MOST = 8

/** Other suppliers' products of a segment. */
const ofSegment = (drizzle: Reader['database']['drizzle'], condition?: SQL) =>
  drizzle
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      hal: products.hal,
      organizationId: products.organizationId,
      supplierSlug: organizations.slug,
      supplierName: organizations.name,
      tier: organizations.tier,
      tierEstimated: organizations.tierEstimated,
    })
    .from(products)
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(and(eq(products.segment, given('segment')), ne(products.organizationId, given('organizationId')), condition))

const statements = prepared((drizzle) => ({
  product: drizzle
    .select({ id: products.id, organizationId: products.organizationId, segment: products.segment, hal: products.hal })
    .from(organizations)
    .innerJoin(products, eq(products.organizationId, organizations.id))
    .where(and(eq(organizations.slug, given('supplier')), eq(products.slug, given('slug'))))
    .prepare(),
  first: ofSegment(drizzle).limit(LOOKED_AT).prepare(),
  ofSuppliers: ofSegment(drizzle, inArray(products.organizationId, sql`(SELECT value FROM json_each(${given('suppliers')}))`)).prepare(),
}))

/** At most eight, those first that have the most in common; none where there is no such product. */
export function readRivals(reader: Reader, supplier: string, slug: string): Rival[] {
  return reader.database.sqlite.transaction(() => {
    const { product, first, ofSuppliers } = statements(reader.database)
    const self = product.get({ supplier, slug })
    if (self === undefined) return []
    const { segment, organizationId } = self
    const competitors = competitorsOf(reader, [organizationId]).get(organizationId) ?? new Set()
    const rows = [
      ...ofSuppliers.all({ segment, organizationId, suppliers: JSON.stringify([...competitors]) }),
      ...first.all({ segment, organizationId }),
    ]
    return rank(reader, self, [...new Map(rows.map((row) => [row.id, row])).values()], competitors)
  })()
}

type Statements = ReturnType<typeof statements>
type Self = NonNullable<ReturnType<Statements['product']['get']>>
type Row = ReturnType<Statements['first']['all']>[number]

function rank(reader: Reader, self: Self, rows: readonly Row[], competitors: ReadonlySet<number>): Rival[] {
  const words = reader.vocabulary()
  const os = readOs(reader, [self.id, ...rows.map(({ id }) => id)])
  const own = new Set(os.get(self.id))
  return rows
    .map((row) => {
      const systems = os.get(row.id) ?? []
      const shared = systems.filter((system) => own.has(system))
      const competes = competitors.has(row.organizationId)
      const hal = self.hal !== null && self.hal === row.hal
      return { row, systems, shared, competes, hal, score: score(competes, hal, shared.length) }
    })
    .toSorted((a, b) => b.score - a.score || (nameOf(a.row) < nameOf(b.row) ? -1 : 1))
    .slice(0, MOST)
    .map(({ row, systems, shared, competes, hal }) => ({
      slug: row.slug,
      name: row.name,
      url: productUrl(row.supplierSlug, row.slug),
      supplier: organizationLink({ slug: row.supplierSlug, name: row.supplierName }),
      tier: row.tier,
      tierEstimated: row.tierEstimated,
      os: systems.map((system) => osTerm(words, system)),
      hal: termOrNull(words, 'hal', row.hal),
      because: { competes, os: shared.map((system) => osTerm(words, system)), hal },
    }))
}

const score = (competes: boolean, hal: boolean, os: number) =>
  (competes ? COMPETES : 0) + (hal ? SAME_HAL : 0) + SAME_OS * Math.min(os, MOST_OS)

const nameOf = ({ supplierSlug, slug }: Row) => `${supplierSlug}/${slug}`

function readOs({ database }: Reader, ids: readonly number[]): Map<number, string[]> {
  const systems = new Map<number, string[]>()
  const rows = database.drizzle
    .select({ product: productOs.productId, os: productOs.os })
    .from(productOs)
    .where(inArray(productOs.productId, [...ids]))
    .orderBy(productOs.productId, productOs.position)
    .all()
  for (const { product, os } of rows) systems.set(product, [...(systems.get(product) ?? []), os])
  return systems
}
