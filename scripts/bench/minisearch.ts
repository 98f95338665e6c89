/** MiniSearch, with its stored fields for filters and counts: it has no facets of its own, so they are counted over its results. */
import MiniSearch, { type SearchResult } from 'minisearch'
import type { FilterName, Question } from '@/db/question'
import { type Contender, chosen, FACETS, plainWords, WEIGHTS } from './subject'

const ONE_TYPO = 5
const TWO_TYPOS = 9

interface Indexed extends Record<keyof typeof WEIGHTS, string> {
  id: number
  facets: { readonly [filter: string]: readonly string[] }
}

export const contender: Contender = {
  notes: ['facets counted over all results in one pass; no synonyms, phrases or sorts but relevance'],
  build({ documents }) {
    const engine = new MiniSearch<Indexed>({ fields: Object.keys(WEIGHTS), storeFields: ['facets'] })
    for (const { id, name, aliases, products, labels, people, rest, facets } of documents()) {
      const join = (texts: readonly string[]) => texts.join(' \n ')
      engine.add({
        id,
        name,
        aliases: join(aliases),
        products: join(products),
        labels: join(labels),
        people: join(people),
        rest: join(rest),
        facets,
      })
    }
    return { ask: (question) => count(engine, question), close: () => engine.removeAll() }
  },
}

/** One search; each result counts for all facets, or for the one facet whose filter alone it fails. */
function count(engine: MiniSearch<Indexed>, question: Question): number {
  const text = plainWords(question)
  const results = engine.search(text === '' ? MiniSearch.wildcard : text, {
    boost: WEIGHTS,
    combineWith: 'AND',
    prefix: (_term, index, terms) => index === terms.length - 1,
    fuzzy: (term) => (term.length >= TWO_TYPOS ? 2 : term.length >= ONE_TYPO ? 1 : false),
  })
  const filters = chosen(question).map(([name, values]) => [name, new Set(values)] as const)
  const counts = new Map(FACETS.map((name) => [name, new Map<string, number>()]))
  const add = (name: FilterName, result: SearchResult) => {
    const values = counts.get(name)
    for (const value of result.facets[name] ?? []) values?.set(value, (values.get(value) ?? 0) + 1)
  }
  const page: number[] = []
  let total = 0
  for (const result of results) {
    const failed = filters.filter(([name, values]) => !result.facets[name].some((value: string) => values.has(value)))
    const [only] = failed
    if (only === undefined) {
      total++
      if (page.length < question.page * question.size) page.push(result.id)
      for (const name of FACETS) add(name, result)
    } else if (failed.length === 1) {
      add(only[0], result)
    }
  }
  return total
}
