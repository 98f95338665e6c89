/** "Did you mean": the entries whose names are nearest to an address that leads nowhere. */
import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import { slugFrom } from '../content/slug'
import type { Directory } from '../directory'
import { aliases, organizations, products } from '../schema'
import { closest } from '../search/closest'
import { categoryUrl, type Link, organizationLink, productUrl } from './links'

type Reader = Pick<Directory, 'database' | 'engine'>

/** How many letters of the start must be right for a neighbour in the alphabet, longest first, and how many neighbours are looked at. */
const STARTS = [6, 4, 3, 2]
const NEIGHBOURS = 200

/** Organizations whose slugs are like `typed`, then those that a search finds by another of their names; nearest first. */
export async function closestOrganizations({ database, engine }: Reader, typed: string, most: number): Promise<Link[]> {
  const wanted = slugFrom(typed)
  const near = nearOrganizations(database, wanted, most)
  const meant = near.get(wanted)
  if (meant) return [meant]
  const ids = await engine.best('organizations', wanted.replaceAll('-', ' '), most)
  const found = database.drizzle
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name, alias: aliases.name })
    .from(organizations)
    .leftJoin(aliases, eq(aliases.organizationId, organizations.id))
    .where(inArray(organizations.id, ids))
    .all()
    .filter(({ name, alias }) => isClose(wanted, name, alias))
  return first(most, [...pick(near, closest(wanted, [...near.keys()], most)), ...inOrder(ids, found).map(organizationLink)])
}

/** Among the neighbours in the alphabet of what was typed are the organizations whose slugs are like it. */
function nearOrganizations(database: Reader['database'], wanted: string, most: number): Map<string, Link> {
  const near = new Map<string, Link>()
  for (const start of STARTS.map((length) => wanted.slice(0, length))) {
    for (const row of organizationsFrom(database, start)) near.set(row.slug, organizationLink(row))
    if (closest(wanted, [...near.keys()], most).length === most) break
  }
  return near
}

/** How many slugs a question's mistake names. */
const MOST_CLOSE = 5

/** The slugs of organizations that are like one which a question names and which does not exist. */
export function closestSlugs({ database }: Pick<Reader, 'database'>, typed: string): string[] {
  const wanted = slugFrom(typed)
  return closest(wanted, [...nearOrganizations(database, wanted, MOST_CLOSE).keys()], MOST_CLOSE)
}

/** The ids (`supplier/slug`) of that supplier's products whose slugs are like one which a question names and which does not exist. */
export function closestProductIds({ database }: Pick<Reader, 'database'>, supplier: string, typed: string): string[] {
  const slugs = productsOf(database, supplier).map(({ slug }) => slug)
  return closest(slugFrom(typed), slugs, MOST_CLOSE).map((slug) => `${supplier}/${slug}`)
}

/** Products of that supplier with a slug like `typed`, then those of any supplier that a search finds by their name. */
export async function closestProducts({ database, engine }: Reader, supplier: string, typed: string, most: number): Promise<Link[]> {
  const wanted = slugFrom(typed)
  const near = new Map(
    productsOf(database, supplier).map((row): [string, Link] => [row.slug, { ...row, url: productUrl(supplier, row.slug) }]),
  )
  const ids = await engine.best('products', wanted.replaceAll('-', ' '), most)
  const found = database.drizzle
    .select({ id: products.id, slug: products.slug, name: products.name, supplier: organizations.slug })
    .from(products)
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(inArray(products.id, ids))
    .all()
    .filter(({ name }) => isClose(wanted, name))
  return first(most, [
    ...pick(near, closest(wanted, [...near.keys()], most)),
    ...inOrder(ids, found).map(({ slug, name, supplier }) => ({ slug, name, url: productUrl(supplier, slug) })),
  ])
}

/** Whether one of an entry's names is close: a search also finds what only speaks of the words. */
const isClose = (wanted: string, ...names: (string | null)[]) =>
  closest(wanted, names.filter((name) => name !== null).map(slugFrom), 1).length > 0

/** The report's lists with an id like `typed`. */
export function closestCategories({ vocabulary }: Pick<Directory, 'vocabulary'>, typed: string, most: number): Link[] {
  const lists = new Map(
    vocabulary()
      .terms('category')
      .map(({ id, label }) => [id, { slug: id, name: label, url: categoryUrl(id) }]),
  )
  return pick(lists, closest(slugFrom(typed), [...lists.keys()], most))
}

/** The first organizations in the alphabet whose slug starts so. */
function organizationsFrom(database: Reader['database'], start: string) {
  return database.drizzle
    .select({ slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(and(gte(organizations.slug, start), lt(organizations.slug, `${start}\u{10ffff}`)))
    .orderBy(asc(organizations.slug))
    .limit(NEIGHBOURS)
    .all()
}

/** The products of an organization, as its entry has them. */
function productsOf(database: Reader['database'], supplier: string) {
  return database.drizzle
    .select({ slug: products.slug, name: products.name })
    .from(products)
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(eq(organizations.slug, supplier))
    .orderBy(asc(products.position))
    .all()
}

const pick = (links: ReadonlyMap<string, Link>, slugs: readonly string[]) => slugs.flatMap((slug) => links.get(slug) ?? [])

const inOrder = <Row extends { id: number }>(ids: readonly number[], rows: readonly Row[]) =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])

function first(most: number, links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [link.url, link])).values()].slice(0, most)
}
