/** Who can introduce us: chains of relationships from companies we know to another, the shortest first, each step with its source. */
import { eq } from 'drizzle-orm'
import type { Database } from '../database'
import { type Link, organizationLink } from '../records/links'
import { given, prepared } from '../records/prepared'
import { wordsOf } from '../records/purchases'
import type { Reader } from '../records/reader'
import { organizations } from '../schema'
import { MOST_KNOWN } from './limits'
import { readBetween } from './links-between'
import type { FigureSource } from './ranked'

export interface Step {
  from: Link
  to: Link
  /** As the entry that states it says it, of the company `by`: "is sold by". */
  words: string
  by: string
  other: string
  since: number | null
  source: FigureSource | null
}

/** The steps from one of the known companies to the one that is wanted. */
export type Introduction = Step[]

/** Along these one company speaks of another: it sells for it, distributes, integrates, supplies or owns it. */
export const INTRODUCING = [
  'resells',
  'resold-by',
  'distributes',
  'distributed-by',
  'integrates',
  'oem-supplier-to',
  'oem-customer-of',
  'supplier-to',
  'customer-of',
  'parent-of',
  'subsidiary-of',
  'acquired',
  'acquired-by',
  'joint-venture-of',
  'joint-venture-parent-of',
] as const

/** The most steps that a chain has: half of them are looked for from either end. */
export const MOST_CHAIN = 4
const HALF = MOST_CHAIN / 2
/** Chains from one company, all as short as the shortest. */
const MOST_EACH = 3
/** Chains in all. */
const MOST_CHAINS = 12

const TYPES = INTRODUCING.map((type) => `'${type}'`).join(', ')

/** Both ends of every relationship that leaves some companies, whichever entry states it. */
const NEIGHBOURS = `SELECT relationships.organization_id AS near, to_organization_id AS far FROM json_each(:ids) AS wanted
    CROSS JOIN relationships ON relationships.organization_id = wanted.value
    WHERE resolved = 'organization' AND relationships.type IN (${TYPES})
  UNION ALL SELECT to_organization_id, relationships.organization_id FROM json_each(:ids) AS wanted
    CROSS JOIN relationships ON to_organization_id = wanted.value
    WHERE resolved = 'organization' AND relationships.type IN (${TYPES})`

const statements = prepared((drizzle) => ({
  bySlug: drizzle
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, given('slug')))
    .prepare(),
  byId: drizzle
    .select({ slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, given('id')))
    .prepare(),
}))

/**
 * @param known Slugs of the companies to start from; those that do not exist and the wanted one itself lead nowhere.
 * @returns chains of at most four steps; null where there is no company of that slug.
 */
export function readIntroductions(reader: Reader, wanted: string, known: readonly string[]): Introduction[] | null {
  const { bySlug } = statements(reader.database)
  const target = bySlug.get({ slug: wanted })
  if (target === undefined) return null
  const starts = known.slice(0, MOST_KNOWN).flatMap((slug) => bySlug.get({ slug })?.id ?? [])
  const towards = spreadFrom(reader.database, target.id)
  const chains = starts.filter((id) => id !== target.id).flatMap((start) => meet(spreadFrom(reader.database, start), towards))
  const shortest = chains.toSorted((a, b) => a.length - b.length).slice(0, MOST_CHAINS)
  return shortest.map((chain) => chain.slice(1).map((to, index) => describe(reader, chain[index] ?? to, to)))
}

/** Where each company within half the way stands: how many steps off, and over which companies one comes from the start. */
type Spread = Map<number, { distance: number; over: number[] }>

function spreadFrom({ sqlite }: Database, start: number): Spread {
  const spread: Spread = new Map([[start, { distance: 0, over: [] }]])
  const neighbours = sqlite.prepare<[{ ids: string }], [near: number, far: number]>(NEIGHBOURS).raw()
  let ring = [start]
  for (let distance = 1; distance <= HALF && ring.length > 0; distance++) {
    const next: number[] = []
    for (const [near, far] of neighbours.all({ ids: JSON.stringify(ring) })) {
      const found = spread.get(far)
      if (found === undefined) {
        spread.set(far, { distance, over: [near] })
        next.push(far)
      } else if (found.distance === distance && !found.over.includes(near)) found.over.push(near)
    }
    ring = next
  }
  return spread
}

/** The shortest chains from the start of one spread to the start of the other, as ids. */
function meet(from: Spread, towards: Spread): number[][] {
  let shortest = Number.POSITIVE_INFINITY
  let middles: number[] = []
  for (const [id, { distance }] of from) {
    const rest = towards.get(id)
    if (rest === undefined) continue
    const length = distance + rest.distance
    if (length < shortest) middles = []
    if (length <= shortest) middles.push(id)
    shortest = Math.min(shortest, length)
  }
  const chains = middles.flatMap((middle) =>
    waysBack(from, middle).flatMap((there) => waysBack(towards, middle).map((back) => [...there.toReversed(), ...back.slice(1)])),
  )
  return [...new Map(chains.map((chain) => [chain.join(' '), chain])).values()].slice(0, MOST_EACH)
}

/** The ways from a company back to the start of a spread, itself first. */
function waysBack(spread: Spread, id: number): number[][] {
  const { over } = spread.get(id) ?? { over: [] }
  if (over.length === 0) return [[id]]
  return over.slice(0, MOST_EACH).flatMap((near) => waysBack(spread, near).map((way) => [id, ...way]))
}

function describe(reader: Reader, from: number, to: number): Step {
  const stated = readBetween(reader, from, to, INTRODUCING)
  const ends = [from, to].map((id) => statements(reader.database).byId.get({ id }))
  const [near, far] = ends
  if (stated === undefined || near === undefined || far === undefined) throw new Error(`No relationship between ${from} and ${to}`)
  const { type, by, other, to: named, since, part, source } = stated
  return {
    from: organizationLink(near),
    to: organizationLink(far),
    words: wordsOf(reader.vocabulary(), type, part),
    by: by.name,
    other: other?.name ?? named,
    since,
    source,
  }
}
