/** Questions as people might ask them of a pack: its own words, whole, begun or mistyped, with filters that often fit. */
import fc from 'fast-check'
import { FILTERS, type FilterName, type Question, SORTS, type Term } from '@/db/question'
import type { Entry } from './entries'

/** @param plain The question that asks for everything. @param texts Further texts to take words from. */
export function questions(
  plain: Question,
  entries: readonly Entry[],
  texts: readonly string[],
  values: (filter: FilterName) => readonly Term[],
): fc.Arbitrary<Question> {
  const some = fc.constantFrom(...entries)
  const text = fc.oneof(
    { weight: 8, arbitrary: some.chain((entry) => fc.constantFrom(...entry.texts)) },
    { weight: 1, arbitrary: fc.constantFrom(...texts) },
  )
  const q = fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: typedText(text) },
    { weight: 2, arbitrary: some.chain(wordsOfOne) },
  )
  const names: readonly FilterName[] = FILTERS[plain.collection]
  return some
    .chain((entry) =>
      fc.record({
        q,
        filters: fc.record(Object.fromEntries(names.map((name) => [name, asked(entry.facets[name] ?? [], values(name))]))),
        by: fc.oneof(fc.constant('relevance' as const), fc.constantFrom(...SORTS[plain.collection])),
        descending: fc.boolean(),
        page: fc.integer({ min: 1, max: 3 }),
        size: fc.constantFrom(1, 7, 50),
      }),
    )
    .map(({ q, filters, by, descending, page, size }): Question => {
      const sort =
        by !== 'relevance' ? { by, descending } : q === '' ? ({ by: 'name', descending } as const) : ({ by, descending: false } as const)
      const given = Object.entries(filters).filter(([, values]) => values !== undefined)
      return { ...plain, q, filters: Object.fromEntries(given), sort, page, size }
    })
}

/** Mostly nothing, now and then values that the entry has, any values, or both, some of them excluded. */
const asked = (own: readonly string[], all: readonly Term[]): fc.Arbitrary<string[] | undefined> =>
  fc.oneof(
    { weight: 16, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.constantFrom(...own).map((value) => [value]) },
    {
      weight: 2,
      arbitrary: fc
        .uniqueArray(fc.constantFrom(...own, ...all.map((term) => term.value)), { minLength: 1, maxLength: 3 })
        .chain((values) => fc.tuple(...values.map((value) => fc.constantFrom(value, `-${value}`)))),
    },
  )

/** One to three words of one text, as they stand, in quotes, begun or mistyped. */
function typedText(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return text
    .chain((whole) => {
      const words = whole.split(/\s+/).filter(Boolean)
      const part = fc
        .tuple(fc.nat({ max: words.length - 1 }), fc.integer({ min: 1, max: 3 }))
        .map(([from, count]) => words.slice(from, from + count).join(' '))
      return fc.oneof(
        part,
        part.chain(mistyped),
        part.chain(begun),
        part.chain(mistyped).chain(begun),
        part.chain(respelled),
        part.map((typed) => `"${typed}"`),
      )
    })
    .map(short)
}

/** Words of an entry from wherever they stand. */
function wordsOfOne(entry: Entry): fc.Arbitrary<string> {
  const words = entry.texts.flatMap((text) => text.split(/\s+/)).filter(Boolean)
  const typed = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((each) => each.join(' '))
  return fc.oneof(typed, typed.chain(mistyped), typed.chain(begun), typed.chain(respelled)).map(short)
}

const short = (typed: string) => typed.trim().slice(0, 100).trim()

const begun = (typed: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: Math.max(1, typed.length) }).map((length) => typed.slice(0, length))

/** The same words otherwise spelled: in capitals, without marks, with other signs between them or none. */
const respelled = (typed: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    typed.toUpperCase(),
    typed.normalize('NFD'),
    typed.replace(/\p{M}/gu, ''),
    typed.replace(/[^\p{L}\p{N}\s]/gu, ' '),
    typed.replace(/[^\p{L}\p{N}\s]/gu, ''),
    ...['-', '/', ' & ', '&', '', '.', ' / '].map((sign) => typed.replace(/\s+/g, sign)),
  )

/** One or two slips anywhere: a letter lost, doubled, exchanged for another or swapped with its neighbour. */
function mistyped(typed: string): fc.Arbitrary<string> {
  const slip = fc.record({
    at: fc.nat({ max: Math.max(0, typed.length - 1) }),
    kind: fc.constantFrom('lost', 'doubled', 'other', 'swapped'),
    letter: fc.constantFrom(...'aehlnrstz7'),
  })
  return fc.array(slip, { minLength: 1, maxLength: 2 }).map((slips) => slips.reduce(withSlip, typed))
}

function withSlip(typed: string, { at, kind, letter }: { at: number; kind: string; letter: string }): string {
  const [before, here, after] = [typed.slice(0, at), typed.slice(at, at + 1), typed.slice(at + 1)]
  if (kind === 'lost') return before + after
  if (kind === 'doubled') return before + here + here + after
  return kind === 'other' ? before + letter + after : before + after.slice(0, 1) + here + after.slice(1)
}
