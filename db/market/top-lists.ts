/** Which top lists there are: the report's own four, and one for every role, segment and list of the report. */
import type { FilterName } from '../question'
import { topListUrl } from '../records/links'
import type { DirectoryVocabulary } from '../vocabulary'

export interface TopList {
  /** Its address under /top: `distributors`, `role/var`, `segment/software/clustering`. */
  id: string
  url: string
  title: string
  /** The companies it ranks: all that have this value. */
  fixed: { name: FilterName; value: string }
  /** The value of `category` whose heading of the report it has; it may rank more companies than are filed there. Null for a list of a value. */
  heading: string | null
  /** How many places the report gives it; null where it has a place for everybody. */
  places: number | null
  /** Where the report prints it. */
  printed: { section: number; page: number } | null
}

/** The report's top lists by the category that stands for each, with the companies that the list is drawn from. */
const REPORT_LISTS = [
  { id: 'network-telecom-vars', category: 'top-25-telecom-vars', fixed: { name: 'category', value: 'vars-telecom' } },
  { id: 'system-integrators', category: 'top-50-integrators', fixed: { name: 'role', value: 'system-integrator' } },
  { id: 'distributors', category: 'top-35-distributors', fixed: { name: 'role', value: 'distributor' } },
  { id: 'vars', category: 'top-150-vars', fixed: { name: 'role', value: 'var' } },
] as const satisfies readonly { id: string; category: string; fixed: TopList['fixed'] }[]

/** The filters of which each value has a top list. */
const RANKED_FILTERS = ['role', 'segment', 'category'] as const satisfies readonly FilterName[]
type RankedFilter = (typeof RANKED_FILTERS)[number]

const NOT_RANKED = 'unknown'

/** The report's own lists, as far as the loaded packs have the ids that they are made of. */
export function reportLists(vocabulary: DirectoryVocabulary): TopList[] {
  return REPORT_LISTS.flatMap(({ id, category, fixed }) => {
    const heading = vocabulary.term('category', category)
    if (heading === undefined || vocabulary.label(fixed.name, fixed.value) === undefined) return []
    const places = /^Top (\d+) /.exec(heading.label)?.[1]
    const { section, page } = heading
    return [
      {
        id,
        url: topListUrl(id),
        title: heading.label,
        fixed,
        heading: category,
        places: places === undefined ? null : Number(places),
        printed: section === null || page === null ? null : { section, page },
      },
    ]
  })
}

/** The lists of all values of a filter in the order of the taxonomy. */
export function listsOf(vocabulary: DirectoryVocabulary, name: RankedFilter): TopList[] {
  return vocabulary
    .values(name)
    .filter(({ value }) => value !== NOT_RANKED)
    .map(({ value, label }) => listOf(name, value, label))
}

/** The filters of which each value has a list, with those lists. */
export const everyList = (vocabulary: DirectoryVocabulary) => RANKED_FILTERS.map((name) => ({ name, lists: listsOf(vocabulary, name) }))

/** A list by its address under /top; undefined where there is none. */
export function findTopList(vocabulary: DirectoryVocabulary, id: string): TopList | undefined {
  const own = reportLists(vocabulary).find((list) => list.id === id)
  if (own !== undefined) return own
  const name = RANKED_FILTERS.find((filter) => id.startsWith(`${filter}/`))
  if (name === undefined) return undefined
  const value = id.slice(name.length + 1)
  const label = value === NOT_RANKED ? undefined : vocabulary.label(name, value)
  return label === undefined ? undefined : listOf(name, value, label)
}

function listOf(name: RankedFilter, value: string, label: string): TopList {
  const id = `${name}/${value}`
  return { id, url: topListUrl(id), title: label, fixed: { name, value }, heading: null, places: null, printed: null }
}
