/** Which entry the address of a page names, and whether there is one, without reading it. */
import { and, eq } from 'drizzle-orm'
import { findTerm } from '../market/glossary-terms'
import { findTopList } from '../market/top-lists'
import { organizations, products, rankings, terms } from '../schema'
import { given, prepared } from './prepared'
import type { Reader } from './reader'

export type EntryAddress = { kind: 'organization'; slug: string } | { kind: 'product'; supplier: string; slug: string }

export type Address =
  | EntryAddress
  | { kind: 'category'; id: string }
  | { kind: 'ranking'; slug: string }
  /** `id` is all that stands after /top/, `role/var`; of a term of the glossary likewise, `segment/software/clustering`. */
  | { kind: 'top-list'; id: string }
  | { kind: 'term'; id: string }

const OF_A_COMPANY = ['around', 'introductions']

/** The entry that a path is the page of, whether it exists or not; null for every other path and one that is no text. */
export function readAddress(path: string): Address | null {
  const [room, ...parts] = textsOf(path) ?? []
  const [first, second] = parts
  if (!first) return null
  if (room === 'top') return { kind: 'top-list', id: parts.join('/') }
  if (room === 'glossary') return { kind: 'term', id: parts.join('/') }
  // What is drawn of a company is there where the company is.
  if (room === 'market') return OF_A_COMPANY.includes(first) && second && parts.length === 2 ? { kind: 'organization', slug: second } : null
  if (room === 'products') return second && parts.length === 2 ? { kind: 'product', supplier: first, slug: second } : null
  if (second !== undefined) return null
  if (room === 'organizations') return { kind: 'organization', slug: first }
  if (room === 'rankings') return { kind: 'ranking', slug: first }
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
  ranking: drizzle
    .select({ id: rankings.id })
    .from(rankings)
    .where(eq(rankings.slug, given('slug')))
    .prepare(),
}))

/** Whether there is an entry at an address. */
export function exists({ database, vocabulary }: Reader, { kind, ...key }: Address): boolean {
  if (kind === 'top-list') return 'id' in key && findTopList(vocabulary(), key.id) !== undefined
  if (kind === 'term') return 'id' in key && findTerm(vocabulary(), key.id) !== undefined
  return statements(database)[kind].get(key) !== undefined
}

/** The row of the organization or product at an address. */
export function rowIdAt({ database }: Pick<Reader, 'database'>, { kind, ...key }: EntryAddress): number | undefined {
  return statements(database)[kind].get(key)?.id
}
