/** The report's own lists of vendors and channel. */
import { count, eq } from 'drizzle-orm'
import { organizationTerms } from '../schema'
import { categoryUrl } from './links'
import type { Reader } from './reader'

export interface Category {
  id: string
  heading: string
  url: string
  /** Where the report prints it. */
  section: number | null
  page: number | null
  /** How many organizations are on it. */
  organizations: number
}

/** Every list in the taxonomy's order, also those that no organization is on. */
export function readCategories({ database, vocabulary }: Reader): Category[] {
  const counts = new Map(
    database.drizzle
      .select({ id: organizationTerms.term, organizations: count() })
      .from(organizationTerms)
      .where(eq(organizationTerms.kind, 'category'))
      .groupBy(organizationTerms.term)
      .all()
      .map((row) => [row.id, row.organizations]),
  )
  return vocabulary()
    .terms('category')
    .map((term) => ({
      id: term.id,
      heading: term.label,
      url: categoryUrl(term.id),
      section: term.section,
      page: term.page,
      organizations: counts.get(term.id) ?? 0,
    }))
}
