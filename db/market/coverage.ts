/** How much of the report the directory holds, row by row, counted from the data as they stand. */
import { asc, eq, sql } from 'drizzle-orm'
import type { Directory } from '../directory'
import { parseQuestion, UNRATED } from '../question'
import { type Category, readCategories } from '../records/categories'
import { headingUrl, type Link, organizationLink, productUrl } from '../records/links'
import { organizations, productSources, products, reportHeadings, sources } from '../schema'
import { append } from '../search/append'
import { keptWhileUnchanged } from '../unchanged'
import { type FilledList, readOwnLists } from './filled'

/** The parts that the report has under a supplier, by the words its headings for them begin with. */
const PARTS = { overview: 'overview', management: 'management', financials: 'financials', products: 'products' } as const
export type Part = keyof typeof PARTS

export interface PartCoverage {
  /** Whether the report has a heading for it. */
  printed: boolean
  /** How many the entry has of it. */
  known: number
}

export interface SupplierCoverage {
  heading: string
  page: number
  /** Where the report's table of contents has it. */
  url: string
  organization: Link | null
  /** The file that says what is known of it, where a person fills what is not. */
  file: string | null
  parts: { [part in Part]: PartCoverage }
}

export interface ProductCoverage {
  heading: string
  supplier: string | null
  page: number
  product: Link | null
  file: string | null
  /** Whether anything beside the report's table of contents is known of it. */
  sourced: boolean
}

export interface FactCoverage {
  fact: string
  /** How many organizations have it. */
  known: number
}

export interface Coverage {
  suppliers: SupplierCoverage[]
  products: ProductCoverage[]
  lists: Category[]
  topLists: FilledList[]
  tiers: { value: string; label: string; count: number }[]
  unrated: number
  total: number
  facts: FactCoverage[]
}

export async function readCoverage(directory: Directory): Promise<Coverage> {
  const { total, facets } = await directory.engine.search(parseQuestion('organizations', [], directory.vocabulary()))
  const tiers = facets.tier ?? []
  return {
    suppliers: readSuppliers(directory),
    products: readProducts(directory),
    lists: readCategories(directory),
    topLists: await readOwnLists(directory),
    tiers: tiers.filter(({ value }) => value !== UNRATED),
    unrated: tiers.find(({ value }) => value === UNRATED)?.count ?? 0,
    total,
    facts: readFacts(directory),
  }
}

const fileOf = ({ pack, slug }: { pack: string; slug: string }) => `${pack}/organizations/${slug}.yaml`

/** How often a table names an organization. */
const rowsOf = (table: string) => sql<number>`(SELECT count(*) FROM ${sql.identifier(table)} WHERE organization_id = ${organizations.id})`

function readSuppliers({ database }: Directory): SupplierCoverage[] {
  const headings = database.drizzle
    .select({
      row: reportHeadings,
      organization: { slug: organizations.slug, name: organizations.name, pack: organizations.pack },
      overview: sql<number>`${organizations.overview} IS NOT NULL`,
      management: rowsOf('people'),
      financials: rowsOf('financials'),
      products: organizations.productCount,
    })
    .from(reportHeadings)
    .leftJoin(organizations, eq(organizations.id, reportHeadings.organizationId))
    .orderBy(asc(reportHeadings.position))
    .all()
  const subsections = new Map<string | null, string[]>()
  for (const { row } of headings) if (row.kind === 'subsection') append(subsections, row.supplier, row.heading.toLowerCase())
  return headings
    .filter(({ row }) => row.kind === 'supplier')
    .map(({ row, organization, ...known }) => {
      const below = subsections.get(row.heading) ?? []
      const part = (name: Part): PartCoverage => ({
        printed: below.some((heading) => heading.startsWith(PARTS[name])),
        known: organization === null ? 0 : Number(known[name] ?? 0),
      })
      return {
        heading: row.heading,
        page: row.page,
        url: headingUrl(row.position),
        organization: organization && organizationLink(organization),
        file: organization && fileOf(organization),
        parts: { overview: part('overview'), management: part('management'), financials: part('financials'), products: part('products') },
      }
    })
}

function readProducts({ database }: Directory): ProductCoverage[] {
  return database.drizzle
    .select({
      row: reportHeadings,
      product: { slug: products.slug, name: products.name },
      owner: { slug: organizations.slug, pack: organizations.pack },
      sourced: sql<number>`EXISTS (SELECT 1 FROM ${productSources} JOIN ${sources} ON ${sources.id} = ${productSources.sourceId}
        WHERE ${productSources.productId} = ${products.id} AND ${sources.key} <> 'report')`,
    })
    .from(reportHeadings)
    .leftJoin(products, eq(products.id, reportHeadings.productId))
    .leftJoin(organizations, eq(organizations.id, products.organizationId))
    .where(eq(reportHeadings.kind, 'product'))
    .orderBy(asc(reportHeadings.position))
    .all()
    .map(({ row, product, owner, sourced }) => ({
      heading: row.heading,
      supplier: row.supplier,
      page: row.page,
      product: product && owner && { ...product, url: productUrl(owner.slug, product.slug) },
      file: owner && fileOf(owner),
      sourced: sourced === 1,
    }))
}

/** The facts that an entry may have, with how a row of `organizations` shows that it has one. */
const FACTS: Readonly<Record<string, string>> = {
  headquarters: 'country IS NOT NULL',
  founded: 'founded IS NOT NULL',
  ownership: 'ownership IS NOT NULL',
  website: 'website IS NOT NULL',
  employees: 'employees IS NOT NULL',
  overview: 'overview IS NOT NULL',
  revenue: 'revenue_usd IS NOT NULL',
  management: 'EXISTS (SELECT 1 FROM people WHERE organization_id = organizations.id)',
  financials: 'EXISTS (SELECT 1 FROM financials WHERE organization_id = organizations.id)',
  products: 'product_count > 0',
  relationships: 'EXISTS (SELECT 1 FROM relationships WHERE organization_id = organizations.id)',
}

const readFacts = keptWhileUnchanged(({ database }: Directory): FactCoverage[] => {
  const sums = Object.entries(FACTS).map(([fact, holds]) => `total(${holds}) AS ${fact}`)
  const row = database.sqlite.prepare(`SELECT ${sums.join(', ')} FROM organizations`).get() as Record<string, number>
  return Object.keys(FACTS).map((fact) => ({ fact, known: row[fact] ?? 0 }))
})
