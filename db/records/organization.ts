/** One organization with everything the directory knows of it, each fact with the number of its source. */
import { asc, eq } from 'drizzle-orm'
import type { Headquarters } from '../answer'
import type { Term } from '../question'
import {
  aliases,
  financials,
  gaps,
  organizations,
  organizationTerms,
  overviewSources,
  people,
  rankingEntries,
  rankings,
  reportHeadings,
  reportMentions,
  sources,
} from '../schema'
import { Citations, type Source } from './citations'
import { categoryUrl, headingUrl, type Link, organizationLink, organizationUrl } from './links'
import { describeProducts, type ProductFacts, readProductRows } from './products-of'
import { osTerm, type Reader, termOf, termOrNull } from './reader'
import { type HistoryEntry, type Relationship, readHistory, readRelationships } from './relationships'
import { describeTier, type Tier } from './tier'

/** A fact and the number of the source that states it. */
type Sourced<Fact> = (Fact & { source: number | null }) | null

export interface FinancialRow {
  fiscalYear: number
  metric: Term
  amount: number
  /** Null for a plain count. */
  currency: string | null
  usd: number | null
  /** The part of the organization the figure is about; null for the whole. */
  scope: string | null
  period: Term
  periodEnd: string | null
  basis: Term
  note: string | null
  source: number | null
}

export interface RankingPlace {
  slug: string
  title: string
  publisher: string
  year: number
  metric: Term
  metricYear: number | null
  currency: string | null
  /** Whether the directory holds every place of the published list. */
  complete: boolean
  rank: number
  /** The name as the list prints it. */
  name: string
  amount: number | null
  source: number | null
}

export interface OrganizationRecord {
  slug: string
  name: string
  url: string
  legalName: string | null
  aliases: string[]
  roles: Term[]
  tier: Tier
  /** Of its own entry, then of its products; `os` and `hal` likewise. */
  segments: Term[]
  os: Term[]
  hal: Term[]
  categories: (Term & { url: string; section: number | null; page: number | null })[]
  headquarters: Sourced<Headquarters & { regionName: string | null; countryName: string }>
  founded: Sourced<{ year: number }>
  ownership: Sourced<Term & { note: string | null }>
  ticker: Sourced<{ exchange: string | null; symbol: string }>
  parent: Sourced<{ name: string; organization: Link | null }>
  website: Sourced<{ url: string }>
  employees: Sourced<{ count: number; asOf: number | null }>
  overview: { text: string; sources: number[] } | null
  management: { name: string; title: string; asOf: number | null; source: number | null }[]
  financials: FinancialRow[]
  products: ProductFacts[]
  relationships: Relationship[]
  history: HistoryEntry[]
  rankings: RankingPlace[]
  /** Where the report names it, as its own file says. */
  mentions: { section: number; page: number; heading: string }[]
  /** The headings of the report's table of contents that are about it. */
  headings: { section: number; page: number; heading: string; url: string }[]
  /** What was looked for and not found, in the words of its file. */
  gaps: string[]
  /** Facts that are simply not there and that no gap speaks of, by their name in this record. */
  absent: string[]
  sources: Source[]
}

/** Read an organization by its slug; null where there is none. */
export function readOrganization(reader: Reader, slug: string): OrganizationRecord | null {
  const { drizzle } = reader.database
  const words = reader.vocabulary()
  const row = drizzle.select().from(organizations).where(eq(organizations.slug, slug)).get()
  if (row === undefined) return null
  const citations = new Citations(
    drizzle.select().from(sources).where(eq(sources.organizationId, row.id)).orderBy(asc(sources.position)).all(),
  )
  const number = (id: number | null) => citations.number(id)
  const facts = readFacts(reader, row, citations)
  const products = describeProducts(reader, row.slug, readProductRows(reader, row.id), number)
  const own = drizzle
    .select()
    .from(organizationTerms)
    .where(eq(organizationTerms.organizationId, row.id))
    .orderBy(asc(organizationTerms.position))
    .all()
  const terms = (kind: (typeof own)[number]['kind'], ofProducts: Term[] = []) => {
    const values = own
      .filter((term) => term.kind === kind)
      .map(({ term }) => (kind === 'os' ? osTerm(words, term) : termOf(words, kind, term)))
    return [...new Map([...values, ...ofProducts].map((term) => [term.value, term])).values()]
  }
  const lists = {
    management: readManagement(reader, row.id, citations),
    financials: readFinancials(reader, row.id, citations),
    products,
    relationships: readRelationships(reader, row, citations),
  }
  const missing = drizzle.select({ gap: gaps.gap }).from(gaps).where(eq(gaps.organizationId, row.id)).orderBy(asc(gaps.position)).all()
  const gapTexts = missing.map(({ gap }) => gap)
  return {
    slug: row.slug,
    name: row.name,
    url: organizationUrl(row.slug),
    legalName: row.legalName,
    aliases: drizzle
      .select({ name: aliases.name })
      .from(aliases)
      .where(eq(aliases.organizationId, row.id))
      .orderBy(asc(aliases.position))
      .all()
      .map((alias) => alias.name),
    roles: terms('role'),
    tier: describeTier(words, row, number(row.tierSourceId)),
    segments: terms(
      'segment',
      products.map((product) => product.segment),
    ),
    os: terms(
      'os',
      products.flatMap((product) => product.os),
    ),
    hal: terms(
      'hal',
      products.flatMap((product) => product.hal ?? []),
    ).toSorted((a, b) => Number(a.value) - Number(b.value)),
    categories: terms('category').map((category) => {
      const term = words.term('category', category.value)
      return { ...category, url: categoryUrl(category.value), section: term?.section ?? null, page: term?.page ?? null }
    }),
    ...facts,
    ...lists,
    history: readHistory(reader, row, citations),
    rankings: readRankings(reader, row.id, citations),
    mentions: drizzle
      .select({ section: reportMentions.section, page: reportMentions.page, heading: reportMentions.heading })
      .from(reportMentions)
      .where(eq(reportMentions.organizationId, row.id))
      .orderBy(asc(reportMentions.position))
      .all(),
    headings: drizzle
      .select()
      .from(reportHeadings)
      .where(eq(reportHeadings.organizationId, row.id))
      .orderBy(asc(reportHeadings.position))
      .all()
      .map(({ section, page, heading, position }) => ({ section, page, heading, url: headingUrl(position) })),
    gaps: gapTexts,
    absent: absent({ ...facts, ...lists }, gapTexts),
    sources: citations.list(),
  }
}

type Row = typeof organizations.$inferSelect
type Facts = Pick<OrganizationRecord, 'headquarters' | 'founded' | 'ownership' | 'ticker' | 'parent' | 'website' | 'employees' | 'overview'>

function readFacts({ database, vocabulary }: Reader, row: Row, citations: Citations): Facts {
  const words = vocabulary()
  const ownership = termOrNull(words, 'ownership', row.ownership)
  const parent =
    row.parentOrganizationId === null
      ? undefined
      : database.drizzle
          .select({ slug: organizations.slug, name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, row.parentOrganizationId))
          .get()
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
            sources: database.drizzle
              .select({ id: overviewSources.sourceId })
              .from(overviewSources)
              .where(eq(overviewSources.organizationId, row.id))
              .orderBy(asc(overviewSources.position))
              .all()
              .map(({ id }) => citations.number(id))
              .filter((cited) => cited !== null),
          },
  }
}

function readManagement({ database }: Reader, id: number, citations: Citations): OrganizationRecord['management'] {
  return database.drizzle
    .select()
    .from(people)
    .where(eq(people.organizationId, id))
    .orderBy(asc(people.position))
    .all()
    .map(({ name, title, asOf, sourceId }) => ({ name, title, asOf, source: citations.number(sourceId) }))
}

function readFinancials({ database, vocabulary }: Reader, id: number, citations: Citations): FinancialRow[] {
  const words = vocabulary()
  return database.drizzle
    .select()
    .from(financials)
    .where(eq(financials.organizationId, id))
    .orderBy(asc(financials.position))
    .all()
    .map((row) => ({
      fiscalYear: row.fiscalYear,
      metric: termOf(words, 'metric', row.metric),
      amount: row.amount,
      currency: row.currency,
      usd: row.usd,
      scope: row.scope,
      period: termOf(words, 'period', row.period),
      periodEnd: row.periodEnd,
      basis: termOf(words, 'basis', row.basis),
      note: row.note,
      source: citations.number(row.sourceId),
    }))
}

function readRankings({ database, vocabulary }: Reader, id: number, citations: Citations): RankingPlace[] {
  return database.drizzle
    .select({ entry: rankingEntries, ranking: rankings, source: sources })
    .from(rankingEntries)
    .innerJoin(rankings, eq(rankings.id, rankingEntries.rankingId))
    .leftJoin(sources, eq(sources.id, rankingEntries.sourceId))
    .where(eq(rankingEntries.organizationId, id))
    .orderBy(asc(rankings.year), asc(rankings.slug), asc(rankingEntries.position))
    .all()
    .map(({ entry, ranking, source }) => ({
      slug: ranking.slug,
      title: ranking.title,
      publisher: ranking.publisher,
      year: ranking.year,
      metric: termOf(vocabulary(), 'metric', ranking.metric),
      metricYear: ranking.metricYear,
      currency: ranking.currency,
      complete: ranking.complete,
      rank: entry.rank,
      name: entry.name,
      amount: entry.amount,
      source: citations.cite(source, { name: ranking.title, url: null }),
    }))
}

type Expected = Omit<Facts, 'ticker' | 'parent'> &
  Pick<OrganizationRecord, 'management' | 'financials' | 'products' | 'relationships' | 'ticker' | 'parent'>

/** A ticker is missed only of a public organization, a parent only of one that is said to have one. */
function absent(record: Expected, known: readonly string[]): string[] {
  const named = new Set(known.map((gap) => gap.split(/[^A-Za-z]/)[0]))
  const applies = (fact: string) => {
    if (fact === 'ticker') return record.ownership?.value === 'public'
    if (fact === 'parent') return record.ownership?.value === 'subsidiary' || record.ownership?.value === 'division'
    return true
  }
  return Object.entries(record)
    .filter(([fact, value]) => (value === null || (Array.isArray(value) && value.length === 0)) && applies(fact) && !named.has(fact))
    .map(([fact]) => fact)
}
