/** The lists of an organization's record that its own rows make up: people, figures, rankings, the report. */
import { asc, eq } from 'drizzle-orm'
import type { Term } from '../question'
import { financials, people, rankingEntries, rankings, reportHeadings, reportMentions, sources } from '../schema'
import type { Citations } from './citations'
import { headingUrl, rankingUrl } from './links'
import { given, prepared } from './prepared'
import { type Reader, termOf } from './reader'

export interface Person {
  name: string
  title: string
  asOf: number | null
  source: number | null
}

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

/** A heading of the report's table of contents that is about the organization. */
export interface Heading {
  section: number
  page: number
  kind: 'topic' | 'supplier' | 'product' | 'subsection'
  heading: string
  url: string
}

/** A place in the report that the organization's file names; `url` leads to it where the table of contents has the heading. */
export interface Mention {
  section: number
  page: number
  heading: string
  url: string | null
}

const statements = prepared((drizzle) => ({
  people: drizzle
    .select()
    .from(people)
    .where(eq(people.organizationId, given('id')))
    .orderBy(asc(people.position))
    .prepare(),
  financials: drizzle
    .select()
    .from(financials)
    .where(eq(financials.organizationId, given('id')))
    .orderBy(asc(financials.position))
    .prepare(),
  rankings: drizzle
    .select({ entry: rankingEntries, ranking: rankings, source: sources })
    .from(rankingEntries)
    .innerJoin(rankings, eq(rankings.id, rankingEntries.rankingId))
    .leftJoin(sources, eq(sources.id, rankingEntries.sourceId))
    .where(eq(rankingEntries.organizationId, given('id')))
    .orderBy(asc(rankings.year), asc(rankings.slug), asc(rankingEntries.position))
    .prepare(),
  headings: drizzle
    .select()
    .from(reportHeadings)
    .where(eq(reportHeadings.organizationId, given('id')))
    .orderBy(asc(reportHeadings.position))
    .prepare(),
  mentions: drizzle
    .select({ section: reportMentions.section, page: reportMentions.page, heading: reportMentions.heading })
    .from(reportMentions)
    .where(eq(reportMentions.organizationId, given('id')))
    .orderBy(asc(reportMentions.position))
    .prepare(),
}))

export function readManagement({ database }: Reader, id: number, citations: Citations): Person[] {
  const rows = statements(database).people.all({ id })
  return rows.map(({ name, title, asOf, sourceId }) => ({ name, title, asOf, source: citations.number(sourceId) }))
}

export function readFinancials({ database, vocabulary }: Reader, id: number, citations: Citations): FinancialRow[] {
  const words = vocabulary()
  const rows = statements(database).financials.all({ id })
  return rows.map((row) => ({
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

export function readRankings({ database, vocabulary }: Reader, id: number, citations: Citations): RankingPlace[] {
  const words = vocabulary()
  const rows = statements(database).rankings.all({ id })
  return rows.map(({ entry, ranking, source }) => ({
    slug: ranking.slug,
    title: ranking.title,
    publisher: ranking.publisher,
    year: ranking.year,
    metric: termOf(words, 'metric', ranking.metric),
    metricYear: ranking.metricYear,
    currency: ranking.currency,
    complete: ranking.complete,
    rank: entry.rank,
    name: entry.name,
    amount: entry.amount,
    source: citations.cite(source, { slug: ranking.slug, name: ranking.title, url: rankingUrl(ranking.slug) }),
  }))
}

export function readHeadings({ database }: Reader, id: number): Heading[] {
  return statements(database).headings.all({ id }).map(describeHeading)
}

/** A row of the table of contents as a record shows it. */
export const describeHeading = ({ section, page, kind, heading, position }: typeof reportHeadings.$inferSelect): Heading => ({
  section,
  page,
  kind,
  heading,
  url: headingUrl(position),
})

/** @param headings What the table of contents has of the organization. */
export function readMentions({ database }: Reader, id: number, headings: readonly Heading[]): Mention[] {
  const rows = statements(database).mentions.all({ id })
  return rows.map((mention) => ({
    ...mention,
    url: headings.find((known) => known.section === mention.section && known.heading === mention.heading)?.url ?? null,
  }))
}
