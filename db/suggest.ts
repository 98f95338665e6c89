/** As one types: organizations, products, categories and filter values, each with the address it leads to. */
import type { OrganizationHit, ProductHit } from './answer'
import type { Directory } from './directory'
import type { Collection, FilterName } from './question'
import { readOrganizationHits, readProductHits } from './records/hits'
import { categoryUrl } from './records/links'
import { holdsTyped, labelWords, typedWords } from './search/label-words'
import { squash } from './search/words'
import type { DirectoryVocabulary } from './vocabulary'

export interface Suggestion {
  label: string
  url: string
  /** A few words that tell it from others of its name; empty where there are none. */
  detail: string
}

export interface SuggestedFilter extends Suggestion {
  collection: Collection
  name: FilterName
  value: string
}

export interface Suggested {
  q: string
  organizations: Suggestion[]
  products: Suggestion[]
  categories: Suggestion[]
  filters: SuggestedFilter[]
}

/** Of each group: as many as one reads while typing. */
const MOST = 6

/** The filters whose values are offered, where each is asked, and the short word before the value. Categories are a group of their own. */
const OFFERED: readonly { collection: Collection; name: FilterName; word: string }[] = [
  { collection: 'organizations', name: 'os', word: 'OS' },
  { collection: 'organizations', name: 'segment', word: 'Segment' },
  { collection: 'organizations', name: 'role', word: 'Role' },
  { collection: 'organizations', name: 'location', word: 'Headquarters' },
  { collection: 'organizations', name: 'tier', word: 'Tier' },
  { collection: 'organizations', name: 'hal', word: 'HAL' },
  { collection: 'organizations', name: 'ownership', word: 'Ownership' },
  { collection: 'products', name: 'status', word: 'Status' },
]
/** The first rank of those that hold the typed words with typos. */
const FORGIVEN = 4
const PATHS: Record<Collection, string> = { organizations: '/', products: '/products' }
const NO_TEXT = { needs: [] }

/** Suggest what a text that is being typed may mean; nothing for no text. @param q Trimmed, as parseQuestion gives it. */
export async function suggest(directory: Directory, q: string): Promise<Suggested> {
  if (q === '') return { q, organizations: [], products: [], categories: [], filters: [] }
  const { engine } = directory
  const vocabulary = directory.vocabulary()
  const candidates = candidatesOf(vocabulary)
  const [organizations, products] = await Promise.all([engine.best('organizations', q, MOST), engine.best('products', q, MOST)])
  return {
    q,
    organizations: readOrganizationHits(directory, organizations, NO_TEXT).map((hit) => suggestOrganization(hit, vocabulary)),
    products: readProductHits(directory, products, NO_TEXT).map((hit) => suggestProduct(hit, vocabulary)),
    categories: nearest(q, candidates.categories),
    filters: nearest(q, candidates.filters),
  }
}

function suggestOrganization({ name, url, roles, headquarters }: OrganizationHit, vocabulary: DirectoryVocabulary): Suggestion {
  const place = headquarters && [headquarters.city, headquarters.region, headquarters.country].filter((part) => part !== null).join(', ')
  return { label: name, url, detail: [roles.map((role) => vocabulary.labelOf('role', role)).join(', '), place].filter(Boolean).join(' · ') }
}

function suggestProduct({ name, url, supplierName, segment }: ProductHit, vocabulary: DirectoryVocabulary): Suggestion {
  return { label: name, url, detail: `${supplierName} · ${vocabulary.labelOf('segment', segment)}` }
}

/** Something with a label that can be typed. */
interface Candidate<S extends Suggestion> {
  suggestion: S
  /** The label as one word, its words, and those of the id. */
  squashed: string
  words: readonly string[]
  idWords: readonly string[]
}

interface Candidates {
  categories: Candidate<Suggestion>[]
  filters: Candidate<SuggestedFilter>[]
}

/** Reading hundreds of labels takes longer than finding one, so they are read once for each state of the vocabulary. */
const kept = new WeakMap<DirectoryVocabulary, Candidates>()

function candidatesOf(vocabulary: DirectoryVocabulary): Candidates {
  const known = kept.get(vocabulary)
  if (known) return known
  const candidates: Candidates = {
    categories: vocabulary
      .terms('category')
      .map(({ id, label, section }) =>
        candidate(id, label, { label, url: categoryUrl(id), detail: section === null ? '' : `Section ${section} of the report` }),
      ),
    filters: OFFERED.flatMap(({ collection, name, word }) =>
      vocabulary.values(name).flatMap(({ value, label }) => {
        const group = value.includes('/') ? vocabulary.label(name, value.slice(0, value.indexOf('/'))) : undefined
        // A family of one, such as Linux, is offered once.
        if (group === label) return []
        const said = label.startsWith(`${word} `) ? label : `${word}: ${label}`
        const url = `${PATHS[collection]}?${new URLSearchParams([[name, value]])}`
        return [candidate(value, label, { label: said, url, detail: group ?? '', collection, name, value })]
      }),
    ),
  }
  kept.set(vocabulary, candidates)
  return candidates
}

const candidate = <S extends Suggestion>(id: string, label: string, suggestion: S): Candidate<S> => ({
  suggestion,
  squashed: squash(label),
  words: labelWords(label),
  idWords: labelWords(id),
})

/**
 * Those whose label or id holds every typed word; the label itself first, then one that begins so, then any label, then those by id. Typos are
 * forgiven only where nothing holds the words as they are: who types “intel” means no “interconnect”.
 */
function nearest<S extends Suggestion>(q: string, candidates: readonly Candidate<S>[]): S[] {
  const squashed = squash(q)
  const typed = typedWords(q)
  if (typed.length === 0) return []
  const exact = typed.map((word) => ({ ...word, most: 0 }))
  const rankOf = ({ squashed: whole, words, idWords }: Candidate<S>) => {
    if (whole === squashed) return 0
    if (whole.startsWith(squashed)) return 1
    if (holdsTyped(words, exact)) return 2
    if (holdsTyped([...words, ...idWords], exact)) return 3
    if (holdsTyped(words, typed)) return FORGIVEN
    return holdsTyped([...words, ...idWords], typed) ? FORGIVEN + 1 : null
  }
  const ranked: { suggestion: S; rank: number }[] = []
  for (const one of candidates) {
    const rank = rankOf(one)
    if (rank !== null) ranked.push({ suggestion: one.suggestion, rank })
  }
  const isAsTyped = ranked.some(({ rank }) => rank < FORGIVEN)
  return ranked
    .filter(({ rank }) => rank < FORGIVEN || !isAsTyped)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ suggestion }) => suggestion)
}
