/** The answer to a question as every door gives it; the JSON API prints it as it stands. */
import type { Directory } from './directory'
import { type Collection, DEFAULT_SIZE, printQuestion, type Question } from './question'
import { readOrganizationHits, readProductHits } from './records/hits'
import { closestOrganizations } from './records/names'
import type { EngineName, Facets, Suggestions } from './search/engine'
import { readText, type Text } from './search/text'

export interface Headquarters {
  city: string | null
  region: string | null
  country: string
}

/** HTML-safe but for `<mark>`; only the fields in which the text was found. */
export type Highlights = { [field in 'name' | 'alias' | 'product' | 'label' | 'people' | 'summary']?: string }

export interface OrganizationHit {
  slug: string
  name: string
  url: string
  roles: string[]
  tier: number | null
  tierEstimated: boolean
  /** Of its own entry and of its products, as `os` and `hal`. */
  segments: string[]
  os: string[]
  hal: number[]
  categories: string[]
  headquarters: Headquarters | null
  ownership: string | null
  revenue: { amount: number; currency: string; usd: number | null; fiscalYear: number } | null
  employees: number | null
  founded: number | null
  /** How many it has. */
  products: number
  website: string | null
  highlights: Highlights
}

export interface ProductHit {
  slug: string
  name: string
  url: string
  /** The organization's slug. */
  supplier: string
  supplierName: string
  /** Its supplier's. */
  tier: number | null
  tierEstimated: boolean
  segment: string
  os: string[]
  hal: number | null
  status: string | null
  introduced: number | null
  price: { amount: number; currency: string; usd: number | null } | null
  summary: string | null
  highlights: Highlights
}

export interface Answer<Hit> {
  query: Record<string, string | string[]>
  engine: EngineName
  /** Where the answer comes from another engine than the chosen one: why, as people read it. */
  notice?: string
  /** Milliseconds from the question to the answer, hits read. */
  ms: number
  total: number
  page: number
  size: number
  hits: Hit[]
  facets: Facets
  suggestions: Suggestions & {
    /** Where nothing matches a text: organizations whose names are near it. */
    names: { name: string; url: string }[]
  }
}

/** How many near names a question without an answer gets. */
const NAMES = 5

export type HitOf<C extends Collection> = C extends 'organizations' ? OrganizationHit : ProductHit

const READERS: { [C in Collection]: (directory: Directory, ids: readonly number[], text: Text) => HitOf<C>[] } = {
  organizations: readOrganizationHits,
  products: readProductHits,
}

/** Answer a question: the engine finds and counts, SQLite says what the hits are. */
export async function ask<C extends Collection>(directory: Directory, question: Question & { collection: C }): Promise<Answer<HitOf<C>>> {
  const start = performance.now()
  const found = await directory.engine.search(question)
  const hits = READERS[question.collection](directory, found.ids, readText(question.q, directory.synonyms()))
  return {
    query: queryOf(question),
    engine: found.engine,
    ...(found.notice === undefined ? {} : { notice: found.notice }),
    ms: Math.round((performance.now() - start) * 10) / 10,
    total: found.total,
    page: question.page,
    size: question.size,
    hits,
    facets: found.facets,
    suggestions: { ...found.suggestions, names: found.total === 0 ? await nearNames(directory, question.q) : [] },
  }
}

async function nearNames(directory: Directory, text: string): Promise<{ name: string; url: string }[]> {
  const links = text === '' ? [] : await closestOrganizations(directory, text, NAMES)
  return links.map(({ name, url }) => ({ name, url }))
}

/** The question as the answer repeats it: what was asked, less what is as usual and the page, which the answer names itself. */
function queryOf(question: Question): Record<string, string | string[]> {
  const pairs = printQuestion({ ...question, page: 1, size: DEFAULT_SIZE })
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of pairs) query[name] = name === 'q' || name === 'sort' ? value : pairs.getAll(name)
  return query
}
