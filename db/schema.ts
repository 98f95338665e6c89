/**
 * Every table of the directory. Two kinds of columns: what a content pack says (replaced by a load), and what is derived from it at load time
 * so that lists and facets read columns (tier, USD amounts, resolved organization ids).
 */
export * from './schema/installation'
export * from './schema/organizations'
export * from './schema/products'
export * from './schema/publications'
export * from './schema/vocabulary'
