/** From counts to the values a person chooses from: labelled, ordered, children under their group. */
import { chosenAndExcluded, type FilterName, type Question } from '../question'
import type { DirectoryVocabulary } from '../vocabulary'
import type { FacetValue } from './engine'
import { holdsTyped, labelWords, typedWords } from './label-words'

/** A facet with more values than this shows the first by count and those asked for; the others are found by searching in it. */
export const MOST_VALUES = 200
/** These are read as a scale: their values stand in their own order, not by count. */
const SCALES: readonly FilterName[] = ['tier', 'hal']

/** Values of a filter with how many entries have each; those that none has may be left out. */
export type Counts = Iterable<readonly [value: string, count: number]>

/** The values of one filter that have a count or are asked for, chosen or excluded. */
export function facetTree(question: Question, filter: FilterName, counts: Counts, vocabulary: DirectoryVocabulary): FacetValue[] {
  const values = facetValues(question, filter, counts, vocabulary)
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

function facetValues(question: Question, filter: FilterName, counts: Counts, vocabulary: DirectoryVocabulary): FacetValue[] {
  const { chosen, excluded } = chosenAndExcluded(question.filters[filter])
  const asked = new Set([...chosen, ...excluded])
  const values: FacetValue[] = []
  const add = (value: string, count: number) =>
    values.push({
      value,
      label: vocabulary.label(filter, value) ?? value,
      count,
      selected: chosen.includes(value),
      excluded: excluded.includes(value),
    })
  for (const [value, count] of counts) if (count > 0) add(value, count)
  const shown = new Set(values.map(({ value }) => value))
  for (const value of asked) if (!shown.has(value)) add(value, 0)
  // A leaf that is asked for shows its group, so that it is never out of sight.
  for (const value of asked) shown.add(value)
  for (const value of [...shown]) {
    const group = value.slice(0, Math.max(0, value.indexOf('/')))
    if (!group || shown.has(group)) continue
    shown.add(group)
    add(group, 0)
  }
  return values.sort(
    SCALES.includes(filter)
      ? (a, b) => compare(a.value, b.value)
      : (a, b) => b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value),
  )
}

const collator = new Intl.Collator('en', { sensitivity: 'base' })
const compare = (a: string, b: string) => collator.compare(a, b)
