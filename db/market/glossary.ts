/** What the ids of the taxonomy mean, with the companies and products that have them. */
import type { Directory } from '../directory'
import { type Collection, FILTERS, parseQuestion } from '../question'
import { readOrganizationHits } from '../records/hits'
import type { Link } from '../records/links'
import { organizationLink } from '../records/links'
import type { FacetValue } from '../search/engine'
import { readText } from '../search/text'
import { EXPLAINED, type ExplainedName, findTerm, type GlossaryTerm, termsOf } from './glossary-terms'

export interface CountedTerm extends GlossaryTerm {
  organizations: number
}

export interface ExplainedTerm extends GlossaryTerm {
  /** What is in it; of a term of the second level nothing. */
  children: CountedTerm[]
  /** The group or family it is in. */
  within: GlossaryTerm | null
  /** Null for products where they cannot be asked for by it. */
  totals: { organizations: number; products: number | null }
  /** Its companies by tier, as the directory's facet counts them. */
  tiers: FacetValue[]
  /** The first companies by revenue. */
  companies: Link[]
}

/** How many companies are named. */
const MOST_NAMED = 24

/** Every term by filter, in the order of the taxonomy, with how many companies have it. */
export async function readGlossary(directory: Directory): Promise<{ name: ExplainedName; terms: CountedTerm[] }[]> {
  const { facets } = await directory.engine.search(parseQuestion('organizations', [], directory.vocabulary()))
  return (Object.keys(EXPLAINED) as ExplainedName[]).map((name) => {
    const counts = new Map(
      (facets[name] ?? []).flatMap((value) => [value, ...(value.children ?? [])]).map(({ value, count }) => [value, count]),
    )
    return { name, terms: termsOf(directory.vocabulary(), name).map((term) => ({ ...term, organizations: counts.get(term.value) ?? 0 })) }
  })
}

/** One term by its address under /glossary; null where there is none. */
export async function readTerm(directory: Directory, id: string): Promise<ExplainedTerm | null> {
  const vocabulary = directory.vocabulary()
  const term = findTerm(vocabulary, id)
  if (term === undefined) return null
  const { name, value } = term
  const question = parseQuestion(
    'organizations',
    [
      [name, value],
      ['sort', '-revenue'],
      ['size', String(MOST_NAMED)],
    ],
    vocabulary,
  )
  const { total, ids, facets } = await directory.engine.search(question)
  const all = (await readGlossary(directory)).find((group) => group.name === name)?.terms ?? []
  return {
    ...term,
    children: term.parent === null ? all.filter(({ parent }) => parent === value) : [],
    within: all.find((group) => group.value === term.parent) ?? null,
    totals: { organizations: total, products: await countProducts(directory, name, value) },
    tiers: facets.tier?.filter(({ count }) => count > 0) ?? [],
    companies: readOrganizationHits(directory, ids, readText('', directory.synonyms())).map(organizationLink),
  }
}

async function countProducts(directory: Directory, name: ExplainedName, value: string): Promise<number | null> {
  const collection: Collection = 'products'
  if (!(FILTERS[collection] as readonly string[]).includes(name)) return null
  return (await directory.engine.search(parseQuestion(collection, [[name, value]], directory.vocabulary()))).total
}
