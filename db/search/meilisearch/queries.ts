/** A question as the searches that the server is asked for it. */
import type { MultiSearchQuery } from 'meilisearch'
import type { FilterName, Question } from '../../question'
import type { MeilisearchSettings } from '../../settings'
import type { Text } from '../text'
import { indexUid } from './connection'
import { sortField, TIES } from './document'
import { printFilters } from './filter'
import { ORDERED_HITS } from './order'
import { printText, printWhole } from './text'

/** What of a question decides which entries are found, and in which order. */
export interface Asked extends Pick<Question, 'collection' | 'q' | 'filters' | 'sort'> {
  text: Text
  /** Conditions beside the filters. */
  conditions: readonly string[]
}

export const NO_HITS = { page: 1, hitsPerPage: 0 } as const
/** Those that are put in order, with what is needed for it. */
export const FIRST_HITS = { page: 1, hitsPerPage: ORDERED_HITS, showRankingScoreDetails: true } as const

export const isByRelevance = ({ sort, text }: Asked) => sort.by === 'relevance' && text.needs.length > 0

export class Queries {
  readonly #settings: MeilisearchSettings

  constructor(settings: MeilisearchSettings) {
    this.#settings = settings
  }

  /** @param without A filter to leave out, for its own counts. */
  of({ collection, text, filters, conditions, sort }: Asked, without?: FilterName) {
    const [q] = printText(text)
    const sorted = [`${sortField(sort.by)}:${sort.descending ? 'desc' : 'asc'}`, 'slug:asc']
    return {
      indexUid: indexUid(this.#settings, collection),
      q,
      filter: [...printFilters(filters, without), ...conditions],
      sort: sort.by !== 'relevance' ? sorted : q === '' ? [...TIES] : [],
      attributesToRetrieve: ['id'],
      matchingStrategy: 'all' as const,
    }
  }

  /** Those whose whole name or alias the text is, wherever the server would have them among its hits. Most, not all, match the text's words. */
  whole(asked: Asked) {
    return { ...this.of(asked), q: printWhole(asked.text), page: 1, hitsPerPage: ORDERED_HITS }
  }

  /** One for each part of a text that the server would not look at. */
  parts(asked: Pick<Asked, 'collection' | 'text'>): MultiSearchQuery[] {
    const [, ...others] = printText(asked.text)
    const query = this.of({ ...asked, q: '', filters: {}, conditions: [], sort: { by: 'relevance', descending: false } })
    return others.map((q) => ({ ...query, q }))
  }

  everything(collection: Question['collection']): MultiSearchQuery {
    return { indexUid: indexUid(this.#settings, collection), q: '', ...NO_HITS }
  }
}
