import { describe, expect, it } from 'vitest'
import { Names } from './names'

const NAMES = new Names([
  { slug: 'att', name: 'AT&T', legalName: 'AT&T Corp.', aliases: ['American Telephone & Telegraph'] },
  { slug: 'rontgen', name: 'Röntgen Systèmes', legalName: 'Röntgen Systèmes S.A.' },
  { slug: 'citizens', name: 'Citizens Communications', aliases: ['Frontier'] },
  { slug: 'oki', name: 'Oki', legalName: 'Oki Electric Industry Co., Ltd.' },
  { slug: 'acme-us', name: 'Acme', aliases: ['Acme Computer'] },
  { slug: 'acme-uk', name: 'Acme Ltd', aliases: ['Acme Computer'] },
])

describe('a name resolves', () => {
  it.each([
    ['by name', 'AT&T', 'att'],
    ['by legal name', 'AT&T Corp', 'att'],
    ['by alias', 'american telephone and telegraph', 'att'],
    ['whatever its case, diacritics and punctuation', 'RONTGEN-SYSTEMES', 'rontgen'],
    ['with another legal suffix', 'AT&T, Inc.', 'att'],
    ['without its legal suffixes', 'Oki Electric Industry', 'oki'],
    ['with an article', 'The Citizens Communications Company', 'citizens'],
    ['exactly, before any suffix is forgiven', 'Acme Ltd.', 'acme-uk'],
  ])('%s', (_, name, slug) => {
    expect(NAMES.resolve(name, 'other')).toEqual({ resolved: 'organization', slug })
  })

  it.each([
    ['unknown', 'Nobody Inc.'],
    ['the name of two with their suffixes forgiven', 'Acme Inc.'],
    ['an alias of two', 'Acme Computer'],
    ['a longer name', 'AT&T Wireless'],
    ['another company’s legal name that is an alias when cut short', 'Frontier Corporation'],
    ['no letters at all', '---'],
  ])('not where it is %s', (_, name) => {
    expect(NAMES.resolve(name, 'other')).toEqual({ resolved: 'text' })
  })

  it.each([
    ['its name', 'AT&T Corporation', 'att'],
    ['an alias', 'Frontier', 'citizens'],
    ['an alias with a suffix', 'Frontier Corporation', 'citizens'],
    ['a name that another organization has as well', 'Acme Computer', 'acme-us'],
  ])('to the organization itself by %s', (_, name, from) => {
    expect(NAMES.resolve(name, from)).toEqual({ resolved: 'self' })
  })
})
