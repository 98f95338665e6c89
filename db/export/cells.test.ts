import { describe, expect, it } from 'vitest'
import { line, number, text } from './cells'

describe('a cell of text', () => {
  it.each([
    ['Acme', 'Acme'],
    ['', ''],
    ['Acme, Inc.', '"Acme, Inc."'],
    ['the "best"', '"the ""best"""'],
    ['"', '""""'],
    ['one\ntwo', '"one\ntwo"'],
    ['one\rtwo', '"one\rtwo"'],
    ['one\r\ntwo', '"one\r\ntwo"'],
    [' space ', ' space '],
    ['Müller & 東芝 🖥', 'Müller & 東芝 🖥'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@home', "'@home"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ["'quoted", "'quoted"],
    ['a=b', 'a=b'],
  ])('%j is written %j', (value, written) => {
    expect(text(value)).toBe(written)
  })
})

describe('a cell with a number', () => {
  it.each([
    [0, '0'],
    [-5, '-5'],
    [1531000000, '1531000000'],
    [16.8, '16.8'],
  ])('%d is written %s', (value, written) => {
    expect(number(value)).toBe(written)
  })
})

describe('a line', () => {
  it('has commas between its cells and ends in CRLF', () => {
    expect(line(['a', '', '"b,c"'])).toBe('a,,"b,c"\r\n')
  })

  it('is never empty, for readers skip empty lines', () => {
    expect(line([''])).toBe('""\r\n')
    expect(line(['', ''])).toBe(',\r\n')
  })
})
