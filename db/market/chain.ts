/** The value chain: makers, distribution, services and end users, with what flows between their companies. */
import type { Directory } from '../directory'
import type { Question } from '../question'
import type { Link } from '../records/links'
import { MOST_LINKS } from './limits'
import { type Party, readStatements, type Statement } from './links-between'
import { directoryUrl, inForce, type Mark, markOf, narrowed } from './narrowing'
import type { FigureSource } from './ranked'

/** The report's stages, with the roles that companies of each have; it holds no end users. */
const STAGES = {
  makers: { label: 'Manufacturers', roles: ['supplier', 'component-manufacturer', 'private-labeler'] },
  distribution: { label: 'Distribution', roles: ['distributor', 'reseller', 'var'] },
  services: {
    label: 'Services',
    roles: ['system-integrator', 'consultant', 'carrier', 'isp', 'cable-operator', 'satellite-operator', 'ip-fax-provider'],
  },
  'end-users': { label: 'End users', roles: [] },
} as const satisfies Record<string, { label: string; roles: readonly string[] }>

export type StageId = keyof typeof STAGES
const ORDER = Object.keys(STAGES) as StageId[]

/** Relationships along which goods go, with the end that sells: the entry's own company or the other party, and where the buyer stands in the chain. */
const FLOWS: Readonly<Record<string, { seller: 'own' | 'other'; buyer: 'maker' | 'channel' | 'user' }>> = {
  'oem-supplier-to': { seller: 'own', buyer: 'maker' },
  'oem-customer-of': { seller: 'other', buyer: 'maker' },
  'distributed-by': { seller: 'own', buyer: 'channel' },
  distributes: { seller: 'other', buyer: 'channel' },
  'resold-by': { seller: 'own', buyer: 'channel' },
  resells: { seller: 'other', buyer: 'channel' },
  integrates: { seller: 'other', buyer: 'user' },
  'supplier-to': { seller: 'own', buyer: 'user' },
  'customer-of': { seller: 'other', buyer: 'user' },
}

export interface Stage extends Mark {
  id: StageId
  label: string
  /** The roles in it, each with its companies; one with several roles is in each of them. */
  roles: (Mark & { value: string; label: string })[]
}

export interface ChainLink {
  seller: Link
  /** Null in `url` where the buyer is only named. */
  buyer: { name: string; url: string | null }
  /** What the seller is to the buyer: "is sold by". */
  words: string
  since: number | null
  source: FigureSource | null
}

export interface Flow {
  from: StageId
  to: StageId
  /** How many pairs of companies it has. */
  count: number
  /** The first of them. */
  links: ChainLink[]
}

export interface Chain {
  stages: Stage[]
  /** Links of which one end is a company of the question, each pair of companies once in a flow; from the first stage that the seller has a role in. */
  flows: Flow[]
}

export async function readChain(directory: Directory, question: Question): Promise<Chain> {
  const stages = await Promise.all(ORDER.map((id) => readStage(directory, question, id)))
  return { stages, flows: readFlows(directory, await directory.engine.unordered(question)) }
}

async function readStage(directory: Directory, question: Question, id: StageId): Promise<Stage> {
  const { label, roles } = STAGES[id]
  const vocabulary = directory.vocabulary()
  const shown = roles.filter((role) => vocabulary.term('role', role) !== undefined && inForce(question, 'role', role))
  const marks = await Promise.all(
    shown.map(async (role) => ({
      value: role,
      label: vocabulary.labelOf('role', role),
      ...(await markOf(directory, narrowed(question, { role: [role] }))),
    })),
  )
  const mark = shown.length === 0 ? { count: 0, url: directoryUrl(question) } : await markOf(directory, narrowed(question, { role: shown }))
  return { id, label, ...mark, roles: marks.filter(({ count }) => count > 0) }
}

function readFlows(directory: Directory, ids: Uint32Array): Flow[] {
  const statements = readStatements(directory, ids, Object.keys(FLOWS))
  const stagesOf = readStages(directory, statements)
  const flows = new Map<string, Flow>()
  const seen = new Set<string>()
  for (const statement of statements) {
    const link = directed(statement)
    if (link === null) continue
    const { seller, buyer, place } = link
    const from = stagesOf(seller)[0]
    const to = buyer.party === null ? 'end-users' : placeOf(stagesOf(buyer.party), place)
    if (from === undefined || to === undefined) continue
    const key = `${from} ${to}`
    const pair = `${key} ${seller.id} ${buyer.party?.id ?? buyer.name}`
    if (seen.has(pair)) continue
    seen.add(pair)
    const flow = flows.get(key) ?? { from, to, count: 0, links: [] }
    flows.set(key, flow)
    if (++flow.count > MOST_LINKS) continue
    const { slug, name, url } = seller
    const { since, source } = statement
    flow.links.push({
      seller: { slug, name, url },
      buyer: { name: buyer.party?.name ?? buyer.name, url: buyer.party?.url ?? null },
      words: wordsOf(directory, statement, seller),
      since,
      source,
    })
  }
  return [...flows.values()].sort((a, b) => ORDER.indexOf(a.from) - ORDER.indexOf(b.from) || ORDER.indexOf(a.to) - ORDER.indexOf(b.to))
}

/** The words of a relationship from the seller's end, whichever of the two states it. */
function wordsOf({ vocabulary }: Directory, { type, by }: Statement, seller: Party): string {
  const term = vocabulary().term('relationship', type)
  return by.id === seller.id ? (term?.label ?? type) : String(term?.details?.inverseLabel ?? term?.label ?? type)
}

interface Directed {
  seller: Party
  buyer: { party: Party | null; name: string }
  place: 'maker' | 'channel' | 'user'
}

/** Who sells to whom; null where the seller is only a name, or where a buyer that is only a name may be anybody. */
function directed({ type, by, other, to }: Statement): Directed | null {
  const flow = FLOWS[type]
  if (flow === undefined) return null
  if (flow.seller === 'other') return other && { seller: other, buyer: { party: by, name: by.name }, place: flow.buyer }
  if (other === null && flow.buyer !== 'user') return null
  return { seller: by, buyer: { party: other, name: to }, place: flow.buyer }
}

/** A maker builds what it buys into its own; a channel stands in distribution where it has a role there; whoever else buys is as far down as its roles. */
function placeOf(stages: readonly StageId[], place: Directed['place']): StageId | undefined {
  if (place === 'maker') return stages[0]
  return place === 'channel' && stages.includes('distribution') ? 'distribution' : stages.at(-1)
}

/** The stages of each company of some statements in the order of the chain. */
function readStages({ database }: Directory, statements: readonly Statement[]): (party: Party) => StageId[] {
  const ids = new Set(statements.flatMap(({ by, other }) => (other === null ? [by.id] : [by.id, other.id])))
  const rows = database.sqlite
    .prepare(
      `SELECT organization_id AS id, term FROM json_each(?) AS wanted CROSS JOIN organization_terms ON organization_id = wanted.value WHERE kind = 'role'`,
    )
    .all(JSON.stringify([...ids])) as { id: number; term: string }[]
  const roles = new Map<number, Set<string>>()
  for (const { id, term } of rows) roles.set(id, (roles.get(id) ?? new Set()).add(term))
  return ({ id }) => ORDER.filter((stage) => STAGES[stage].roles.some((role) => roles.get(id)?.has(role)))
}
