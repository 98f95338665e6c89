/**
 * Organizations like another one, and why. What two have in common counts by its rarity: a segment that few are in says more than one that
 * half the directory is in. Being named as competitors, or having the same competitor, counts most. Who shares neither a segment or list of
 * the report nor a competitor is not similar, whatever tier and place they have in common.
 */
import { and, count, eq, inArray, max } from 'drizzle-orm'
import type { Term } from '../question'
import { organizations, organizationTerms } from '../schema'
import type { DirectoryVocabulary } from '../vocabulary'
import { competitorsOf } from './competitors'
import { type Link, organizationLink } from './links'
import { given, prepared } from './prepared'
import { osTerm, type Reader, termOf } from './reader'

export interface Similar extends Link {
  tier: number | null
  tierEstimated: boolean
  because: Reasons
}

/** What it has in common with the organization it is like; of several things of a kind the rarest first. */
export interface Reasons {
  /** One names the other as its competitor. */
  competes: boolean
  /** Whom both compete with. */
  competitors: Link[]
  segments: Term[]
  categories: Term[]
  os: Term[]
  roles: Term[]
  /** The tier, where it is the same. */
  tier: Term | null
  /** The name of the state or province of both. */
  region: string | null
}

type Kind = (typeof organizationTerms.$inferSelect)['kind']

/** How much a thing in common counts, times its rarity. */
const WEIGHTS: { readonly [kind in Kind]: number } = { segment: 1, category: 0.7, os: 0.3, role: 0.3, hal: 0 }
/** What makes an organization a candidate. */
const LEADING: readonly Kind[] = ['segment', 'category']
const COMPETES = 3
const SAME_COMPETITOR = 1.5
/** More competitors in common than this count no further. */
const MOST_COMPETITORS = 2
const SAME_TIER = 0.5
const SAME_REGION = 0.5
/** How many holders of segments and lists are looked at, those of the rarest first, and how many organizations then closely. */
const LOOKED_AT = 1_500
const CLOSELY = 40
const MOST = 6

const statements = prepared((drizzle) => {
  const ofTerm = and(eq(organizationTerms.kind, given('kind')), eq(organizationTerms.term, given('term')))
  return {
    self: drizzle
      .select()
      .from(organizations)
      .where(eq(organizations.slug, given('slug')))
      .prepare(),
    /** As good as their number, and read at once. */
    lastId: drizzle
      .select({ id: max(organizations.id) })
      .from(organizations)
      .prepare(),
    terms: drizzle
      .select()
      .from(organizationTerms)
      .where(eq(organizationTerms.organizationId, given('id')))
      .prepare(),
    holders: drizzle.select({ count: count() }).from(organizationTerms).where(ofTerm).prepare(),
    firstHolders: drizzle
      .select({ id: organizationTerms.organizationId })
      .from(organizationTerms)
      .where(ofTerm)
      .limit(given('most'))
      .prepare(),
  }
})

interface Trait {
  kind: Kind
  term: string
  holders: number
  weight: number
}

/** The organizations most like the one with that slug, at most six; none where there is no such organization. */
export function readSimilar(reader: Reader, slug: string): Similar[] {
  return reader.database.sqlite.transaction(() => {
    const self = statements(reader.database).self.get({ slug })
    return self === undefined ? [] : mostSimilar(reader, self)
  })()
}

type Row = typeof organizations.$inferSelect

function mostSimilar(reader: Reader, self: Row): Similar[] {
  const traits = readTraits(reader, self.id)
  const competitors = competitorsOf(reader, [self.id]).get(self.id) ?? new Set()
  const inCommon = sharedCompetitors(reader, self.id, competitors)
  const scores = holdersOf(reader, self.id, traits)
  for (const [id, shared] of inCommon) add(scores, id, competitionScore(false, shared))
  for (const id of competitors) add(scores, id, COMPETES)
  const candidates = [...scores]
    .toSorted(([idA, a], [idB, b]) => b - a || idA - idB)
    .slice(0, CLOSELY)
    .map(([id]) => id)

  const terms = readTerms(reader, candidates)
  const rows = readRows(reader, [...new Set([...candidates, ...competitors])])
  return candidates
    .flatMap((id) => {
      const row = rows.get(id)
      if (row === undefined) return []
      const held = terms.get(id) ?? new Set()
      const shared = traits.filter(({ kind, term }) => held.has(keyOf(kind, term)))
      const competes = competitors.has(id)
      const common = inCommon.get(id) ?? []
      const same = { tier: row.tier !== null && row.tier === self.tier, region: sameRegion(row, self) }
      const breadth = Math.sqrt([...held].filter((key) => LEADING.some((kind) => key.startsWith(kind))).length || 1)
      const score =
        sum(shared.map(({ weight }) => weight)) / breadth +
        competitionScore(competes, common) +
        (same.tier ? SAME_TIER : 0) +
        (same.region ? SAME_REGION : 0)
      const named = common.flatMap((competitor) => rows.get(competitor) ?? [])
      return { score, similar: describe(reader, row, { shared, competes, named, same }) }
    })
    .toSorted((a, b) => b.score - a.score || (a.similar.slug < b.similar.slug ? -1 : 1))
    .slice(0, MOST)
    .map(({ similar }) => similar)
}

const competitionScore = (competes: boolean, common: readonly number[]) =>
  (competes ? COMPETES : 0) + SAME_COMPETITOR * Math.min(common.length, MOST_COMPETITORS)

const sameRegion = (a: Row, b: Row) => a.region !== null && a.region === b.region && a.country === b.country

/** The terms of an organization that count, the rarest first. */
function readTraits({ database, vocabulary }: Reader, id: number): Trait[] {
  const { terms, holders, lastId } = statements(database)
  const all = lastId.get()?.id ?? 1
  const known = counts(vocabulary())
  return terms
    .all({ id })
    .filter(({ kind }) => WEIGHTS[kind] > 0)
    .map(({ kind, term }) => {
      const key = keyOf(kind, term)
      const having = known.get(key) ?? holders.get({ kind, term })?.count ?? 1
      known.set(key, having)
      return { kind, term, holders: having, weight: WEIGHTS[kind] * Math.log(Math.max(all / having, 1)) }
    })
    .toSorted((a, b) => a.holders - b.holders)
}

/** How many organizations have a term, counted once for as long as the data stay the same: so long lives their vocabulary. */
const kept = new WeakMap<DirectoryVocabulary, Map<string, number>>()

function counts(vocabulary: DirectoryVocabulary): Map<string, number> {
  const known = kept.get(vocabulary) ?? new Map<string, number>()
  kept.set(vocabulary, known)
  return known
}

/** Who has one of its segments or is on one of its lists, with the weight of all of these; those of the rarest as far as they go. */
function holdersOf({ database }: Reader, self: number, traits: readonly Trait[]): Map<number, number> {
  const scores = new Map<number, number>()
  let left = LOOKED_AT
  for (const { kind, term, weight } of traits) {
    if (left <= 0 || !LEADING.includes(kind)) continue
    const holders = statements(database).firstHolders.all({ kind, term, most: left })
    for (const { id } of holders) if (id !== self) add(scores, id, weight)
    left -= holders.length
  }
  return scores
}

/** Those with which it shares competitors, and which these are. */
function sharedCompetitors(reader: Reader, self: number, competitors: ReadonlySet<number>): Map<number, number[]> {
  const shared = new Map<number, number[]>()
  for (const [competitor, others] of competitorsOf(reader, [...competitors])) {
    for (const other of others) if (other !== self) shared.set(other, [...(shared.get(other) ?? []), competitor])
  }
  return shared
}

function readTerms({ database }: Reader, ids: readonly number[]): Map<number, Set<string>> {
  const terms = new Map<number, Set<string>>()
  const rows = database.drizzle
    .select()
    .from(organizationTerms)
    .where(inArray(organizationTerms.organizationId, [...ids]))
    .all()
  for (const { organizationId, kind, term } of rows) {
    terms.set(organizationId, (terms.get(organizationId) ?? new Set()).add(keyOf(kind, term)))
  }
  return terms
}

function readRows({ database }: Reader, ids: readonly number[]): Map<number, Row> {
  const rows = database.drizzle
    .select()
    .from(organizations)
    .where(inArray(organizations.id, [...ids]))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

interface Found {
  shared: readonly Trait[]
  competes: boolean
  named: readonly Row[]
  same: { tier: boolean; region: boolean }
}

function describe({ vocabulary }: Reader, row: Row, { shared, competes, named, same }: Found): Similar {
  const words = vocabulary()
  const of = (kind: Kind) =>
    shared.filter((trait) => trait.kind === kind).map(({ term }) => (kind === 'os' ? osTerm(words, term) : termOf(words, kind, term)))
  return {
    ...organizationLink(row),
    tier: row.tier,
    tierEstimated: row.tierEstimated,
    because: {
      competes,
      competitors: named.map(organizationLink),
      segments: of('segment'),
      categories: of('category'),
      os: of('os'),
      roles: of('role'),
      tier: same.tier ? termOf(words, 'tier', String(row.tier)) : null,
      region: same.region && row.country !== null && row.region !== null ? words.regionName(row.country, row.region) : null,
    },
  }
}

const keyOf = (kind: Kind, term: string) => `${kind} ${term}`

const add = (scores: Map<number, number>, id: number, weight: number) => scores.set(id, (scores.get(id) ?? 0) + weight)

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
