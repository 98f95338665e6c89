/** What reading a record needs of the running directory, and the labels that records give with their ids. */
import type { Directory } from '../directory'
import type { Term } from '../question'
import type { DirectoryVocabulary, TermKind } from '../vocabulary'

export type Reader = Pick<Directory, 'database' | 'vocabulary'>

/** An id with its label. */
export const termOf = (vocabulary: DirectoryVocabulary, kind: TermKind, id: string): Term => ({
  value: id,
  label: vocabulary.labelOf(kind, id),
})

/** As `termOf`; an unknown fact stays null. */
export const termOrNull = (vocabulary: DirectoryVocabulary, kind: TermKind, id: string | number | null): Term | null =>
  id === null ? null : termOf(vocabulary, kind, String(id))

/** An OS as the filter `os` names it, with its family: `unix/solaris`. */
export const osTerm = (vocabulary: DirectoryVocabulary, os: string): Term => ({
  value: vocabulary.osValue(os),
  label: vocabulary.labelOf('os', os),
})
