/** The terms that the glossary explains, each kind by the filter whose values they are. */
import type { FilterName } from '../question'
import { termUrl } from '../records/links'
import type { DirectoryVocabulary, TermKind, TermRow } from '../vocabulary'

/** Filters whose values are explained, in the order of the glossary, with the kinds of terms they are: a group before what is in it. */
export const EXPLAINED = {
  hal: ['hal'],
  tier: ['tier'],
  segment: ['segment-group', 'segment'],
  os: ['os-family', 'os'],
  role: ['role'],
  category: ['category'],
} as const satisfies { readonly [name in FilterName]?: readonly TermKind[] }

export type ExplainedName = keyof typeof EXPLAINED

export interface GlossaryTerm {
  /** Its address under /glossary: `hal/3`, `segment/software/clustering`. */
  id: string
  url: string
  name: ExplainedName
  /** As the filter has it. */
  value: string
  label: string
  /** What the taxonomy says of it, where that is more than its label. */
  meaning: string | null
  /** Where the report prints it. */
  printed: { section: number; page: number } | null
  /** The value of the group or family it is in. */
  parent: string | null
}

/** Every term of a filter in the order of the taxonomy, each group before its own. */
export function termsOf(vocabulary: DirectoryVocabulary, name: ExplainedName): GlossaryTerm[] {
  const [groups, leaves] = EXPLAINED[name]
  return vocabulary.terms(groups).flatMap((group) => {
    const within = leaves === undefined ? [] : vocabulary.terms(leaves).filter(({ parent }) => parent === group.id)
    return [describe(vocabulary, name, group), ...within.map((term) => describe(vocabulary, name, term))]
  })
}

/** A term by its address under /glossary; undefined where there is none. */
export function findTerm(vocabulary: DirectoryVocabulary, id: string): GlossaryTerm | undefined {
  const name = (Object.keys(EXPLAINED) as ExplainedName[]).find((filter) => id.startsWith(`${filter}/`))
  return name && termsOf(vocabulary, name).find((term) => term.id === id)
}

function describe(vocabulary: DirectoryVocabulary, name: ExplainedName, term: TermRow): GlossaryTerm {
  const value = term.kind === 'os' ? vocabulary.osValue(term.id) : term.id
  const id = `${name}/${value}`
  const { label, meaning, section, page } = term
  return {
    id,
    url: termUrl(id),
    name,
    value,
    label,
    meaning: meaning === label ? null : meaning,
    printed: section === null || page === null ? null : { section, page },
    parent: term.parent,
  }
}
