/** The words of the screen for what a question is made of. */
import { type Collection, chosenAndExcluded, type FilterName, type Question, type SortName } from '@/db/question'
import { chosenFilters, type Place } from './place'
import type { Wording } from './wording'

export const FILTER_WORDS: { readonly [name in FilterName]: string } = {
  role: 'Role',
  tier: 'Tier',
  segment: 'Segment',
  os: 'Operating system',
  hal: 'Availability level',
  category: 'In the report’s lists',
  location: 'Headquarters',
  ownership: 'Ownership',
  status: 'Status',
  supplier: 'Supplier',
}

export const SORT_WORDS: { readonly [name in SortName]: string } = {
  relevance: 'Relevance',
  name: 'Name',
  tier: 'Tier',
  revenue: 'Revenue',
  employees: 'Employees',
  founded: 'Founded',
  products: 'Products',
  supplier: 'Supplier',
  introduced: 'Introduced',
  price: 'Price',
}

/** One and many of what a collection holds. */
export const ENTRY_WORDS: { readonly [collection in Collection]: readonly [string, string] } = {
  organizations: ['company', 'companies'],
  products: ['product', 'products'],
}

/** The orders that one reads from the largest down first. */
const LARGEST_FIRST: ReadonlySet<SortName> = new Set(['revenue', 'employees', 'products', 'introduced', 'price'])

export const firstDirection = (by: SortName) => ({ by, descending: LARGEST_FIRST.has(by) })

/** A value in full, as the rail shows it: a tier or level with what it means. */
export function valueWords(wording: Wording, name: FilterName, value: string, label: string): string {
  const meaning = name === 'tier' || name === 'hal' ? wording.term(name, value)?.meaning : undefined
  return meaning ? `${value} · ${brief(meaning)}` : label
}

/** The label of a value; the value itself where it has none. */
export const labelOf = (wording: Wording, name: FilterName, value: string) => wording.label(name, value) ?? value

/** What a filter asks for: "Tier 1 or Tier 2", "not Tier 3". */
export function filterWords(wording: Wording, name: FilterName, values: readonly string[]): string {
  const { chosen, excluded } = chosenAndExcluded(values)
  const labels = (some: readonly string[]) => some.map((value) => labelOf(wording, name, value)).join(' or ')
  return [...(chosen.length > 0 ? [labels(chosen)] : []), ...(excluded.length > 0 ? [`not ${labels(excluded)}`] : [])].join(', ')
}

/** What was asked: “cluster”, Tier 1 or Tier 2, not Linux. Empty where nothing was. */
export function questionWords(wording: Wording, q: string, filters: readonly [FilterName, readonly string[]][]): string {
  return [...(q === '' ? [] : [`“${q}”`]), ...filters.map(([name, values]) => filterWords(wording, name, values))].join(', ')
}

/** The title of a page that answers: "“linux”, Tier 1 – Directory – Tierbook". @param name How the page is called. */
export function askedTitle(place: Place, question: Question, wording: Wording, name: string): string {
  const words = questionWords(wording, question.q, chosenFilters(place, question))
  return [...(words === '' ? [] : [words]), name, 'Tierbook'].join(' – ')
}

/** A value's label under that of its group, which it need not repeat: "Clustering and failover software" in Software. */
export function withinGroup(label: string, group: string): string {
  const ending = ` ${group.toLowerCase()}`
  return group !== '' && label.endsWith(ending) ? label.slice(0, -ending.length) : label
}

const brief = (meaning: string) => meaning.replaceAll(' billion', ' bn').replaceAll(' million', ' m')
