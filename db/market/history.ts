/** Who became whom: mergers, purchases, spin-offs and changes of name, by year. */
import type { Directory } from '../directory'
import type { Question } from '../question'
import { sameYear } from '../records/purchases'
import { type Party, readOwnNames, readStatements, type Statement } from './links-between'
import type { FigureSource } from './ranked'

export type ChangeKind = 'acquisition' | 'merger' | 'spin-off' | 'renaming' | 'part-acquisition'

/** A name, and where the company has its entry; null where it has none. */
interface Named {
  name: string
  url: string | null
}

export interface Change {
  kind: ChangeKind
  /** What was before; of a spin-off what it came out of, of a part that was bought whose it was. */
  before: Named
  after: Named
  /** What was bought, where it was not the whole company. */
  part: string | null
  note: string | null
  source: FigureSource | null
}

export interface ChangesOfYear {
  /** Null for changes whose year no source gives. */
  year: number | null
  changes: Change[]
}

/** Each type by what it is, and whether the entry's own company is what was before. */
const KINDS: Readonly<Record<string, { kind: ChangeKind; own: 'before' | 'after' }>> = {
  acquired: { kind: 'acquisition', own: 'after' },
  'acquired-by': { kind: 'acquisition', own: 'before' },
  'merged-with': { kind: 'merger', own: 'after' },
  'spun-off-from': { kind: 'spin-off', own: 'after' },
  'renamed-to': { kind: 'renaming', own: 'before' },
  'renamed-from': { kind: 'renaming', own: 'after' },
}
export const CHANGE_KINDS: readonly ChangeKind[] = ['acquisition', 'merger', 'spin-off', 'renaming', 'part-acquisition']

/** The changes of which a company of the question is a party, by year, those without one last; what two entries state stands once. */
export async function readHistory(directory: Directory, question: Question): Promise<{ years: ChangesOfYear[] }> {
  const ids = await directory.engine.unordered(question)
  const types = Object.keys(KINDS)
  const stated = [...readStatements(directory, ids, types), ...readOwnNames(directory, ids, types)].flatMap(
    (statement) => describe(statement) ?? [],
  )
  const years = new Map<number | null, Map<string, Change>>()
  for (const { since, change } of withoutRepeats(sayParts(stated))) {
    const ofYear = years.get(since) ?? new Map<string, Change>()
    const key = keyOf(change)
    if (!ofYear.has(key)) ofYear.set(key, change)
    years.set(since, ofYear)
  }
  return {
    years: [...years]
      .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
      .map(([year, changes]) => ({ year, changes: [...changes.values()] })),
  }
}

/** A change as one entry states it. */
interface Stated {
  since: number | null
  change: Change
}

/** What one entry says was a part is one, whether the other entry says so too or not. */
function sayParts(stated: readonly Stated[]): Stated[] {
  const parts = new Map<string, Stated[]>()
  for (const each of stated) {
    if (each.change.part === null) continue
    const key = keyOf(each.change)
    parts.set(key, [...(parts.get(key) ?? []), each])
  }
  return stated.map(({ since, change }) => {
    const known = parts.get(keyOf(change))?.find((part) => sameYear(part.since, since))
    if (known === undefined) return { since, change }
    return { since, change: { ...change, kind: 'part-acquisition', part: change.part ?? known.change.part } }
  })
}

/** An undated statement says nothing new where another dates the same change. */
function withoutRepeats(stated: readonly Stated[]): Stated[] {
  const dated = new Set(stated.filter(({ since }) => since !== null).map(({ change }) => keyOf(change)))
  return stated.filter(({ since, change }) => since !== null || !dated.has(keyOf(change)))
}

/** Of a merger it makes no difference who is said to be before. */
function keyOf({ kind, before, after }: Change): string {
  const ends = [before, after].map(({ name, url }) => url ?? name.toLowerCase())
  return `${kind} ${(kind === 'merger' ? ends.toSorted() : ends).join(' → ')}`
}

function describe({ type, by, other, to, since, part, note, source }: Statement): Stated | null {
  const known = KINDS[type]
  if (known === undefined) return null
  const own = named(by)
  const party = other === null ? { name: to, url: null } : named(other)
  const [before, after] = known.own === 'before' ? [own, party] : [party, own]
  return { since, change: { kind: known.kind, before, after, part, note, source } }
}

const named = ({ name, url }: Party): Named => ({ name, url })
