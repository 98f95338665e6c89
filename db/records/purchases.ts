/** A purchase of a part of a company is another matter than that of the company: it has words of its own, and nobody became anybody by it. */
import type { DirectoryVocabulary } from '../vocabulary'

const PART_WORDS: Readonly<Record<string, { here: string; there: string }>> = {
  acquired: { here: 'bought a part of', there: 'sold a part to' },
  'acquired-by': { here: 'sold a part to', there: 'bought a part of' },
}

/** How a purchase of a part reads from the end of the entry that states it and from the other one; undefined for any other relationship. */
export const partWordsOf = (type: string) => PART_WORDS[type]

/** How a statement reads from the end of the entry that has it. @param part What was bought, where it was not the whole. */
export function wordsOf(vocabulary: DirectoryVocabulary, type: string, part: string | null): string {
  return (part === null ? undefined : partWordsOf(type)?.here) ?? vocabulary.labelOf('relationship', type)
}

/** Whether two statements of the same parties can be of one purchase: no other year is given. */
export const sameYear = (a: number | null, b: number | null) => a === null || b === null || a === b
