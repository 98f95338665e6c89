/** Whom a company is related to, one and two steps away. */
import { eq } from 'drizzle-orm'
import { type Link, organizationLink } from '../records/links'
import { wordsOf } from '../records/purchases'
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

/** What one entry states of two of the companies. */
export interface AroundStatement {
  /** Slugs; `from` is whose words they are. */
  from: string
  to: string
  type: string
  words: string
  /** Of a purchase: what was bought, where it was not the whole company. */
  part: string | null
  since: number | null
  source: FigureSource | null
}

export interface Around {
  centre: Link
  nodes: AroundNode[]
  /** All that is stated between those companies; two of them may have several. */
  statements: AroundStatement[]
  /** The types that the company's own circle has, by the words of the taxonomy, each with how many statements a picture of that type alone has. */
  types: { type: string; label: string; count: number }[]
  /** How many statements a picture of all types has. */
  all: number
  /** Companies that a step has beyond those that are given. */
  left: number
}

export const MOST_STEPS = 2
/** How many companies one picture has. */
const MOST_NODES = 90

/** @param types Only relationships of these types; all where there are none. @returns null where there is no such company. */
export function readAround(reader: Reader, slug: string, steps: number, types: readonly string[] = []): Around | null {
  const start = reader.database.drizzle
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.slug, slug))
    .get()
  if (start === undefined) return null
  const words = reader.vocabulary()
  const every = words.terms('relationship').map(({ id }) => id)
  const whole = spread(reader, start, steps, every)
  const own = new Set((steps === 1 ? whole : spread(reader, start, 1, every)).statements.map(({ type }) => type))
  return {
    centre: organizationLink(start),
    ...(types.length > 0 ? spread(reader, start, steps, types) : whole),
    types: every
      .filter((type) => own.has(type))
      .map((type) => ({ type, label: words.labelOf('relationship', type), count: spread(reader, start, steps, [type]).statements.length })),
    all: whole.statements.length,
  }
}

interface Start {
  id: number
  slug: string
  name: string
}

/** What relationships of some types lead to, step by step. */
function spread(reader: Reader, start: Start, steps: number, types: readonly string[]): Pick<Around, 'nodes' | 'statements' | 'left'> {
  const words = reader.vocabulary()
  const nodes = new Map<number, AroundNode>([[start.id, { ...organizationLink(start), step: 0, via: null }]])
  const statements: AroundStatement[] = []
  const left = new Set<number>()
  let ring: number[] = [start.id]
  for (let step = 1; step <= steps; step++) {
    const next: number[] = []
    const isOfEarlier = ({ id }: Party) => (nodes.get(id)?.step ?? step) < step - 1
    for (const { by, other, type, since, part, source } of readStatements(reader, ring, types)) {
      if (other === null || other.id === by.id || isOfEarlier(by) || isOfEarlier(other)) continue
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
      statements.push({ from: by.slug, to: other.slug, type, words: wordsOf(words, type, part), part, since, source })
    }
    ring = next
  }
  return { nodes: [...nodes.values()], statements, left: left.size }
}

const linkOf = ({ slug, name, url }: Party): Link => ({ slug, name, url })
