import { expect, test } from 'vitest'
import { buildSynonyms } from './synonyms'
import { readText } from './text'
import { allowance, chunks, fold, spansOf, squash } from './words'

const parts = (text: string) => chunks(text).map((chunk) => chunk.parts)

test('case, diacritics and compatibility forms are one', () => {
  expect(fold('Société Générale')).toBe('societe generale')
  expect(fold('Ｔｉｅｒ')).toBe('tier')
  expect(fold('Østergård Straße')).toBe('ostergard strasse')
})

test('punctuation inside a name keeps its parts together', () => {
  expect(parts('MC/ServiceGuard')).toEqual([['mc', 'serviceguard']])
  expect(squash('RS/6000')).toBe('rs6000')
  for (const spelling of ['at&t', 'AT & T', 'ATT', 'A.T.&T.']) expect(squash(spelling)).toBe('att')
  expect(parts('storage & networking')).toEqual([['storage'], ['networking']])
  expect(parts('clusters—and (failover), too')).toEqual([['clusters'], ['and'], ['failover'], ['too']])
})

test('spans lead back to the text', () => {
  const text = 'The Société’s MC/ServiceGuard'
  for (const chunk of chunks(text)) {
    expect(spansOf(chunk).map(({ start, end }) => fold(text.slice(start, end)))).toEqual(chunk.parts)
  }
})

test('typos are forgiven by the letters of a word', () => {
  expect(['unix', 'linux', 'software', 'marathons', 'rs6000', '123456789'].map(allowance)).toEqual([0, 1, 1, 2, 0, 0])
})

test('any text can be read', () => {
  const none = buildSynonyms([])
  for (const text of ['', '"', '""', '&&&', '"a" "', '\0', '\ud800x', 'a'.repeat(512), '“curly quotes” too'])
    expect(() => readText(text, none)).not.toThrow()
})

test('the last word is a beginning, a quoted phrase is not', () => {
  const none = buildSynonyms([])
  expect(readText('fault tol', none).needs.map((need) => need.alternatives)).toEqual([
    [{ kind: 'word', word: 'fault', prefix: false, typos: 1 }],
    [{ kind: 'word', word: 'tol', prefix: true, typos: 0 }],
  ])
  expect(readText('"fault tolerant"', none).needs.map((need) => need.alternatives)).toEqual([
    [{ kind: 'phrase', words: ['fault', 'tolerant'] }],
  ])
})

test('a synonym of several words stands beside the words themselves', () => {
  const synonyms = buildSynonyms([
    { set: 1, kind: 'group', role: 'word', phrase: 'high availability' },
    { set: 1, kind: 'group', role: 'word', phrase: 'ha' },
  ])
  const [need] = readText('high availability', synonyms).needs
  expect(need?.alternatives.map((alternative) => alternative.kind)).toEqual(['all', 'word', 'word'])
  expect(readText('HA', synonyms).needs[0]?.alternatives).toContainEqual({
    kind: 'word',
    word: '\u0001high availability',
    prefix: false,
    typos: 0,
  })
})
