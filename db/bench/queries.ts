/** The questions every engine is asked: what people type key by key, and what they choose, drawn from the first organizations of a synthetic directory. */
import { fold } from '../search/words'
import type { Sqlite } from '../sqlite'
import { Random } from './random'

export type QuestionKind = 'keystroke' | 'filter' | 'text and filters' | 'typo' | 'synonym' | 'word' | 'phrase' | 'page' | 'sort'

/** What is asked once; a keystroke belongs to a sequence. */
type SingleKind = Exclude<QuestionKind, 'keystroke'>

/** A question as a query string has it. */
export interface RecordedQuestion {
  kind: QuestionKind
  pairs: [name: string, value: string][]
}

/** Directories of one seed begin alike, so that questions about the first organizations have answers at every size. */
const FIRST = 1_000
/** How often each kind is asked; a keystroke sequence is as many questions as it has keys. */
const SEQUENCES = 24
const COUNTS: [kind: SingleKind, count: number][] = [
  ['filter', 24],
  ['text and filters', 30],
  ['typo', 30],
  ['synonym', 12],
  ['word', 24],
  ['phrase', 6],
  ['page', 8],
  ['sort', 12],
]
const DEEP_PAGES = ['2', '5', '20', '100'] as const
const SORTS = ['name', '-name', 'tier', '-revenue', '-employees', 'founded', '-products']

/**
 * About 330 questions; whoever has time for the first part of them only still has all kinds, for sequences and questions stand in random order.
 * @param sqlite A synthetic directory of at least 1,000 organizations.
 */
export function recordQuestions(sqlite: Sqlite, seed: number): RecordedQuestion[] {
  const recorder = new Recorder(sqlite, new Random(seed))
  const sequences: RecordedQuestion[][] = Array.from({ length: SEQUENCES }, (_, index) => recorder.sequence(index))
  for (const [kind, count] of COUNTS) for (let index = 0; index < count; index++) sequences.push([recorder.single(kind, index)])
  return new Random(seed).shuffled(sequences).flat()
}

/** One of the first organizations: what people would type and choose to find it. */
interface Sample {
  name: string
  products: string[]
  people: string[]
  overview: string
  /** Values of filters that it has. */
  values: [name: string, value: string][]
}

class Recorder {
  readonly #samples: Sample[]
  /** Labels of roles, segments, OSes and categories: what a need is typed as. */
  readonly #needs: string[]
  readonly #synonyms: string[]
  /** Words of names, products and overviews, the most frequent first. */
  readonly #words: string[]

  constructor(
    sqlite: Sqlite,
    readonly random: Random,
  ) {
    const column = (query: string) => sqlite.prepare(query).pluck().all() as string[]
    this.#samples = readSamples(sqlite)
    this.#needs = column(
      "SELECT label FROM terms WHERE kind IN ('role', 'segment', 'os', 'category') AND length(label) <= 30 ORDER BY kind, position",
    )
    this.#synonyms = column('SELECT phrase FROM synonyms ORDER BY "set", position')
    this.#words = byFrequency(this.#samples.flatMap(({ name, products, overview }) => [name, ...products, overview]))
  }

  /** A text typed key by key, every second time with filters already chosen. */
  sequence(index: number): RecordedQuestion[] {
    const sample = this.random.pick(this.#samples)
    const typed = [sample.name, sample.name, sample.products[0], sample.people[0], this.random.pick(this.#needs)][index % 5] ?? sample.name
    const text = fold(typed)
      .slice(0, 10 + this.random.below(8))
      .trimEnd()
    const filters = index % 2 === 0 ? [] : this.#filters(1 + (index % 3), sample)
    return Array.from(
      { length: text.length },
      (_, at): RecordedQuestion => ({ kind: 'keystroke', pairs: [['q', text.slice(0, at + 1)], ...filters] }),
    )
  }

  single(kind: SingleKind, index: number): RecordedQuestion {
    return { kind, pairs: this.#pairs(kind, index) }
  }

  #pairs(kind: SingleKind, index: number): [string, string][] {
    const { random } = this
    const q = (text: string): [string, string] => ['q', text]
    const sample = random.pick(this.#samples)
    switch (kind) {
      case 'filter':
        return this.#filters(1 + (index % 3), sample)
      case 'text and filters':
        return [
          q(index % 3 === 0 ? random.pick(this.#needs) : this.#someWords(1 + (index % 2), sample)),
          ...this.#filters(1 + (index % 4), sample),
        ]
      case 'typo':
        return [q(this.#mistyped(1 + (index % 2))), ...(index % 3 === 0 ? this.#filters(1, sample) : [])]
      case 'synonym':
        return [q(random.pick(this.#synonyms))]
      case 'word':
        return [q(this.#word(index))]
      case 'phrase': {
        const words = sample.overview.split(' ')
        const at = random.below(Math.max(1, words.length - 2))
        return [q(`"${words.slice(at, at + 2).join(' ')}"`)]
      }
      case 'page':
        return [...(index % 2 === 0 ? this.#filters(1, sample) : [q(this.#word(0))]), ['page', random.pick(DEEP_PAGES)]]
      case 'sort':
        return [
          ...(index % 3 === 0 ? [q(this.#word(index))] : this.#filters(1 + (index % 2), sample)),
          ['sort', SORTS[index % SORTS.length] ?? 'name'],
        ]
    }
  }

  /** Values of so many different filters that one organization has (of fewer where it has fewer), now and then with a second value of another one's. */
  #filters(count: number, sample: Sample): [string, string][] {
    const chosen: [string, string][] = []
    for (const pair of this.random.shuffled(sample.values)) {
      if (chosen.length < count && !chosen.some(([name]) => name === pair[0])) chosen.push(pair)
    }
    if (this.random.chance(0.3)) {
      const other = this.random.pick(this.random.pick(this.#samples).values)
      if (chosen.some(([name, value]) => name === other[0] && value !== other[1])) chosen.push(other)
    }
    return chosen
  }

  /** Words that stand together in one organization's name or overview. */
  #someWords(count: number, sample: Sample): string {
    const words = longWords(this.random.chance(0.5) ? sample.name : sample.overview, 3)
    return words.length > 0 ? this.random.shuffled(words).slice(0, count).join(' ') : this.#word(0)
  }

  /** Every second one of the fifty most frequent words, the others from anywhere down to those written once. */
  #word(index: number): string {
    return this.random.pick(index % 2 === 0 ? this.#words.slice(0, 50) : this.#words)
  }

  /** Words of a name or product, the first of them with one letter lost, doubled, replaced or swapped. */
  #mistyped(count: number): string {
    for (;;) {
      const sample = this.random.pick(this.#samples)
      const [first, ...others] = longWords(this.random.chance(0.7) ? sample.name : (sample.products[0] ?? sample.name), 5)
      if (first === undefined) continue
      const at = 1 + this.random.below(first.length - 2)
      const [before, letter, after] = [first.slice(0, at), first.charAt(at), first.slice(at + 1)]
      const letters = [
        after,
        letter + letter + after,
        String.fromCharCode(97 + this.random.below(26)) + after,
        after.charAt(0) + letter + after.slice(1),
      ]
      return [before + this.random.pick(letters), ...others].slice(0, count).join(' ')
    }
  }
}

function readSamples(sqlite: Sqlite): Sample[] {
  const rows = sqlite
    .prepare(
      `SELECT id, name, coalesce(overview, name) AS overview, coalesce(CAST(tier AS TEXT), 'unrated') AS tier, country, region, coalesce(ownership, 'unknown') AS ownership
       FROM organizations WHERE id <= ${FIRST} ORDER BY id`,
    )
    .all() as {
    id: number
    name: string
    overview: string
    tier: string
    country: string | null
    region: string | null
    ownership: string
  }[]
  const list = (query: string) => {
    const statement = sqlite.prepare(query)
    return (id: number) => statement.pluck().all(id) as string[]
  }
  const products = list('SELECT name FROM products WHERE organization_id = ? ORDER BY position')
  const people = list('SELECT name FROM people WHERE organization_id = ? ORDER BY position')
  const os = list(
    "SELECT DISTINCT parent || '/' || id FROM organization_terms JOIN terms USING (kind) WHERE organization_id = ? AND kind = 'os' AND id = term",
  )
  const terms = sqlite
    .prepare("SELECT kind, term FROM organization_terms WHERE organization_id = ? AND kind <> 'os' ORDER BY kind, position")
    .raw()
  return rows.map(({ id, name, overview, tier, country, region, ownership }) => {
    const values = terms.all(id) as [string, string][]
    for (const [, term] of values.filter(([kind]) => kind === 'segment')) values.push(['segment', term.split('/')[0] ?? term])
    for (const value of os(id)) values.push(['os', value], ['os', value.split('/')[0] ?? value])
    if (country !== null) values.push(['location', country], ['location', region === null ? country : `${country}/${region}`])
    values.push(['tier', tier], ['ownership', ownership])
    return { name, overview, products: products(id), people: people(id), values }
  })
}

const longWords = (text: string, least: number) => fold(text).match(new RegExp(`\\p{L}{${least},}`, 'gu')) ?? []

function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of longWords(text, 2)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
}
