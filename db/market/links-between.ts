/** What companies are to one another, as pictures count it: each statement of an entry that names another company, with its source. */
import type { Directory } from '../directory'
import { type Link, organizationLink } from '../records/links'
import type { FigureSource } from './ranked'

export interface Party extends Link {
  id: number
}

/** One row of one entry. */
export interface Statement {
  type: string
  /** Whose entry states it. */
  by: Party
  /** The other party, as the entry writes it; `other` is null where that is no company of the directory. */
  to: string
  other: Party | null
  since: number | null
  /** Of a purchase: what was bought, where it was not the whole company. */
  part: string | null
  note: string | null
  source: FigureSource | null
}

interface Row {
  type: string
  to: string
  since: number | null
  part: string | null
  note: string | null
  byId: number
  bySlug: string
  byName: string
  otherId: number | null
  otherSlug: string | null
  otherName: string | null
  url: string | null
  title: string | null
  publisher: string | null
  date: string | null
}

const COLUMNS = `relationships.type, relationships."to", since, part, relationships.note, author.id AS byId, author.slug AS bySlug, author.name AS byName,
  other.id AS otherId, other.slug AS otherSlug, other.name AS otherName, sources.url, sources.title, sources.publisher, sources.date`
const JOINED = `JOIN organizations AS author ON author.id = relationships.organization_id
  LEFT JOIN organizations AS other ON other.id = relationships.to_organization_id LEFT JOIN sources ON sources.id = relationships.source_id`

/** What the entries of some companies state, then what other entries state of them; a name of the company's own is left to `toItself`. */
const OF_THEM = `SELECT ${COLUMNS} FROM json_each(:ids) AS wanted CROSS JOIN relationships ON relationships.organization_id = wanted.value ${JOINED}
    WHERE resolved <> 'self' AND relationships.type IN (SELECT value FROM json_each(:types))
  UNION SELECT ${COLUMNS} FROM json_each(:ids) AS wanted CROSS JOIN relationships ON relationships.to_organization_id = wanted.value ${JOINED}
    WHERE resolved = 'organization' AND relationships.type IN (SELECT value FROM json_each(:types))
  ORDER BY bySlug, since, "to"`
const TO_ITSELF = `SELECT ${COLUMNS} FROM json_each(:ids) AS wanted CROSS JOIN relationships ON relationships.organization_id = wanted.value ${JOINED}
    WHERE resolved = 'self' AND relationships.type IN (SELECT value FROM json_each(:types)) ORDER BY bySlug, since, "to"`

const BETWEEN = `SELECT ${COLUMNS} FROM relationships ${JOINED} WHERE relationships.organization_id = :a AND to_organization_id = :b
    AND resolved = 'organization' AND relationships.type IN (SELECT value FROM json_each(:types))
  UNION ALL SELECT ${COLUMNS} FROM relationships ${JOINED} WHERE relationships.organization_id = :b AND to_organization_id = :a
    AND resolved = 'organization' AND relationships.type IN (SELECT value FROM json_each(:types)) LIMIT 1`

type Ids = Iterable<number>

/** Every statement of these types in which one of some companies is a party. */
export const readStatements = (directory: Pick<Directory, 'database'>, ids: Ids, types: readonly string[]): Statement[] =>
  read(directory, OF_THEM, ids, types)

/** What entries state of a name that is the company's own: an earlier one, or a part of it. */
export const readOwnNames = (directory: Pick<Directory, 'database'>, ids: Ids, types: readonly string[]): Statement[] =>
  read(directory, TO_ITSELF, ids, types)

/** The first statement of these types that one of two companies makes of the other. */
export function readBetween(
  { database }: Pick<Directory, 'database'>,
  a: number,
  b: number,
  types: readonly string[],
): Statement | undefined {
  const row = database.sqlite.prepare(BETWEEN).get({ a, b, types: JSON.stringify(types) }) as Row | undefined
  return row && describe(row)
}

function read({ database }: Pick<Directory, 'database'>, sql: string, ids: Ids, types: readonly string[]): Statement[] {
  const rows = database.sqlite.prepare(sql).all({ ids: JSON.stringify([...ids]), types: JSON.stringify(types) }) as Row[]
  return rows.map(describe)
}

function describe({
  type,
  to,
  since,
  part,
  note,
  byId,
  bySlug,
  byName,
  otherId,
  otherSlug,
  otherName,
  url,
  title,
  publisher,
  date,
}: Row): Statement {
  const other =
    otherId === null || otherSlug === null || otherName === null
      ? null
      : { id: otherId, ...organizationLink({ slug: otherSlug, name: otherName }) }
  return {
    type,
    by: { id: byId, ...organizationLink({ slug: bySlug, name: byName }) },
    to,
    other,
    since,
    part,
    note,
    source: url === null || title === null ? null : { url, title, publisher, date },
  }
}
