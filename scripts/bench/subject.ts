/** What the bench measures: something that is built from a synthetic directory and then asked the questions. */
import type { BenchDirectory } from '@/db/bench/prepare'
import { FILTERS, type FilterName, type Question } from '@/db/question'

export interface Subject {
  /** Find the asked page and count every facet, each without its own filter. @returns the number of matches. */
  ask(question: Question): number | Promise<number>
  /** Whether it can be asked this at all; everything, unless said. */
  canAsk?(question: Question): boolean
  /** Resident bytes of a server that answers for it; undefined where they cannot be read. */
  serverBytes?(): number | undefined
  /** Bytes that it keeps on disk beside the database; it keeps none, unless said. */
  diskBytes?(): number | Promise<number>
  close(): void | Promise<void>
}

export interface Contender {
  /** What it does less or otherwise than the embedded engine, in plain words. */
  notes: string[]
  /** Whether answers come from another process, whose memory is then the one that counts. */
  server?: boolean
  build(bench: BenchDirectory): Subject | Promise<Subject>
}

export const SUBJECTS = ['embedded', 'fts5', 'orama', 'minisearch', 'meilisearch'] as const
export type SubjectName = (typeof SUBJECTS)[number]

/** The facets of an organization. */
export const FACETS: readonly FilterName[] = FILTERS.organizations

/** The fields of text in the contract's order of relevance, and how much more than the last each weighs where an engine weighs fields. */
export const WEIGHTS = { name: 32, aliases: 16, products: 8, labels: 4, people: 2, rest: 1 } as const

/** The chosen filters of a question. */
export const chosen = (question: Question) => Object.entries(question.filters) as [FilterName, readonly string[]][]

/** The words of a question as peers without phrases read them. */
export const plainWords = (question: Question) => question.q.replaceAll('"', ' ').trim()
