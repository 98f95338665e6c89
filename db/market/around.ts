/** Whom a company is related to, one and two steps away. */
import { eq } from 'drizzle-orm'
import { type Link, organizationLink } from '../records/links'
import type { Reader } from '../records/reader'
import { organizations } from '../schema'
import { type Party, readStatements } from './links-between'
import type { FigureSource } from './ranked'

export interface AroundNode extends Link {
  /** 0 is the company itself. */
  step: number
  /** The node of the step before that it hangs on; null for the company itself. */
  via: string | null
}

export interface AroundEdge {
  /** Slugs; `from` is whose words they are. Two companies have one edge, for the first that is stated of them. */
  from: string
  to: string
  type: string
  words: string
  since: number | null
  source: FigureSource | null
}

export interface Around {
  centre: Link
  nodes: AroundNode[]
  edges: AroundEdge[]
  /** The types of relationships of the company's own circle, with how many there are, by the words of the taxonomy. */
  types: { type: string; label: string; count: number }[]
  /** Companies that a step has beyond those that are given. */
  left: number
}

export const MOST_STEPS = 2
/** How many companies one picture has. */
const MOST_NODES = 90

/** @param types Only relationships of these types; all where there are none. @returns null where there is no such company. */
export function readAround(reader: Reader, slug: string, steps: number, types: readonly string[] = []): Around | null {
  const { database, vocabulary } = reader
  const start = database.drizzle
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.slug, slug))
    .get()
  if (start === undefined) return null
  const words = vocabulary()
  const all = words.terms('relationship').map(({ id }) => id)
  const nodes = new Map<number, AroundNode>([[start.id, { ...organizationLink(start), step: 0, via: null }]])
  const edges = new Map<string, AroundEdge>()
  const left = new Set<number>()
  let ring: number[] = [start.id]
  for (let step = 1; step <= steps; step++) {
    const next: number[] = []
    for (const { by, other, type, since, source } of readStatements(reader, ring, types.length > 0 ? types : all)) {
      if (other === null || other.id === by.id) continue
      const known = nodes.get(by.id)
      const [near, far] = known !== undefined && known.step < step ? [by, other] : [other, by]
      if (!nodes.has(far.id)) {
        if (nodes.size >= MOST_NODES) {
          left.add(far.id)
          continue
        }
        nodes.set(far.id, { ...linkOf(far), step, via: near.slug })
        next.push(far.id)
      }
      const key = [by.slug, other.slug].toSorted().join(' ')
      if (!edges.has(key)) {
        edges.set(key, { from: by.slug, to: other.slug, type, words: words.labelOf('relationship', type), since, source })
      }
    }
    ring = next
  }
  return {
    centre: organizationLink(start),
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    types: countTypes(reader, start.id, all),
    left: left.size,
  }
}

const linkOf = ({ slug, name, url }: Party): Link => ({ slug, name, url })

/** Counts statements, as the company's own entry and those of others have them. */
function countTypes(reader: Reader, id: number, all: readonly string[]): Around['types'] {
  const counts = new Map<string, number>()
  for (const { type, other } of readStatements(reader, [id], all)) if (other !== null) counts.set(type, (counts.get(type) ?? 0) + 1)
  const words = reader.vocabulary()
  return all.flatMap((type) => {
    const count = counts.get(type)
    return count === undefined ? [] : [{ type, label: words.labelOf('relationship', type), count }]
  })
}
