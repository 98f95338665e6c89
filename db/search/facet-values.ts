/** From counts to the values a person chooses from: labelled, ordered, children under their group. */
import { chosenAndExcluded, type FilterName, type Question } from '../question'
import type { DirectoryVocabulary } from '../vocabulary'
import type { FacetValue } from './engine'
import { holdsTyped, labelWords, typedWords } from './label-words'

/** A facet with more values than this shows the first by count and those asked for; the others are found by searching in it. */
export const MOST_VALUES = 200
/** These are read as a scale: their values stand in their own order, not by count. */
const SCALES: readonly FilterName[] = ['tier', 'hal']

/** These have no children, and as many values as there are entries: only the first are looked at. */
const FLAT: readonly FilterName[] = ['supplier']

/** Values of a filter with how many entries have each; those that none has may be left out. */
export type Counts = Iterable<readonly [value: string, count: number]>

/** The values of one filter that have a count or are asked for, chosen or excluded. */
export function facetTree(question: Question, filter: FilterName, counts: Counts, vocabulary: DirectoryVocabulary): FacetValue[] {
  const values = facetValues(question, filter, counts, vocabulary, FLAT.includes(filter) ? MOST_VALUES : undefined)
  const tops = values.filter((value) => !value.value.includes('/'))
  const under = new Map<string, FacetValue[]>()
  for (const value of values) {
    const at = value.value.indexOf('/')
    if (at < 0) continue
    const group = value.value.slice(0, at)
    const children = under.get(group) ?? []
    children.push(value)
    under.set(group, children)
  }
  const tree = tops.map((top) => {
    const children = under.get(top.value)
    return children ? { ...top, children } : top
  })
  return tree.filter((value, rank) => rank < MOST_VALUES || isAsked(value))
}

const isAsked = ({ selected, excluded, children = [] }: FacetValue): boolean => selected || excluded || children.some(isAsked)

/** The values whose label holds every typed word, the last as its beginning, one typo forgiven as in a search. */
export function matchingValues(
  question: Question,
  filter: FilterName,
  counts: Counts,
  vocabulary: DirectoryVocabulary,
  text: string,
): FacetValue[] {
  const typed = typedWords(text)
  return facetValues(question, filter, counts, vocabulary).filter((value) => holdsTyped(labelWords(value.label), typed))
}

function facetValues(
  question: Question,
  filter: FilterName,
  counts: Counts,
  vocabulary: DirectoryVocabulary,
  most = Number.POSITIVE_INFINITY,
): FacetValue[] {
  const { chosen, excluded } = chosenAndExcluded(question.filters[filter])
  const asked = new Map([...chosen, ...excluded].map((value) => [value, 0]))
  const label = (value: string) => vocabulary.label(filter, value) ?? value
  const order = SCALES.includes(filter) ? byValue : byCount(filter, vocabulary)
  const first = new First(most, order)
  for (const [value, count] of counts) {
    if (asked.has(value)) asked.set(value, count)
    else if (count > 0 && first.mayTake(count)) first.take({ value, count, label: label(value) })
  }
  const values = [...first.values, ...[...asked].map(([value, count]) => ({ value, count, label: label(value) }))]
  // A leaf that is asked for shows its group, so that it is never out of sight.
  const shown = new Set(values.map(({ value }) => value))
  for (const value of [...shown]) {
    const group = value.slice(0, Math.max(0, value.indexOf('/')))
    if (!group || shown.has(group)) continue
    shown.add(group)
    values.push({ value: group, count: 0, label: label(group) })
  }
  return values.sort(order).map((value) => ({ ...value, selected: chosen.includes(value.value), excluded: excluded.includes(value.value) }))
}

type Counted = Pick<FacetValue, 'value' | 'label' | 'count'>
type Order = (a: Counted, b: Counted) => number

const collator = new Intl.Collator('en', { sensitivity: 'base' })
const byValue: Order = (a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)
const byLabel: Order = (a, b) => collator.compare(a.label, b.label) || byValue(a, b)

/** Comparing labels takes longer than counting, so those of closed lists are put in order once for each state of the vocabulary. */
const labelOrders = new WeakMap<DirectoryVocabulary, Map<FilterName, ReadonlyMap<string, number>>>()

function labelOrder(filter: FilterName, vocabulary: DirectoryVocabulary): ReadonlyMap<string, number> {
  const known = labelOrders.get(vocabulary) ?? new Map<FilterName, ReadonlyMap<string, number>>()
  labelOrders.set(vocabulary, known)
  let ofFilter = known.get(filter)
  if (!ofFilter) {
    const terms = vocabulary.values(filter).map((term) => ({ ...term, count: 0 }))
    ofFilter = new Map(terms.sort(byLabel).map(({ value }, place) => [value, place]))
    known.set(filter, ofFilter)
  }
  return ofFilter
}

function byCount(filter: FilterName, vocabulary: DirectoryVocabulary): Order {
  if (FLAT.includes(filter)) return (a, b) => b.count - a.count || byLabel(a, b)
  const ordered = labelOrder(filter, vocabulary)
  return (a, b) => {
    if (a.count !== b.count) return b.count - a.count
    const [left, right] = [ordered.get(a.value), ordered.get(b.value)]
    // A value that the vocabulary does not have is none of a closed list, and is its own label.
    return left === undefined || right === undefined ? byLabel(a, b) : left - right
  }
}

/** The first of many values in an order that begins with the count: those that cannot be among them are told without their label. */
class First {
  readonly values: Counted[] = []
  readonly #most: number
  readonly #order: Order

  constructor(most: number, order: Order) {
    this.#most = most
    this.#order = order
  }

  /** Whether a value of this count may be among the first. */
  mayTake(count: number): boolean {
    return this.values.length < this.#most || count >= (this.values.at(-1)?.count ?? 0)
  }

  take(value: Counted): void {
    if (this.#most === Number.POSITIVE_INFINITY) {
      this.values.push(value)
      return
    }
    let [low, high] = [0, this.values.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#order(this.values[middle] as Counted, value) < 0) low = middle + 1
      else high = middle
    }
    this.values.splice(low, 0, value)
    if (this.values.length > this.#most) this.values.pop()
  }
}
