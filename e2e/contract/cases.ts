/**
 * The cases any engine is put through (docs/contract.md in examples), asked of the pack beside this file: one file of cases/ per section.
 * Their form is checked, so that a slip in a file is no silent pass.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { FILTERS } from '@/db/question'
import type { EngineName } from '@/db/search/engine'

const ENGINES = ['embedded', 'meilisearch'] as const satisfies EngineName[]

const text = z.string().min(1)
const slugs = z.array(text)

const expectation = z
  .strictObject({
    /** Needed where the hits of the page are not all. */
    total: z.int().min(0).optional(),
    /** The hits of the page in their order. */
    slugs: slugs.optional(),
    /** The hits of the page in any order. */
    entries: slugs.optional(),
    /** Every value of the facets that are named: `value count`, `chosen` or `excluded` where it is, then its children after `>`. */
    facets: z.partialRecord(z.enum([...new Set([...FILTERS.organizations, ...FILTERS.products])]), z.array(text)).optional(),
    suggestions: z
      .strictObject({
        words: z.array(z.strictObject({ word: text, instead: text, q: text, total: z.int() })),
        dropFilters: z.array(z.strictObject({ name: text, values: z.array(text), total: z.int() })),
        /** The names that are near, which come with their addresses. */
        names: z.array(text).optional(),
      })
      .optional(),
    /** The mistakes in the order of the answer; `closest` is one of those allowed. */
    error: z
      .array(z.strictObject({ parameter: text, value: text.optional(), allowed: z.array(text).optional(), closest: text.optional() }))
      .optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, 'expects nothing')
  .refine((expect) => !expect.slugs || !expect.entries, 'expects the same hits twice')

/** The files of cases, in the order of the contract. */
export const SECTIONS = [
  'fields',
  'last-word',
  'phrases',
  'typos',
  'spelling',
  'synonyms',
  'relevance',
  'counts',
  'filters',
  'excluded',
  'sorts',
  'pages',
  'suggestions',
  'errors',
] as const

const caseSchema = z.strictObject({
  /** What the case proves. */
  rule: text,
  /** One question as a query string, or several with one answer. */
  ask: z.union([text.transform((ask) => [ask]), z.array(text).min(1)]),
  of: z.enum(['organizations', 'products']).default('organizations'),
  door: z.enum(['search', 'export']).default('search'),
  expect: expectation,
  /** Where an engine is known to answer otherwise, by its name, and why that is accepted. */
  differs: z.partialRecord(z.enum(ENGINES), z.strictObject({ reason: text, expect: expectation })).optional(),
})

export type Expectation = z.infer<typeof expectation>
export type Case = z.infer<typeof caseSchema>

const FOLDER = join('e2e', 'contract')

/** The content pack that the cases are asked of. */
export const PACK = join(FOLDER, 'pack')

/** Read the cases of a section. @throws {z.ZodError} naming what is wrong in its file. */
export function readCases(section: (typeof SECTIONS)[number]): Case[] {
  return z.array(caseSchema).parse(parse(readFileSync(join(FOLDER, 'cases', `${section}.yaml`), 'utf8')))
}
