import { describe, expect, it } from 'vitest'
import { featureValue, sentence, shortAddress } from './format'

describe('the value of a feature', () => {
  it.each([
    [{ value: true, unit: null }, 'yes'],
    [{ value: false, unit: null }, 'no'],
    [{ value: 99.999, unit: 'percent' }, '99.999 percent'],
    [{ value: 12000, unit: 'nodes' }, '12,000 nodes'],
    [{ value: 'no interruption', unit: null }, 'no interruption'],
    [{ value: ['5', '1'], unit: null }, '5, 1'],
    [{ value: { min: 2, max: 16 }, unit: 'drives' }, '2 to 16 drives'],
    [{ value: { min: 2 }, unit: 'drives' }, 'from 2 drives'],
    [{ value: { max: 16 }, unit: 'drives' }, 'up to 16 drives'],
    [{ value: { min: 4, max: 4 }, unit: 'drives' }, '4 drives'],
  ])('%j is %s', (feature, text) => {
    expect(featureValue(feature)).toBe(text)
  })
})

it('starts a sentence without changing the rest', () => {
  expect(sentence('sells for')).toBe('Sells for')
  expect(sentence('')).toBe('')
})

it.each([
  ['http://www.ibm.com', 'ibm.com'],
  ['https://example.org/a/', 'example.org/a'],
])('%s is shown as %s', (url, text) => {
  expect(shortAddress(url)).toBe(text)
})
