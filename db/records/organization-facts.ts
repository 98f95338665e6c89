/** The single facts of an organization, each with the number of its source. */
import { asc, eq } from 'drizzle-orm'
import type { Headquarters } from '../answer'
import type { Term } from '../question'
import { organizations, overviewSources } from '../schema'
import type { Citations } from './citations'
import { type Link, organizationLink } from './links'
import { given, prepared } from './prepared'
import { type Reader, termOrNull } from './reader'

/** A fact and the number of the source that states it; null where it is not known. */
type Sourced<Fact> = (Fact & { source: number | null }) | null

export interface OrganizationFacts {
  headquarters: Sourced<Headquarters & { regionName: string | null; countryName: string }>
  founded: Sourced<{ year: number }>
  ownership: Sourced<Term & { note: string | null }>
  ticker: Sourced<{ exchange: string | null; symbol: string }>
  parent: Sourced<{ name: string; organization: Link | null }>
  website: Sourced<{ url: string }>
  employees: Sourced<{ count: number; asOf: number | null }>
  overview: { text: string; sources: number[] } | null
}

const statements = prepared((drizzle) => ({
  parent: drizzle
    .select({ slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, given('id')))
    .prepare(),
  overviewSources: drizzle
    .select({ id: overviewSources.sourceId })
    .from(overviewSources)
    .where(eq(overviewSources.organizationId, given('id')))
    .orderBy(asc(overviewSources.position))
    .prepare(),
}))

export function readFacts(
  { database, vocabulary }: Reader,
  row: typeof organizations.$inferSelect,
  citations: Citations,
): OrganizationFacts {
  const words = vocabulary()
  const ownership = termOrNull(words, 'ownership', row.ownership)
  const parent = row.parentOrganizationId === null ? undefined : statements(database).parent.get({ id: row.parentOrganizationId })
  return {
    headquarters:
      row.country === null
        ? null
        : {
            city: row.city,
            region: row.region,
            country: row.country,
            regionName: row.region === null ? null : words.regionName(row.country, row.region),
            countryName: words.countryName(row.country),
            source: citations.number(row.headquartersSourceId),
          },
    founded: row.founded === null ? null : { year: row.founded, source: citations.number(row.foundedSourceId) },
    ownership: ownership && { ...ownership, note: row.ownershipNote, source: citations.number(row.ownershipSourceId) },
    ticker: row.ticker === null ? null : { exchange: row.exchange, symbol: row.ticker, source: citations.number(row.tickerSourceId) },
    parent:
      row.parentName === null
        ? null
        : { name: row.parentName, organization: parent ? organizationLink(parent) : null, source: citations.number(row.parentSourceId) },
    website: row.website === null ? null : { url: row.website, source: citations.number(row.websiteSourceId) },
    employees:
      row.employees === null ? null : { count: row.employees, asOf: row.employeesYear, source: citations.number(row.employeesSourceId) },
    overview:
      row.overview === null
        ? null
        : {
            text: row.overview,
            sources: statements(database)
              .overviewSources.all({ id: row.id })
              .map(({ id }) => citations.number(id))
              .filter((cited) => cited !== null),
          },
  }
}
