/**
 * The contract's order of relevance for what Meilisearch found. The server knows fewer typos and better fields, but not "one field that holds
 * all the words", nor one alias among several, nor the length of each; so the first of its hits are put in order here, by the same code
 * that orders the embedded engine's.
 */
import type { Collection } from '../../question'
import { Index } from '../collection-index'
import type { EngineDocument } from '../fields'
import { DOCUMENTS } from './document'
import type { Source } from './source'

/** How many of the server's first hits are put in order. As many as a page can hold. */
export const ORDERED_HITS = 200

/** An index of a few entries alone, in memory and for one question. */
export function indexOf(collection: Collection, ids: readonly number[], source: Source): Index {
  const documents = [...DOCUMENTS[collection](source.sqlite, source.vocabulary(), [...ids])]
  return new Index(documents.sort(byTies), source.synonyms())
}

/** Ids of hits in the contract's order; what only the server finds comes last, as it was. */
export function inContractOrder(collection: Collection, q: string, ids: readonly number[], source: Source): number[] {
  const index = indexOf(collection, ids, source)
  const selection = index.narrow(index.find(q), {})
  const ordered = new Set(index.ids(selection, { by: 'relevance', descending: false }, 0, ids.length))
  return [...ordered, ...ids.filter((id) => !ordered.has(id))]
}

/** The rules of relevance that decide when all others tie; of products the supplier comes before the product. */
function byTies(a: EngineDocument, b: EngineDocument): number {
  return Number(b.inReport) - Number(a.inReport) || b.productCount - a.productCount || compareSlugs(a.slug, b.slug)
}

function compareSlugs(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((slug) => slug.replace('/', '\0'))
  return left < right ? -1 : left > right ? 1 : 0
}
