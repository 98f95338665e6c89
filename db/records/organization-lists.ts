/** The lists of an organization's record that its own rows make up: people, figures, rankings, the report. */
import { asc, eq } from 'drizzle-orm'
import type { Term } from '../question'
import { financials, people, rankingEntries, rankings, reportHeadings, reportMentions, sources } from '../schema'
import type { Citations } from './citations'
import { headingUrl } from './links'
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

export function readManagement({ database }: Reader, id: number, citations: Citations): Person[] {
  return database.drizzle
    .select()
    .from(people)
    .where(eq(people.organizationId, id))
    .orderBy(asc(people.position))
    .all()
    .map(({ name, title, asOf, sourceId }) => ({ name, title, asOf, source: citations.number(sourceId) }))
}

export function readFinancials({ database, vocabulary }: Reader, id: number, citations: Citations): FinancialRow[] {
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

export function readRankings({ database, vocabulary }: Reader, id: number, citations: Citations): RankingPlace[] {
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

export function readHeadings({ database }: Reader, id: number): Heading[] {
  return database.drizzle
    .select()
    .from(reportHeadings)
    .where(eq(reportHeadings.organizationId, id))
    .orderBy(asc(reportHeadings.position))
    .all()
    .map(describeHeading)
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
  return database.drizzle
    .select({ section: reportMentions.section, page: reportMentions.page, heading: reportMentions.heading })
    .from(reportMentions)
    .where(eq(reportMentions.organizationId, id))
    .orderBy(asc(reportMentions.position))
    .all()
    .map((mention) => ({
      ...mention,
      url: headings.find((known) => known.section === mention.section && known.heading === mention.heading)?.url ?? null,
    }))
}
