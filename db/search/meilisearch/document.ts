/** An organization or product as an index of Meilisearch holds it. */
import type { Sqlite } from '../../sqlite'
import type { DirectoryVocabulary } from '../../vocabulary'
import { organizationDocuments, productDocuments } from '../documents'
import type { EngineDocument } from '../fields'
import { encodeValue } from './filter'
import { firstWords, lengthOf, WordBags, wholes } from './text'

type Source = (sqlite: Sqlite, vocabulary: DirectoryVocabulary, ids: readonly number[]) => Generator<EngineDocument>

/** The documents of some ids of each collection, as every engine reads them. */
export const DOCUMENTS = { organizations: organizationDocuments, products: productDocuments } as const satisfies Record<string, Source>

/** The fields that are searched, the best first, as the contract's relevance has them. */
export const TEXT_FIELDS = [
  'start',
  'name',
  'alias',
  'product',
  'namePhrases',
  'label',
  'people',
  'rest',
  'codes',
  'phrases',
  'whole',
] as const
/** Those that forgive no typo. */
export const EXACT_FIELDS = ['namePhrases', 'codes', 'phrases', 'whole'] as const

/** The field of a sort; `tier` and `supplier` are names of filters too. */
export const sortField = (sort: string) => `by_${sort}`

/** What decides when relevance ties, each rule after those before it. */
export const TIES = ['inReport:desc', 'productCount:desc', 'owner:asc', 'slug:asc'] as const

export type MeiliDocument = { id: number; organization: number } & Record<string, unknown>

export function meiliDocument(entry: EngineDocument): MeiliDocument {
  const bags = new WordBags()
  const texts = {
    start: firstWords(entry.name),
    name: bags.bag([entry.name], 'names'),
    alias: bags.bag(entry.aliases, 'names'),
    product: bags.bag(entry.products, 'names'),
    label: bags.bag(entry.labels, 'texts'),
    people: bags.bag(entry.people, 'texts'),
    rest: bags.bag(entry.rest, 'texts'),
  }
  const [owner = entry.slug] = entry.slug.split('/')
  const [inReport, productCount] = entry.standing
  return {
    id: entry.id,
    organization: entry.owner,
    ...texts,
    codes: bags.codes,
    namePhrases: bags.namePhrases,
    phrases: bags.phrases,
    whole: wholes([entry.name, ...entry.aliases]),
    ...Object.fromEntries(Object.entries(entry.facets).map(([filter, values]) => [filter, values.map(encodeValue)])),
    ...Object.fromEntries(Object.entries(entry.sorts).map(([sort, value]) => [sortField(sort), value])),
    nameLength: lengthOf(entry.name),
    inReport,
    productCount,
    owner,
    slug: entry.slug,
  }
}
