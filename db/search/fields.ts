/** Where in an entry a word stands, and how that decides the order of relevance. */

/** One bit per field, as the index keeps them with each word; START is the first word of the name. */
export const FIELD = { START: 1, NAME: 2, ALIAS: 4, PRODUCT: 8, LABEL: 16, PEOPLE: 32, REST: 64 } as const
export const FIELD_BITS = 7

/** The contract's ladder: the best field that holds all the words. */
export const LEVEL = { WHOLE: 0, START: 1, NAME: 2, ALIAS: 3, PRODUCT: 4, LABEL: 5, PEOPLE: 6, REST: 7 } as const
export const LEVELS = 8

/** The best level that fields with these bits can have. */
export function levelOf(mask: number): number {
  if (mask & FIELD.START) return LEVEL.START
  if (mask & FIELD.NAME) return LEVEL.NAME
  if (mask & FIELD.ALIAS) return LEVEL.ALIAS
  if (mask & FIELD.PRODUCT) return LEVEL.PRODUCT
  if (mask & FIELD.LABEL) return LEVEL.LABEL
  return mask & FIELD.PEOPLE ? LEVEL.PEOPLE : LEVEL.REST
}

/** What an entry of the directory is to the engine. Entries are given in the order in which relevance's last rules put them. */
export interface EngineDocument {
  /** The row's id in SQLite. */
  id: number
  /** The organization that it is or belongs to: whatever changes there may change the entry. */
  owner: number
  /** What decides before the slug where relevance ties: whether the report names its organization as a supplier, how many products that has. */
  standing: readonly [inReport: number, products: number]
  slug: string
  name: string
  aliases: string[]
  /** Names of its products; of a product, the names of its supplier. */
  products: string[]
  /** Labels of its roles, segments, OSes and categories, and its headquarters. */
  labels: string[]
  people: string[]
  /** Overview and summaries. */
  rest: string[]
  /** Every value a filter can choose it by: a leaf, the group above it, `unknown`. */
  facets: { readonly [filter: string]: readonly string[] }
  /** What it is sorted by besides relevance; null is unknown. */
  sorts: { readonly [sort: string]: string | number | null }
}
