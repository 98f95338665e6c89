/** Whether an address leads to an entry, without reading the entry. */
import { and, eq } from 'drizzle-orm'
import type { Database } from '../database'
import { organizations, products } from '../schema'

/** What the address of an entry's page names; an organization has no `product`. */
export interface Address {
  organization: string
  product?: string
}

/** The entry that a path is the page of, whether it exists or not; null for every other path and for one that is no text. */
export function readAddress(path: string): Address | null {
  const [room, organization, product, ...rest] = path.slice(1).split('/').map(decoded)
  if (organization === undefined || rest.length > 0) return null
  if (room === 'organizations') return product === undefined ? { organization } : null
  if (room === 'products' && product !== undefined) return { organization, product }
  return null
}

/** A part of a path as text; an escape that stands for none is kept as it is, and names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function exists({ drizzle }: Database, { organization, product }: Address): boolean {
  if (product === undefined) {
    return drizzle.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, organization)).get() !== undefined
  }
  const found = drizzle
    .select({ id: products.id })
    .from(products)
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(and(eq(organizations.slug, organization), eq(products.slug, product)))
    .get()
  return found !== undefined
}
