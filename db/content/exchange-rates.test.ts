import { describe, expect, it } from 'vitest'
import { Converter, exchangeRatesSchema } from './exchange-rates'
import { RATES } from './small-pack.test-helper'

const CONVERTER = new Converter(exchangeRatesSchema.parse(RATES))

describe('conversion to USD', () => {
  it.each<[string, string, number, number | null]>([
    ['USD as it is', 'USD', 1990, 100],
    ['the year’s rate', 'EUR', 2003, 110],
    ['the nearest year’s before the first', 'EUR', 1999, 90],
    ['the nearest year’s after the last', 'EUR', 2010, 110],
    ['a rate quoted as units per USD', 'JPY', 2002, 0.8],
    ['no rate', 'FIM', 2002, null],
  ])('%s', (_, currency, year, usd) => {
    const converted = CONVERTER.toUsd(100, currency, year)
    if (usd === null) expect(converted).toBeNull()
    else expect(converted).toBeCloseTo(usd)
  })

  it('gives whole cents', () => {
    expect(CONVERTER.toUsd(33.33, 'EUR', 2002)).toBe(30)
    expect(CONVERTER.toUsd(0.05, 'EUR', 2002)).toBe(0.05)
  })

  it('takes of two years as near the earlier', () => {
    const file = { ...RATES, usdPerUnit: { 2001: { EUR: 2 }, 2003: { EUR: 3 } } }
    expect(new Converter(exchangeRatesSchema.parse(file)).toUsd(1, 'EUR', 2002)).toBe(2)
  })
})
