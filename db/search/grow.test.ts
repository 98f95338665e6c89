import { expect, test } from 'vitest'
import { GrowingBytes, GrowingNumbers, narrowest } from './grow'

/** Enough that every kind of row has become a large one. */
const MANY = 500_000

test('numbers come back as they were given, in rows of any size and kind', () => {
  for (const length of [0, 1, 1024, 1025, MANY]) {
    const numbers = new GrowingNumbers()
    for (let at = 0; at < length; at++) numbers.push(at)
    numbers.stretch(length + 1)
    numbers.set(length, 255)
    const finished = numbers.finish()
    expect(finished.length).toBe(length + 1)
    expect(finished.every((number, at) => number === (at < length ? at : 255))).toBe(true)
    expect(finished.buffer.byteLength).toBe((length + 1) * 4)
    expect(numbers.length).toBe(0)
  }
})

test('a row can be used again after it was cleared, dropped or finished', () => {
  const numbers = new GrowingNumbers()
  for (const forget of [() => numbers.clear(), () => numbers.drop(), () => numbers.finish()]) {
    for (let at = 0; at < MANY; at++) numbers.push(7)
    forget()
    numbers.push(1)
    expect(Array.from(numbers.finish())).toEqual([1])
  }
})

test('the narrowest row that holds a number holds it', () => {
  for (const [most, bytes] of [
    [0, 1],
    [255, 1],
    [256, 2],
    [65_535, 2],
    [65_536, 4],
  ] as const) {
    const numbers = new GrowingNumbers()
    numbers.push(most)
    const finished = numbers.finish(narrowest(most))
    expect([finished[0], finished.byteLength]).toEqual([most, bytes])
  }
})

test('bytes and variable numbers come back as they were given', () => {
  const bytes = new GrowingBytes()
  const numbers = Array.from({ length: MANY }, (_, at) => (at * 7919) % 2 ** (at % 30))
  for (const number of numbers) bytes.pushVariable(number)
  const read: number[] = []
  let last = 0
  bytes.eachVariable((number, end) => {
    read.push(number)
    last = end
  })
  expect(read.length).toBe(MANY)
  expect(read.every((number, at) => number === numbers[at])).toBe(true)
  expect(last).toBe(bytes.length)
  bytes.pushAll(new Uint8Array(3).fill(9))
  bytes.push(8)
  expect(Array.from(bytes.finish().slice(last))).toEqual([9, 9, 9, 8])
})
