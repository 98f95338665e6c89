/** What an organization is to others, from both ends, and what its relationships to itself say of its own past. */
import { aliasedTable, and, asc, eq, ne } from 'drizzle-orm'
import { events, organizations, relationships, sources } from '../schema'
import type { DirectoryVocabulary } from '../vocabulary'
import type { Citations } from './citations'
import { type Link, organizationLink } from './links'
import { given, prepared } from './prepared'
import { partWordsOf, sameYear } from './purchases'
import type { Reader } from './reader'
import { groupsOf, type RelationshipGroup } from './relationship-groups'

/** One row of one file; several that say the same stand on one line. */
export interface Statement {
  /** The organization whose entry states it; null for the record's own. */
  by: Link | null
  /** The type as that entry has it, seen from its own end. */
  type: string
  /** The other party's name as that entry writes it (this organization's own name where another entry states it). */
  to: string
  since: number | null
  /** Of a purchase: what was bought, where it was not the whole company. */
  part: string | null
  note: string | null
  source: number | null
}

export interface Relationship {
  /** How it reads on this organization's page: "sells for", "is sold by". */
  words: string
  /** What it is about, seen from this page. */
  group: RelationshipGroup
  party: { name: string; slug: string | null; url: string | null }
  /** The earliest year that a statement gives. */
  since: number | null
  statements: Statement[]
}

export interface HistoryEntry {
  year: number | null
  /** An event of the file, or a relationship to itself: an older name, a division that was bought or joined. */
  kind: 'event' | 'relationship'
  text: string
  note: string | null
  source: number | null
}

/** A row of `relationships`, or the parent that another organization's entry names, as seen from here. */
interface Reading {
  words: string
  /** Those for the purchase of a part. */
  partWords: string
  group: RelationshipGroup
  order: number
  other: Link | null
  statement: Statement
}

const other = aliasedTable(organizations, 'other')

const statements = prepared((drizzle) => ({
  own: drizzle
    .select({ row: relationships, other: { slug: other.slug, name: other.name } })
    .from(relationships)
    .leftJoin(other, eq(other.id, relationships.toOrganizationId))
    .where(and(eq(relationships.organizationId, given('id')), ne(relationships.resolved, 'self')))
    .orderBy(asc(relationships.position))
    .prepare(),
  /** What other entries state of this organization. */
  incoming: drizzle
    .select({ row: relationships, author: { slug: organizations.slug, name: organizations.name }, source: sources })
    .from(relationships)
    .innerJoin(organizations, eq(organizations.id, relationships.organizationId))
    .leftJoin(sources, eq(sources.id, relationships.sourceId))
    .where(and(eq(relationships.toOrganizationId, given('id')), eq(relationships.resolved, 'organization')))
    .orderBy(asc(organizations.slug), asc(relationships.position))
    .prepare(),
  /** The organizations whose entries name this one as their parent. */
  children: drizzle
    .select({ child: { slug: organizations.slug, name: organizations.name, parentName: organizations.parentName }, source: sources })
    .from(organizations)
    .leftJoin(sources, eq(sources.id, organizations.parentSourceId))
    .where(eq(organizations.parentOrganizationId, given('id')))
    .orderBy(asc(organizations.slug))
    .prepare(),
  toItself: drizzle
    .select()
    .from(relationships)
    .where(and(eq(relationships.organizationId, given('id')), eq(relationships.resolved, 'self')))
    .orderBy(asc(relationships.position))
    .prepare(),
  events: drizzle
    .select()
    .from(events)
    .where(eq(events.organizationId, given('id')))
    .orderBy(asc(events.position))
    .prepare(),
}))

/**
 * The lines of an organization: its own rows, then those of other entries in the words of this end; what both state is one line.
 * They stand by type in the taxonomy's order, then as stated.
 */
export function readRelationships({ database, vocabulary }: Reader, id: number, citations: Citations): Relationship[] {
  const words = new RelationshipWords(vocabulary())
  const { own, incoming, children } = statements(database)
  const readings = own.all({ id }).map(
    ({ row, other }): Reading => ({
      ...words.here(row.type),
      other: other && organizationLink(other),
      statement: {
        by: null,
        type: row.type,
        to: row.to,
        since: row.since,
        part: row.part,
        note: row.note,
        source: citations.number(row.sourceId),
      },
    }),
  )
  for (const { row, author, source } of incoming.all({ id })) {
    const by = organizationLink(author)
    readings.push({
      ...words.there(row.type),
      other: by,
      statement: { by, type: row.type, to: row.to, since: row.since, part: row.part, note: row.note, source: citations.cite(source, by) },
    })
  }
  for (const { child, source } of children.all({ id })) {
    const by = organizationLink(child)
    const to = child.parentName ?? ''
    readings.push({
      ...words.there(PARENT_TYPE),
      other: by,
      statement: { by, type: PARENT_TYPE, to, since: null, part: null, note: null, source: citations.cite(source, by) },
    })
  }
  return merge(sayParts(readings))
}

/** What one entry says was a part is one, whether the other entry says so too or not; it stands after what was bought whole. */
function sayParts(readings: readonly Reading[]): Reading[] {
  const parts = readings.filter(({ statement }) => statement.part !== null)
  const isPart = (reading: Reading) =>
    parts.some((part) => lineOf(part) === lineOf(reading) && sameYear(part.statement.since, reading.statement.since))
  return readings.map((reading) => (isPart(reading) ? { ...reading, words: reading.partWords, order: reading.order + 0.5 } : reading))
}

/** What has one line of the page. */
const lineOf = ({ words, other, statement }: Reading) => `${words}\n${other ? `/${other.slug}` : statement.to.toLowerCase()}`

/** The events of an organization's file and its relationships to itself as one timeline, undated entries last. */
export function readHistory({ database, vocabulary }: Reader, id: number, citations: Citations): HistoryEntry[] {
  const words = new RelationshipWords(vocabulary())
  const { toItself, events } = statements(database)
  const own = toItself.all({ id }).map(
    (row): HistoryEntry => ({
      year: row.since,
      kind: 'relationship',
      text:
        [words.here(row.type)[row.part === null ? 'words' : 'partWords'], row.to].join(' ') + (row.part === null ? '' : `: ${row.part}`),
      note: row.note,
      source: citations.number(row.sourceId),
    }),
  )
  const told = events.all({ id }).map(
    (row): HistoryEntry => ({
      year: row.year,
      kind: 'event',
      text: row.event,
      note: null,
      source: citations.number(row.sourceId),
    }),
  )
  return [...own, ...told].sort((a, b) => (a.year ?? UNDATED) - (b.year ?? UNDATED))
}

/** Later than any year, so that what has none comes last. */
const UNDATED = 10_000

/** The type that says of a child what its file's `parent` says. */
const PARENT_TYPE = 'subsidiary-of'

function merge(readings: readonly Reading[]): Relationship[] {
  const lines = new Map<string, Relationship>()
  for (const reading of [...readings].sort((a, b) => a.order - b.order)) {
    const { words, group, other, statement } = reading
    const key = lineOf(reading)
    const line = lines.get(key)
    if (line === undefined) {
      const party = other ?? { name: statement.to, slug: null, url: null }
      lines.set(key, { words, group, party, since: statement.since, statements: [statement] })
    } else if (!repeats(line, statement)) {
      line.statements.push(statement)
      line.since = earlier(line.since, statement.since)
    }
  }
  return [...lines.values()]
}

const earlier = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))

/** A `parent` that the same entry also has among its relationships says nothing new. */
function repeats(line: Relationship, statement: Statement): boolean {
  return (
    statement.note === null &&
    statement.since === null &&
    line.statements.some((known) => known.by?.slug === statement.by?.slug && known.source === statement.source)
  )
}

/** The words of each relationship type from either end, and the place of those words among all. */
class RelationshipWords {
  readonly #ends = new Map<string, { here: string; there: string }>()
  readonly #places = new Map<string, number>()

  constructor(vocabulary: DirectoryVocabulary) {
    const terms = vocabulary.terms('relationship')
    for (const term of terms) {
      this.#ends.set(term.id, { here: term.label, there: String(term.details?.inverseLabel ?? term.label) })
      this.#place(term.label)
    }
    for (const { there } of this.#ends.values()) this.#place(there)
  }

  here(type: string) {
    return this.#read(this.#ends.get(type)?.here ?? type, partWordsOf(type)?.here, groupsOf(type).here)
  }

  there(type: string) {
    return this.#read(this.#ends.get(type)?.there ?? type, partWordsOf(type)?.there, groupsOf(type).there)
  }

  #place(words: string) {
    if (!this.#places.has(words)) this.#places.set(words, this.#places.size)
  }

  #read(words: string, partWords: string | undefined, group: RelationshipGroup) {
    return { words, partWords: partWords ?? words, group, order: this.#places.get(words) ?? this.#places.size }
  }
}
