/** The settings of the indexes, in code: what the server is told to do, and whether it still does. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { type Collection, FILTERS, SORTS } from '../../question'
import type { Synonyms } from '../synonyms'
import { EXACT_FIELDS, sortField, TEXT_FIELDS, TIES } from './document'
import { printSynonyms } from './text'

/** To be raised when documents are formed otherwise: indexes of another form are built anew. */
const FORM = 1
/** More than any directory has, so that totals and pages have no end of their own. */
export const MOST_HITS = 10_000_000
/** A facet with more values shows the first of them by count; the screen shows a tenth of these. */
const MOST_FACET_VALUES = 2_000
/** A search is stopped by us, never answered in part by the server. */
const CUTOFF_MS = 60_000

export function indexSettings(collection: Collection, synonyms: Synonyms): Settings {
  const sorts = SORTS[collection].filter((sort) => sort !== 'relevance').map(sortField)
  const ties = TIES.map((rule) => rule.slice(0, rule.indexOf(':')))
  return {
    displayedAttributes: ['id'],
    searchableAttributes: [...TEXT_FIELDS],
    filterableAttributes: [
      {
        attributePatterns: [...FILTERS[collection], 'id', 'organization'],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
    ],
    sortableAttributes: [...sorts, ...ties, 'nameLength'],
    rankingRules: ['sort', 'words', 'typo', 'attributeRank', 'nameLength:asc', ...TIES],
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnAttributes: [...EXACT_FIELDS] },
    synonyms: printSynonyms(synonyms),
    pagination: { maxTotalHits: MOST_HITS },
    faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    facetSearch: false,
    searchCutoffMs: CUTOFF_MS,
  }
}

/** A short name of everything that decides how documents and settings come out for given synonyms. */
export function settingsStamp(synonyms: Synonyms): string {
  const settings = (['organizations', 'products'] as const).map((collection) => indexSettings(collection, synonyms))
  return createHash('sha256')
    .update(JSON.stringify([FORM, settings]))
    .digest('hex')
    .slice(0, 16)
}

/** The settings in which a server's index is not as it should be. */
export function drift(actual: Settings, wanted: Settings): string[] {
  const differs = (name: string) => !isSame(actual[name as keyof Settings], wanted[name as keyof Settings], ORDERED.has(name))
  const hasMore = Object.keys(actual.synonyms ?? {}).some((word) => wanted.synonyms?.[word] === undefined)
  return Object.keys(wanted).filter((name) => differs(name) || (name === 'synonyms' && hasMore))
}
/** Settings whose order means something. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules'])

/** The server fills in what was not said and gives sets in an order of its own. */
function isSame(actual: unknown, wanted: unknown, ordered: boolean): boolean {
  if (Array.isArray(wanted) && Array.isArray(actual)) {
    return wanted.length === actual.length && isDeepStrictEqual(ordered ? actual : canonical(actual), ordered ? wanted : canonical(wanted))
  }
  if (isRecord(wanted) && isRecord(actual)) {
    return Object.entries(wanted).every(([name, value]) => isSame(actual[name], value, ordered))
  }
  return actual === wanted
}

const canonical = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort()
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
