/** One organization with everything the directory knows of it, each fact with the number of its source. */
import { asc, eq } from 'drizzle-orm'
import type { Term } from '../question'
import { aliases, gaps, organizations, organizationTerms, sources } from '../schema'
import { Citations, type Source } from './citations'
import { categoryUrl, organizationUrl } from './links'
import { type OrganizationFacts, readFacts } from './organization-facts'
import {
  type FinancialRow,
  type Heading,
  type Mention,
  type Person,
  type RankingPlace,
  readFinancials,
  readHeadings,
  readManagement,
  readMentions,
  readRankings,
} from './organization-lists'
import { given, prepared } from './prepared'
import { describeProducts, type ProductFacts, readProductRows } from './products-of'
import { osTerm, type Reader, termOf } from './reader'
import { type HistoryEntry, type Relationship, readHistory, readRelationships } from './relationships'
import { describeTier, type Tier } from './tier'

export interface OrganizationRecord extends OrganizationFacts {
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
  management: Person[]
  financials: FinancialRow[]
  products: ProductFacts[]
  relationships: Relationship[]
  history: HistoryEntry[]
  rankings: RankingPlace[]
  mentions: Mention[]
  headings: Heading[]
  /** What was looked for and not found, in the words of its file. */
  gaps: string[]
  /** Facts that are simply not there and that no gap speaks of, by their name in this record. */
  absent: string[]
  sources: Source[]
}

/** Read an organization by its slug, as it stands at one moment; null where there is none. */
export function readOrganization(reader: Reader, slug: string): OrganizationRecord | null {
  return reader.database.sqlite.transaction(() => read(reader, slug))()
}

const statements = prepared((drizzle) => ({
  organization: drizzle
    .select()
    .from(organizations)
    .where(eq(organizations.slug, given('slug')))
    .prepare(),
  sources: drizzle
    .select()
    .from(sources)
    .where(eq(sources.organizationId, given('id')))
    .orderBy(asc(sources.position))
    .prepare(),
  aliases: drizzle
    .select()
    .from(aliases)
    .where(eq(aliases.organizationId, given('id')))
    .orderBy(asc(aliases.position))
    .prepare(),
  gaps: drizzle
    .select()
    .from(gaps)
    .where(eq(gaps.organizationId, given('id')))
    .orderBy(asc(gaps.position))
    .prepare(),
  terms: drizzle
    .select()
    .from(organizationTerms)
    .where(eq(organizationTerms.organizationId, given('id')))
    .orderBy(asc(organizationTerms.position))
    .prepare(),
}))

function read(reader: Reader, slug: string): OrganizationRecord | null {
  const stored = statements(reader.database)
  const row = stored.organization.get({ slug })
  if (row === undefined) return null
  const citations = new Citations(stored.sources.all({ id: row.id }))
  const number = (id: number | null) => citations.number(id)
  const facts = readFacts(reader, row, citations)
  const lists = {
    management: readManagement(reader, row.id, citations),
    financials: readFinancials(reader, row.id, citations),
    products: describeProducts(reader, row.slug, readProductRows(reader, row.id), number),
    relationships: readRelationships(reader, row.id, citations),
  }
  const headings = readHeadings(reader, row.id)
  const notFound = stored.gaps.all({ id: row.id }).map(({ gap }) => gap)
  return {
    slug: row.slug,
    name: row.name,
    url: organizationUrl(row.slug),
    legalName: row.legalName,
    aliases: stored.aliases.all({ id: row.id }).map((alias) => alias.name),
    tier: describeTier(reader.vocabulary(), row, number(row.tierSourceId)),
    ...readClassification(reader, row.id, lists.products),
    ...facts,
    ...lists,
    history: readHistory(reader, row.id, citations),
    rankings: readRankings(reader, row.id, citations),
    mentions: readMentions(reader, row.id, headings),
    headings,
    gaps: notFound,
    absent: absent({ ...facts, ...lists }, notFound),
    sources: citations.list(),
  }
}

type Classification = Pick<OrganizationRecord, 'roles' | 'segments' | 'os' | 'hal' | 'categories'>

function readClassification({ database, vocabulary }: Reader, id: number, products: readonly ProductFacts[]): Classification {
  const words = vocabulary()
  const rows = statements(database).terms.all({ id })
  const own = (kind: (typeof rows)[number]['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ term }) => (kind === 'os' ? osTerm(words, term) : termOf(words, kind, term)))
  return {
    roles: own('role'),
    segments: distinct([...own('segment'), ...products.map((product) => product.segment)]),
    os: distinct([...own('os'), ...products.flatMap((product) => product.os)]),
    hal: distinct([...own('hal'), ...products.flatMap((product) => product.hal ?? [])]).toSorted(
      (a, b) => Number(a.value) - Number(b.value),
    ),
    categories: own('category').map((category) => {
      const term = words.term('category', category.value)
      return { ...category, url: categoryUrl(category.value), section: term?.section ?? null, page: term?.page ?? null }
    }),
  }
}

const distinct = (terms: readonly Term[]) => [...new Map(terms.map((term) => [term.value, term])).values()]

type Lists = Pick<OrganizationRecord, 'management' | 'financials' | 'products' | 'relationships'>

/** A ticker is missed only of a public organization, a parent only of one that is said to have one. */
function absent(record: OrganizationFacts & Lists, known: readonly string[]): string[] {
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
