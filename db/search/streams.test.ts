import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextBuilder } from './builder'
import { type EngineDocument, FIELD } from './fields'
import { Lexicon } from './lexicon'
import { Streams } from './streams'
import { buildSynonyms } from './synonyms'
import { standsAt } from './text'
import { chunks } from './words'

type Texts = Pick<EngineDocument, 'labels' | 'people' | 'rest'>

/** Of few words, so that many texts hold what is looked for, and some names with punctuation come often and others once. */
const word = fc.constantFrom('red', 'blue', 'gray')
const name = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.tuple(word, word, word).map((parts) => parts.join('-')) })
const text = fc.array(name, { maxLength: 5 }).map((names) => names.join(' '))
const texts = fc.array(text, { maxLength: 3 })
const entries = fc.array(fc.record({ labels: texts, people: texts, rest: texts }), { minLength: 1, maxLength: 25 })
const phrases = fc.oneof(
  fc.array(word, { minLength: 2, maxLength: 4 }),
  fc.tuple(
    word,
    fc.tuple(word, word, word).map((parts) => parts.join('')),
  ),
)

test('a phrase is found where its words stand side by side in one text, names read by their parts or as one', () => {
  fc.assert(
    fc.property(entries, phrases, (all, phrase) => {
      const builder = new TextBuilder(buildSynonyms([]))
      for (const entry of all) builder.add({ ...NOTHING, ...entry })
      const { words, streams } = builder.finish()
      const lexicon = new Lexicon(words)
      const read = new Streams(streams).phrase(phrase.map((each) => lexicon.find(each)))
      expect(all.map((_, entry) => read(entry))).toEqual(all.map((entry) => fieldsWith(entry, phrase)))
    }),
    { numRuns: 500 },
  )
})

const NOTHING: EngineDocument = {
  id: 1,
  owner: 1,
  standing: [0, 0],
  slug: '',
  name: '',
  aliases: [],
  products: [],
  labels: [],
  people: [],
  rest: [],
  facets: {},
  sorts: {},
}

function fieldsWith({ labels, people, rest }: Texts, phrase: string[]): number {
  const holds = (text: string) => {
    const row = chunks(text)
    return [row.flatMap(({ parts }) => parts), row.map(({ joined }) => joined)].some((words) =>
      words.some((_, at) => standsAt(words, at, { kind: 'phrase', words: phrase })),
    )
  }
  const fields = [
    [labels, FIELD.LABEL],
    [people, FIELD.PEOPLE],
    [rest, FIELD.REST],
  ] as const
  return fields.reduce((mask, [texts, field]) => (texts.some(holds) ? mask | field : mask), 0)
}
