/** Where an entry stands in the answer to a question, and who stands before and after it. */
import { eq, inArray } from 'drizzle-orm'
import type { Directory } from '../directory'
import { MAX_SIZE, type Question } from '../question'
import { organizations, products } from '../schema'
import { type EntryAddress, rowIdAt } from './addresses'
import { type Link, organizationLink, productUrl } from './links'

type Reader = Pick<Directory, 'database' | 'engine'>

export interface Standing {
  /** From 1. */
  position: number
  total: number
  previous: Link | null
  next: Link | null
}

/** The standing of an organization in a question for organizations, or of a product in one for products; null where it is no match. */
export async function readStanding(reader: Reader, question: Question, entry: EntryAddress): Promise<Standing | null> {
  const id = rowIdAt(reader, entry)
  if (id === undefined) return null
  const { ids, total } = await orderAround(reader.engine, question, id)
  const at = ids.indexOf(id)
  if (at === -1) return null
  const neighbours = { previous: ids[at - 1], next: ids[at + 1] }
  const links = LINKS[entry.kind](
    reader.database,
    Object.values(neighbours).filter((neighbour) => neighbour !== undefined),
  )
  const link = (neighbour: number | undefined) => links.get(neighbour ?? NOBODY) ?? null
  return { position: at + 1, total, previous: link(neighbours.previous), next: link(neighbours.next) }
}

/**
 * The matches in their order, from the first to beyond an entry. People open what stands at the top, which an engine knows long before it has put
 * a hundred thousand matches in order.
 */
async function orderAround(
  engine: Reader['engine'],
  question: Question,
  id: number,
): Promise<{ ids: number[] | Uint32Array; total: number }> {
  const top = await engine.search({ ...question, page: 1, size: MAX_SIZE })
  const at = top.ids.indexOf(id)
  if (top.total <= MAX_SIZE || (at !== -1 && at < MAX_SIZE - 1)) return top
  const ids = await engine.matches(question)
  return { ids, total: ids.length }
}

/** SQLite counts rows from 1. */
const NOBODY = 0

const LINKS: { [kind in EntryAddress['kind']]: (database: Reader['database'], ids: readonly number[]) => Map<number, Link> } = {
  organization: ({ drizzle }, ids) =>
    new Map(
      drizzle
        .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
        .from(organizations)
        .where(inArray(organizations.id, [...ids]))
        .all()
        .map((row) => [row.id, organizationLink(row)]),
    ),
  product: ({ drizzle }, ids) =>
    new Map(
      drizzle
        .select({ id: products.id, slug: products.slug, name: products.name, supplier: organizations.slug })
        .from(products)
        .innerJoin(organizations, eq(organizations.id, products.organizationId))
        .where(inArray(products.id, [...ids]))
        .all()
        .map(({ id, slug, name, supplier }) => [id, { slug, name, url: productUrl(supplier, slug) }]),
    ),
}
