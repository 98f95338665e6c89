/** Published rankings as they were published, each place with the company it is of. */
import { asc, count, eq } from 'drizzle-orm'
import type { Term } from '../question'
import { type Link, organizationLink, rankingUrl } from '../records/links'
import { given, prepared } from '../records/prepared'
import { type Reader, termOf } from '../records/reader'
import { organizations, rankingEntries, rankings, sources } from '../schema'
import type { FigureSource } from './ranked'

export interface Ranking {
  slug: string
  url: string
  /** What the lists of one publisher have in common whose slugs differ by the year alone: `varbusiness-500`. */
  series: string
  title: string
  publisher: string
  year: number
  metric: Term
  /** The year that the figures are of. */
  metricYear: number | null
  currency: string | null
  /** Whether every place of the published list is here. */
  complete: boolean
  /** How many places are here, and how many of them belong to a company of the directory. */
  places: number
  linked: number
}

export interface RankingPlace {
  rank: number
  /** The name as the list prints it. */
  name: string
  organization: Link | null
  amount: number | null
  source: FigureSource | null
}

export interface PublishedRanking extends Ranking {
  entries: RankingPlace[]
  /** The lists of its series by year, itself among them; it alone where it has no others. */
  editions: Ranking[]
  /** Whoever stands on any of those, by the best rank. */
  sideBySide: EditionRow[]
}

export interface EditionRow {
  name: string
  organization: Link | null
  /** For each edition the place there; null where the list or what is here of it does not have the name. */
  places: (Pick<RankingPlace, 'rank' | 'amount'> | null)[]
}

const statements = prepared((drizzle) => ({
  all: drizzle.select().from(rankings).orderBy(asc(rankings.year), asc(rankings.slug)).prepare(),
  counts: drizzle
    .select({ id: rankingEntries.rankingId, places: count(), linked: count(rankingEntries.organizationId) })
    .from(rankingEntries)
    .groupBy(rankingEntries.rankingId)
    .prepare(),
  entries: drizzle
    .select({ entry: rankingEntries, organization: { slug: organizations.slug, name: organizations.name }, source: sources })
    .from(rankings)
    .innerJoin(rankingEntries, eq(rankingEntries.rankingId, rankings.id))
    .leftJoin(organizations, eq(organizations.id, rankingEntries.organizationId))
    .leftJoin(sources, eq(sources.id, rankingEntries.sourceId))
    .where(eq(rankings.slug, given('slug')))
    .orderBy(asc(rankingEntries.rank), asc(rankingEntries.position))
    .prepare(),
}))

/** Every ranking, those of one year by slug. */
export function readRankings({ database, vocabulary }: Reader): Ranking[] {
  const words = vocabulary()
  const { all, counts } = statements(database)
  const counted = new Map(counts.all().map((row) => [row.id, row]))
  return all.all().map(({ id, slug, title, publisher, year, metric, metricYear, currency, complete }) => ({
    slug,
    url: rankingUrl(slug),
    series: seriesOf(slug),
    title,
    publisher,
    year,
    metric: termOf(words, 'metric', metric),
    metricYear,
    currency,
    complete,
    places: counted.get(id)?.places ?? 0,
    linked: counted.get(id)?.linked ?? 0,
  }))
}

/** One ranking with its places, and beside it the other years of its series; null where there is none of that slug. */
export function readRanking(reader: Reader, slug: string): PublishedRanking | null {
  const all = readRankings(reader)
  const ranking = all.find((each) => each.slug === slug)
  if (ranking === undefined) return null
  const editions = all.filter(({ series }) => series === ranking.series)
  const places = editions.map((edition) => readPlaces(reader, edition.slug))
  return { ...ranking, entries: places[editions.indexOf(ranking)] ?? [], editions, sideBySide: compareEditions(places) }
}

/** The slug without the year, or the year and quarter, that it ends with. */
const seriesOf = (slug: string) => slug.replace(/-\d{4}(-q\d)?$/, '')

function readPlaces({ database }: Reader, slug: string): RankingPlace[] {
  return statements(database)
    .entries.all({ slug })
    .map(({ entry, organization, source }) => ({
      rank: entry.rank,
      name: entry.name,
      organization: organization && organizationLink(organization),
      amount: entry.amount,
      source: source && { url: source.url, title: source.title, publisher: source.publisher, date: source.date },
    }))
}

/** A company is one row whatever name each list prints; a name that is no company's here is a row of its own. */
function compareEditions(editions: readonly RankingPlace[][]): EditionRow[] {
  const rows = new Map<string, EditionRow>()
  editions.forEach((places, edition) => {
    for (const { name, organization, rank, amount } of places) {
      const key = organization?.url ?? name
      const row = rows.get(key) ?? { name: organization?.name ?? name, organization, places: editions.map(() => null) }
      row.places[edition] ??= { rank, amount }
      rows.set(key, row)
    }
  })
  const best = (row: EditionRow) => Math.min(...row.places.map((place) => place?.rank ?? Number.POSITIVE_INFINITY))
  return [...rows.values()].sort((a, b) => best(a) - best(b))
}
