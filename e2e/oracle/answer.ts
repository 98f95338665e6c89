/** What a question's answer has to be, by going through all entries again and again. */
import { FILTERS, type FilterName, type Question, type Sort, type Vocabulary } from '@/db/question'
import type { FacetValue } from '@/db/search/engine'
import type { Entry } from './entries'
import { compareWithAll, type Meant, type Part, readQuestion, type Synonyms, squash, typosBetween, typosIn, type Value } from './text'

/** Where relevance puts an entry: each number decides where those before it tie, the last where the slug does not have to. */
type Rank = readonly [typos: number, field: number, length: number]

interface Ranked {
  entry: Entry
  rank: Rank
}

export interface Expected {
  total: number
  facets: { [name in FilterName]?: FacetValue[] }
  /** Slugs in their order; where the contract leaves an order open, those among which it does stand together. */
  order: string[][]
}

const FIELD = { whole: 0, start: 1, name: 2, alias: 3, product: 4, labels: 5, people: 6, rest: 7 } as const
/** A facet shows no more values than this; the others are found by searching in it. */
const MOST_VALUES = 200

export class Oracle {
  readonly #entries: readonly Entry[]
  readonly #synonyms: Synonyms
  readonly #vocabulary: Vocabulary
  readonly #meant: Meant

  constructor(entries: readonly Entry[], synonyms: Synonyms, vocabulary: Vocabulary) {
    this.#entries = entries
    this.#synonyms = synonyms
    this.#vocabulary = vocabulary
    this.#meant = compareWithAll(new Set(entries.flatMap(textsOf).flatMap((value) => [...value.words])))
  }

  answer(question: Question): Expected {
    const parts = readQuestion(question.q, this.#synonyms)
    const found = this.#entries.filter((entry) => this.#typos(textsOf(entry), parts) < Infinity)
    const matches = found.filter((entry) => passes(entry, question))
    const names: readonly FilterName[] = FILTERS[question.collection]
    const relevance = () => byRelevance(matches.map((entry) => ({ entry, rank: this.#rank(entry, parts, squash(question.q)) })))
    return {
      total: matches.length,
      facets: Object.fromEntries(names.map((name) => [name, this.#facet(name, found, question)])),
      order: question.sort.by === 'relevance' ? relevance() : matches.sort(by(question.sort)).map(({ slug }) => [slug]),
    }
  }

  #facet(name: FilterName, found: readonly Entry[], question: Question): FacetValue[] {
    const counts = new Map<string, number>()
    for (const entry of found.filter((each) => passes(each, question, name))) {
      for (const value of entry.facets[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const asked = question.filters[name] ?? []
    const values = asked.map((value) => value.replace(/^-/, ''))
    const groups = values.flatMap((value) => (value.includes('/') ? [value.split('/')[0] ?? ''] : []))
    const all = [...new Set([...counts.keys(), ...values, ...groups])].map((value) => ({
      value,
      label: this.#vocabulary.label(name, value) ?? value,
      count: counts.get(value) ?? 0,
      selected: asked.includes(value),
      excluded: asked.includes(`-${value}`),
    }))
    const scale = name === 'tier' || name === 'hal'
    all.sort((a, b) => (scale ? 0 : b.count - a.count || byLabel(a.label, b.label)) || compare(a.value, b.value))
    return all
      .filter(({ value }) => !value.includes('/'))
      .filter(({ value }, index) => index < MOST_VALUES || [...values, ...groups].includes(value))
      .map((top) => {
        const children = all.filter(({ value }) => value.startsWith(`${top.value}/`))
        return children.length > 0 ? { ...top, children } : top
      })
  }

  /** The best that relevance can say of an entry that matches. */
  #rank(entry: Entry, parts: readonly Part[], typed: string): Rank {
    const { name, aliases, products, labels, people, lengths } = entry
    if (parts.length === 0) return [0, FIELD.whole, 0]
    const typos = (place: readonly Value[]) => this.#typos(place, parts)
    const like = (value: Value, beginning: boolean, least: number) =>
      least < Infinity && typosBetween(typed, value.squashed, beginning, least) < Infinity
    const inName = (least: number, value: Value): Rank => [
      least,
      like(value, false, least) ? FIELD.whole : like(value, true, least) ? FIELD.start : FIELD.name,
      value.length,
    ]
    const inAlias = (least: number, value: Value): Rank => [least, like(value, false, least) ? FIELD.whole : FIELD.alias, value.length]
    const places: Rank[] = [
      inName(typos([name]), name),
      ...aliases.map((alias) => inAlias(typos([alias]), alias)),
      ...products.map((product): Rank => [typos([product]), FIELD.product, product.length]),
      [typos(labels), FIELD.labels, lengths.labels],
      [typos(people), FIELD.people, lengths.people],
      // Several fields together have no length that the contract names.
      [typos(textsOf(entry)), FIELD.rest, 0],
    ]
    return places.reduce((best, place) => (compareRanks(place, best) < 0 ? place : best))
  }

  #typos(place: readonly Value[], parts: readonly Part[]): number {
    return typosIn(place, parts, this.#meant)
  }
}

const textsOf = ({ name, aliases, products, labels, people, rest }: Entry) => [name, ...aliases, ...products, ...labels, ...people, ...rest]

/** Whether an entry has what is asked for, less one filter. */
function passes({ facets }: Entry, { filters }: Question, except?: FilterName): boolean {
  return (Object.keys(filters) as FilterName[])
    .filter((name) => name !== except)
    .every((name) => {
      const has = (value: string) => facets[name]?.includes(value)
      const asked = filters[name] ?? []
      const chosen = asked.filter((value) => !value.startsWith('-'))
      return (chosen.length === 0 || chosen.some(has)) && !asked.some((value) => value.startsWith('-') && has(value.slice(1)))
    })
}

/** Labels that differ in case or diacritics alone are equal. */
const byLabel = new Intl.Collator('en', { sensitivity: 'base' }).compare
const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
const compareRanks = (a: Rank, b: Rank) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Unknown values last in either direction, ties by slug. */
const by =
  (sort: Sort) =>
  (a: Entry, b: Entry): number => {
    const left = a.sorts[sort.by] ?? null
    const right = b.sorts[sort.by] ?? null
    if (left === null || right === null) return Number(left === null) - Number(right === null) || compare(a.slug, b.slug)
    return (sort.descending ? compare(right, left) : compare(left, right)) || compare(a.slug, b.slug)
  }

/** The ladder; entries in which several fields hold the text together are one group by their typos. */
function byRelevance(matches: Ranked[]): string[][] {
  matches.sort(
    (a, b) =>
      compareRanks(a.rank, b.rank) ||
      Number(b.entry.supplierOfReport) - Number(a.entry.supplierOfReport) ||
      b.entry.productCount - a.entry.productCount ||
      compare(a.entry.slug, b.entry.slug),
  )
  const groups: string[][] = []
  let before: Rank | undefined
  for (const { entry, rank } of matches) {
    const together = rank[1] === FIELD.rest && before?.[1] === FIELD.rest && rank[0] === before[0]
    if (together) groups.at(-1)?.push(entry.slug)
    else groups.push([entry.slug])
    before = rank
  }
  return groups
}
