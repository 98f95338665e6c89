/** Who became whom: mergers, purchases, spin-offs and changes of name, by year. */
import type { Directory } from '../directory'
import type { Question } from '../question'
import { type Party, readOwnNames, readStatements, type Statement } from './links-between'
import type { FigureSource } from './ranked'

export type ChangeKind = 'acquisition' | 'merger' | 'spin-off' | 'renaming'

/** A name, and where the company has its entry; null where it has none. */
interface Named {
  name: string
  url: string | null
}

export interface Change {
  kind: ChangeKind
  /** What was before; of a spin-off what it came out of. */
  before: Named
  after: Named
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
export const CHANGE_KINDS: readonly ChangeKind[] = ['acquisition', 'merger', 'spin-off', 'renaming']

/** The changes of which a company of the question is a party, by year, those without one last; what two entries state stands once. */
export async function readHistory(directory: Directory, question: Question): Promise<{ years: ChangesOfYear[] }> {
  const ids = await directory.engine.unordered(question)
  const statements = [...readStatements(directory, ids, Object.keys(KINDS)), ...readOwnNames(directory, ids, Object.keys(KINDS))]
  const years = new Map<number | null, Map<string, Change>>()
  for (const statement of withoutRepeats(statements)) {
    const change = describe(statement)
    if (change === null) continue
    const ofYear = years.get(statement.since) ?? new Map<string, Change>()
    const key = keyOf(change)
    if (!ofYear.has(key)) ofYear.set(key, change)
    years.set(statement.since, ofYear)
  }
  return {
    years: [...years]
      .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
      .map(([year, changes]) => ({ year, changes: [...changes.values()] })),
  }
}

/** An undated statement says nothing new where another dates the same change. */
function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const dated = new Set(statements.filter(({ since }) => since !== null).map(changeKey))
  return statements.filter((statement) => statement.since !== null || !dated.has(changeKey(statement)))
}

function changeKey(statement: Statement): string {
  const change = describe(statement)
  return change === null ? '' : keyOf(change)
}

/** Of a merger it makes no difference who is said to be before. */
function keyOf({ kind, before, after }: Change): string {
  const ends = [before, after].map(({ name, url }) => url ?? name.toLowerCase())
  return `${kind} ${(kind === 'merger' ? ends.toSorted() : ends).join(' → ')}`
}

function describe({ type, by, other, to, note, source }: Statement): Change | null {
  const known = KINDS[type]
  if (known === undefined) return null
  const own = named(by)
  const party = other === null ? { name: to, url: null } : named(other)
  const [before, after] = known.own === 'before' ? [own, party] : [party, own]
  return { kind: known.kind, before, after, note, source }
}

const named = ({ name, url }: Party): Named => ({ name, url })
