/** Orama with its own filters and facets: one search for the page and the free facets, one more for each facet that is filtered by. */
import { create, insert, search } from '@orama/orama'
import type { FilterName, Question } from '@/db/question'
import { type Contender, chosen, FACETS, plainWords, WEIGHTS } from './subject'

/** Words of this length on forgive a typo; Orama has one tolerance for all the words of a search. */
const ONE_TYPO = 5

const engineOf = () =>
  create({
    schema: {
      name: 'string',
      everything: 'string',
      role: 'enum[]',
      tier: 'enum[]',
      segment: 'enum[]',
      os: 'enum[]',
      hal: 'enum[]',
      category: 'enum[]',
      location: 'enum[]',
      ownership: 'enum[]',
    } as const,
    sort: { enabled: false },
  })
type Engine = ReturnType<typeof engineOf>

export const contender: Contender = {
  notes: [
    'every word matches as a prefix, one typo for all words; no synonyms, phrases or sorts but relevance; two fields of text (name, all)',
  ],
  async build({ documents }) {
    const engine = engineOf()
    for (const { id, name, aliases, products, labels, people, rest, facets } of documents()) {
      const everything = [name, ...aliases, ...products, ...labels, ...people, ...rest].join(' \n ')
      const values = Object.fromEntries(FACETS.map((facet) => [facet, [...(facets[facet] ?? [])]]))
      await insert(engine, { id: String(id), name, everything, ...values })
    }
    return { ask: (question) => count(engine, question), close: () => undefined }
  },
}

async function count(engine: Engine, question: Question): Promise<number> {
  const filters = chosen(question)
  const filtered = new Set(filters.map(([name]) => name))
  const ask = (facets: readonly FilterName[], without: FilterName | undefined, limit: number) => {
    const term = plainWords(question)
    const where = filters.filter(([name]) => name !== without).map(([name, values]) => [name, { containsAny: [...values] }])
    return search(engine, {
      term,
      threshold: 0,
      tolerance: term.split(/\s+/).some((word) => word.length >= ONE_TYPO) ? 1 : 0,
      boost: { name: WEIGHTS.name },
      where: Object.fromEntries(where),
      facets: Object.fromEntries(facets.map((facet) => [facet, {}])),
      limit,
      offset: (question.page - 1) * question.size,
    })
  }
  const found = await ask(
    FACETS.filter((facet) => !filtered.has(facet)),
    undefined,
    question.size,
  )
  for (const facet of filtered) await ask([facet], facet, 1)
  return found.count
}
