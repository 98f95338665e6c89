/** Building the large indexes of both collections from the rows of one moment. */
import type { Collection } from '../question'
import type { Sqlite } from '../sqlite'
import { DirectoryVocabulary } from '../vocabulary'
import { buildIndex, type IndexData } from './collection-index'
import { documents } from './documents'
import { type State, stateReader } from './state'
import { readSynonyms } from './synonyms'

export interface Built {
  /** What the database said of itself. */
  state: State
  indexes: Record<Collection, IndexData>
}

/** @param sqlite With a transaction open, so that all is of one moment. */
export function buildIndexes(sqlite: Sqlite): Built {
  const state = stateReader(sqlite)()
  const vocabulary = new DirectoryVocabulary(sqlite)
  const synonyms = readSynonyms(sqlite)
  return { state, indexes: forBoth((collection) => buildIndex(documents(collection, sqlite, vocabulary), synonyms)) }
}

export const forBoth = <T>(make: (collection: Collection) => T): Record<Collection, T> => ({
  organizations: make('organizations'),
  products: make('products'),
})
