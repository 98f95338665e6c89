/** Which entry the address of a page names, and whether there is one, without reading it. */
import { and, eq } from 'drizzle-orm'
import { organizations, products, terms } from '../schema'
import { given, prepared } from './prepared'
import type { Reader } from './reader'

export type EntryAddress = { kind: 'organization'; slug: string } | { kind: 'product'; supplier: string; slug: string }

export type Address = EntryAddress | { kind: 'category'; id: string }

/** The entry that a path is the page of, whether it exists or not; null for every other path and one that is no text. */
export function readAddress(path: string): Address | null {
  const [room, first, second, ...rest] = textsOf(path) ?? []
  if (!first || rest.length > 0) return null
  if (room === 'products') return second ? { kind: 'product', supplier: first, slug: second } : null
  if (second !== undefined) return null
  if (room === 'organizations') return { kind: 'organization', slug: first }
  return room === 'categories' ? { kind: 'category', id: first } : null
}

/** The parts of a path as text; null where an escape in it stands for none. */
function textsOf(path: string): string[] | null {
  try {
    return path.slice(1).split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/** Whether every escape in a path stands for text. */
export const isText = (path: string) => textsOf(path) !== null

const statements = prepared((drizzle) => ({
  organization: drizzle
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, given('slug')))
    .prepare(),
  product: drizzle
    .select({ id: products.id })
    .from(organizations)
    .innerJoin(products, eq(products.organizationId, organizations.id))
    .where(and(eq(organizations.slug, given('supplier')), eq(products.slug, given('slug'))))
    .prepare(),
  category: drizzle
    .select({ id: terms.id })
    .from(terms)
    .where(and(eq(terms.kind, 'category'), eq(terms.id, given('id'))))
    .prepare(),
}))

/** Whether there is an entry at an address. */
export function exists({ database }: Pick<Reader, 'database'>, { kind, ...key }: Address): boolean {
  return statements(database)[kind].get(key) !== undefined
}

/** The row of the organization or product at an address. */
export function rowIdAt({ database }: Pick<Reader, 'database'>, { kind, ...key }: EntryAddress): number | undefined {
  return statements(database)[kind].get(key)?.id
}
