/** How the screen calls what a question and its hits hold: in the browser as plain data that comes with the page, on the server the vocabulary itself. */
import { type Collection, FILTERS, type FilterName, type Vocabulary } from '@/db/question'
import type { Facets } from '@/db/search/engine'
import type { DirectoryVocabulary } from '@/db/vocabulary'

/** What the components ask; the server's vocabulary answers it too. */
export type Wording = Pick<Vocabulary, 'label'> & Pick<DirectoryVocabulary, 'countryName' | 'regionName'> & Meanings

interface Meanings {
  /** The span of revenue that makes a tier, what a level promises. */
  term(kind: 'tier' | 'hal', id: string): { meaning: string | null } | undefined
}

type Labels = Record<string, string>

/** Goes to the browser with the page: a few kilobytes. */
export interface WordingData {
  labels: { [name in FilterName]?: Labels }
  meanings: Record<'tier' | 'hal', Labels>
}

/** The labels of a collection's filters but those of suppliers, of whom there can be many: an answer brings those it needs. */
export function wordingData(vocabulary: DirectoryVocabulary, collection: Collection): WordingData {
  const labels: WordingData['labels'] = {}
  for (const name of FILTERS[collection]) {
    if (name !== 'supplier') labels[name] = Object.fromEntries(vocabulary.values(name).map(({ value, label }) => [value, label]))
  }
  const meanings = (kind: 'tier' | 'hal') =>
    Object.fromEntries(vocabulary.terms(kind).flatMap(({ id, meaning }) => (meaning === null ? [] : [[id, meaning]])))
  return { labels, meanings: { tier: meanings('tier'), hal: meanings('hal') } }
}

/** @param facets Of the answer that is shown: they name the suppliers. */
export function readWording({ labels, meanings }: WordingData, facets: Facets): Wording {
  const suppliers = new Map(facets.supplier?.map(({ value, label }) => [value, label]))
  const place = (value: string) => labels.location?.[value]
  return {
    label: (filter, value) => (filter === 'supplier' ? suppliers.get(value) : labels[filter]?.[value]),
    term: (kind, id) => ({ meaning: meanings[kind][id] ?? null }),
    countryName: (code) => place(code) ?? code,
    regionName: (country, region) => place(`${country}/${region}`) ?? region,
  }
}
