/**
 * Writes that another program may make to the database, each to one table. Run as a process of its own with the data folder as its argument,
 * it makes those whose names its parent sends and answers each with its name.
 */
import { eq } from 'drizzle-orm'
import { type Database, openDatabase } from '@/db/database'
import { aliases, events, organizations, organizationTerms, people, productOs, products, relationships } from '@/db/schema'

type Write = (database: Database['drizzle'], organizationId: number) => void

/** Beyond the position of anything in the pack. */
const position = 99

/** By name; all change the organization `products-a` of the contract's pack and what belongs to it. */
const WRITES = {
  rename: (database, id) => database.update(organizations).set({ name: 'Sandpiper West' }).where(eq(organizations.id, id)).run(),
  alias: (database, id) => database.insert(aliases).values({ organizationId: id, position, name: 'Redshank' }).run(),
  person: (database, id) => database.insert(people).values({ organizationId: id, position, name: 'Jan Turnstone', title: 'Chair' }).run(),
  role: (database, id) => database.insert(organizationTerms).values({ organizationId: id, position, kind: 'role', term: 'isp' }).run(),
  product: (database, id) =>
    database.insert(products).values({ organizationId: id, position, slug: 'avocet', name: 'Avocet', segment: 'storage/tape' }).run(),
  productRename: (database) => database.update(products).set({ name: 'Whimbrel' }).where(eq(products.slug, 'avocet')).run(),
  productOs: (database) => {
    const product = database.select({ id: products.id }).from(products).where(eq(products.slug, 'avocet')).get()
    database
      .insert(productOs)
      .values({ productId: product?.id ?? 0, position, os: 'irix' })
      .run()
  },
  tier: (database, id) => database.update(organizations).set({ tier: 0 }).where(eq(organizations.id, id)).run(),
  place: (database, id) => database.update(organizations).set({ country: 'NL', city: 'Texel' }).where(eq(organizations.id, id)).run(),
  event: (database, id) => database.insert(events).values({ organizationId: id, position, year: 2003, event: 'A knot of knots.' }).run(),
  relationship: (database, id) =>
    database.insert(relationships).values({ organizationId: id, position, type: 'resells', to: 'Knot', resolved: 'text' }).run(),
  productRemoval: (database) => database.delete(products).where(eq(products.slug, 'avocet')).run(),
  aliasRemoval: (database, id) => database.delete(aliases).where(eq(aliases.organizationId, id)).run(),
  removal: (database, id) => database.delete(organizations).where(eq(organizations.id, id)).run(),
} as const satisfies Record<string, Write>

export type WriteName = keyof typeof WRITES

const [, , dataFolder] = process.argv
if (process.send && dataFolder) {
  const { drizzle } = openDatabase(dataFolder)
  process.on('message', (name: WriteName) => {
    const row = drizzle.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, 'products-a')).get()
    WRITES[name](drizzle, row?.id ?? 0)
    process.send?.(name)
  })
}
