import { describe, expect, it } from 'vitest'
import { QuestionError } from '@/db/question'
import { readArguments } from './arguments'

const read = (...args: string[]) => readArguments(args, 'search', ['json'])
const exported = (...args: string[]) => readArguments(args, 'export', [])

function mistakes(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof QuestionError) return error.mistakes
    throw error
  }
  return []
}

describe('arguments', () => {
  it('without a dash are the text', () => {
    expect(read('veritas', 'cluster server').pairs).toEqual([['q', 'veritas cluster server']])
    expect(read('--', '-x').pairs).toEqual([['q', '-x']])
    expect(read().pairs).toEqual([])
  })

  it('give a filter one value or several', () => {
    expect(read('--tier', '1,2', '--tier=3', '--location', 'US/Washington, DC').pairs).toEqual([
      ['tier', '1'],
      ['tier', '2'],
      ['tier', '3'],
      ['location', 'US/Washington, DC'],
    ])
    expect(exported('--slug', 'ibm,dell', '--columns', 'name,tier').pairs).toEqual([
      ['slug', 'ibm'],
      ['slug', 'dell'],
      ['columns', 'name,tier'],
    ])
  })

  it('exclude a value of a filter', () => {
    const excluded = [
      ['tier', '-1'],
      ['tier', '2'],
      ['tier', '-3'],
    ]
    expect(read('--tier=-1,2', '--tier=-3').pairs).toEqual(excluded)
    expect(read('--tier', '-1,2', '--tier', '-3').pairs).toEqual(excluded)
  })

  it('take an order that begins with a dash', () => {
    expect(read('--sort', '-revenue').pairs).toEqual([['sort', '-revenue']])
    expect(read('--sort=-revenue').pairs).toEqual([['sort', '-revenue']])
  })

  it('switch things on', () => {
    expect(read('--products', '--json', '--status', 'shipping')).toEqual({
      collection: 'products',
      pairs: [['status', 'shipping']],
      switches: new Set(['products', 'json']),
    })
    expect(exported('--bom').pairs).toEqual([['bom', '1']])
    expect(exported('--bom=0').pairs).toEqual([['bom', '0']])
  })

  it('that do not exist or say nothing are all refused at once', () => {
    expect(mistakes(() => read('--teir', '1', '-x', '--role'))).toMatchObject([
      { parameter: '--teir', allowed: expect.arrayContaining(['--tier']) },
      { parameter: '-x' },
      { parameter: 'role', message: '--role needs a value after it.' },
    ])
    expect(mistakes(() => exported('--page', '2'))).toHaveLength(1)
    expect(mistakes(() => read('--status', 'shipping'))).toHaveLength(1)
  })
})
