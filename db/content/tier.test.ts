import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Converter, exchangeRatesSchema } from './exchange-rates'
import type { FinancialRow } from './organization'
import { taxonomySchema } from './taxonomy'
import { rate, type TierFacts } from './tier'

const read = (name: string): unknown => parse(readFileSync(`content/${name}`, 'utf8'))
const TAXONOMY = taxonomySchema.parse(read('taxonomy.yaml'))
const CONVERTER = new Converter(exchangeRatesSchema.parse(read('exchange-rates.yaml')))

const of = (facts: TierFacts) => rate(facts, TAXONOMY, CONVERTER)
const row = (fiscalYear: number, amount: number, more: Partial<FinancialRow> = {}): FinancialRow => ({
  fiscalYear,
  metric: 'revenue',
  amount,
  currency: 'USD',
  source: 's1',
  ...more,
})
const staff = (count: number) => ({ count, asOf: 2001, source: 's9' })

describe('the rule that decides', () => {
  it.each<[string, TierFacts, { tier: number | null; rule: number | null; estimated: boolean; reason: string }]>([
    [
      'the newest year of 2000 to 2003',
      { financials: [row(2001, 5e9), row(2003, 3.36e10), row(2002, 1e6), row(2004, 1)] },
      { tier: 0, rule: 1, estimated: false, reason: 'USD 33.6 billion, fiscal year 2003' },
    ],
    [
      'of two for a year the reported one',
      { financials: [row(2002, 5e9, { basis: 'estimate' }), row(2002, 5e8)] },
      { tier: 2, rule: 1, estimated: false, reason: 'USD 500 million, fiscal year 2002' },
    ],
    [
      'of two reported for a year the first listed',
      { financials: [row(2002, 5e8), row(2002, 5e9)] },
      { tier: 2, rule: 1, estimated: false, reason: 'USD 500 million, fiscal year 2002' },
    ],
    [
      'a newer estimate before an older report',
      { financials: [row(2001, 5e9), row(2002, 5e8, { basis: 'estimate' })] },
      { tier: 2, rule: 1, estimated: true, reason: 'USD 500 million, fiscal year 2002, estimated' },
    ],
    [
      'another basis, in words',
      { financials: [row(2002, 5e8, { basis: 'pro-forma' })] },
      { tier: 2, rule: 1, estimated: true, reason: 'USD 500 million, fiscal year 2002, pro forma, estimated' },
    ],
    [
      'a year before any part of one',
      { financials: [row(2003, 9e9, { period: 'quarter', periodEnd: '2003-03' }), row(2000, 5e8)] },
      { tier: 2, rule: 1, estimated: false, reason: 'USD 500 million, fiscal year 2000' },
    ],
    [
      'the newest quarter, times four',
      {
        financials: [
          row(2002, 1e6, { period: 'quarter', periodEnd: '2002-06' }),
          row(2002, 3e7, { period: 'quarter', periodEnd: '2002-09-30' }),
          row(2001, 1e9, { period: 'half' }),
        ],
      },
      {
        tier: 2,
        rule: 2,
        estimated: true,
        reason: 'USD 120 million a year: the quarter to September 2002 of fiscal year 2002 scaled to a year, estimated',
      },
    ],
    [
      'a half, times two',
      { financials: [row(2002, 5e7, { period: 'half', periodEnd: '2002-06' })] },
      {
        tier: 2,
        rule: 2,
        estimated: true,
        reason: 'USD 100 million a year: the half year to June 2002 of fiscal year 2002 scaled to a year, estimated',
      },
    ],
    [
      'nine months, times four thirds, without an end',
      { financials: [row(2000, 7.5e8, { period: 'nine-months' })] },
      {
        tier: 1,
        rule: 2,
        estimated: true,
        reason: 'USD 1 billion a year: the nine months of fiscal year 2000 scaled to a year, estimated',
      },
    ],
    [
      'a part of a year before a year outside 2000 to 2003',
      { financials: [row(2004, 9e9), row(2000, 1e6, { period: 'quarter' })] },
      { tier: 3, rule: 2, estimated: true, reason: 'USD 4 million a year: the quarter of fiscal year 2000 scaled to a year, estimated' },
    ],
    [
      'of other years the nearest to 2002',
      { financials: [row(1998, 1e6), row(2004, 5e9), row(2005, 1e6), row(1999, 1e6)] },
      { tier: 1, rule: 3, estimated: true, reason: 'USD 5 billion, fiscal year 2004, the nearest known, estimated' },
    ],
    [
      'of two as near the earlier',
      { financials: [row(2005, 5e9), row(1999, 1e6)] },
      { tier: 3, rule: 3, estimated: true, reason: 'USD 1 million, fiscal year 1999, the nearest known, estimated' },
    ],
    ['employees', { employees: staff(18_000) }, { tier: 1, rule: 4, estimated: true, reason: '18,000 employees (2001), estimated' }],
    ['nothing', {}, { tier: null, rule: null, estimated: false, reason: 'Not rated: no revenue and no number of employees is known' }],
    [
      'no row of a division, a forecast or another metric',
      {
        financials: [
          row(2002, 9e9, { scope: 'Broadband' }),
          row(2002, 9e9, { basis: 'forecast' }),
          row(2002, 9e9, { metric: 'net-income' }),
        ],
        employees: staff(20),
      },
      { tier: 3, rule: 4, estimated: true, reason: '20 employees (2001), estimated' },
    ],
    [
      'another currency, at the rate of its fiscal year',
      { financials: [row(2003, 9e9, { currency: 'EUR' })] },
      { tier: 0, rule: 1, estimated: false, reason: 'EUR 9 billion (USD 10.2 billion), fiscal year 2003' },
    ],
    [
      'another currency, at the rate of the nearest year',
      { financials: [row(2000, 1e9, { currency: 'EUR' })] },
      { tier: 2, rule: 1, estimated: false, reason: 'EUR 1 billion (USD 945 million at the rate of 2002), fiscal year 2000' },
    ],
    [
      'no amount in a currency without a rate: the next rule',
      { financials: [row(2002, 9e11, { currency: 'FIM' }), row(1999, 2e8)] },
      {
        tier: 2,
        rule: 3,
        estimated: true,
        reason:
          'USD 200 million, fiscal year 1999, the nearest known, estimated; revenue in FIM cannot be compared: no exchange rate is known',
      },
    ],
    [
      'nothing but an amount that cannot be compared',
      { financials: [row(2002, 9e11, { currency: 'FIM' })] },
      {
        tier: null,
        rule: null,
        estimated: false,
        reason:
          'Not rated: no comparable revenue and no number of employees is known; revenue in FIM cannot be compared: no exchange rate is known',
      },
    ],
  ])('is %s', (_, facts, expected) => {
    expect(of(facts)).toMatchObject(expected)
  })
})

describe('bounds', () => {
  it.each([
    [1e10, 0],
    [1e10 - 1, 1],
    [1e9, 1],
    [1e9 - 1, 2],
    [1e8, 2],
    [1e8 - 1, 3],
    [0, 3],
    [-5, 3],
  ])('USD %d is tier %d', (amount, tier) => {
    expect(of({ financials: [row(2002, amount)] }).tier).toBe(tier)
  })

  it.each([
    [50_000, 0],
    [49_999, 1],
    [5_000, 1],
    [4_999, 2],
    [500, 2],
    [499, 3],
    [0, 3],
  ])('%d employees are tier %d', (count, tier) => {
    expect(of({ employees: staff(count) }).tier).toBe(tier)
  })

  it('never prints an amount as a tier that it does not reach', () => {
    expect(of({ financials: [row(2002, 999_999_999)] })).toMatchObject({ tier: 2, reason: 'USD 999 million, fiscal year 2002' })
  })

  it('rounds an amount as every other page does', () => {
    expect(of({ financials: [row(2002, 10_560_000_000)] })).toMatchObject({ tier: 0, reason: 'USD 10.6 billion, fiscal year 2002' })
  })
})

describe('what decided', () => {
  it('is shown as a year’s revenue, scaled where the rule scales, in its own currency and in USD', () => {
    expect(of({ financials: [row(2002, 1e8, { currency: 'EUR', period: 'quarter', source: 's7' })] })).toMatchObject({
      source: 's7',
      revenue: { amount: 4e8, currency: 'EUR', usd: expect.closeTo(4e8 * 0.9454), fiscalYear: 2002 },
    })
    expect(of({ employees: staff(7) })).toMatchObject({ source: 's9', revenue: null })
  })

  it('has no fraction of a unit, which scaling and rates leave', () => {
    expect(of({ financials: [row(2002, 1e8, { period: 'nine-months' })] }).revenue?.amount).toBe(133_333_333)
    expect(of({ financials: [row(2002, 1e6 + 1, { currency: 'EUR' })] }).revenue?.usd).toBe(Math.round((1e6 + 1) * 0.9454))
  })
})

describe('for any facts', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'FIM')
  const financial: fc.Arbitrary<FinancialRow> = fc.record(
    {
      fiscalYear: fc.integer({ min: 1995, max: 2008 }),
      metric: fc.constantFrom('revenue', 'revenue', 'net-income'),
      amount: fc.integer({ min: -1e9, max: 1e12 }),
      currency,
      source: fc.constantFrom('s1', 's2'),
      period: fc.constantFrom('year', 'half', 'nine-months', 'quarter', 'instant'),
      periodEnd: fc.constantFrom('2002', '2002-06', '2003-03-31'),
      basis: fc.constantFrom('reported', 'estimate', 'forecast', 'annualized', 'pro-forma'),
      scope: fc.constant('Broadband'),
    },
    { requiredKeys: ['fiscalYear', 'metric', 'amount', 'currency', 'source'] },
  )
  const facts: fc.Arbitrary<TierFacts> = fc.record(
    {
      financials: fc.array(financial, { maxLength: 6 }),
      employees: fc.record({ count: fc.nat(200_000), asOf: fc.constant(2002), source: fc.constant('s3') }),
    },
    { requiredKeys: [] },
  )

  it('more money never makes a lower tier', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 1_000 }), (before, times) => {
        const after = {
          ...before,
          financials: (before.financials ?? []).map((each) => ({ ...each, amount: Math.abs(each.amount) * times })),
        }
        const base = { ...before, financials: (before.financials ?? []).map((each) => ({ ...each, amount: Math.abs(each.amount) })) }
        expect(of(after).tier ?? 9).toBeLessThanOrEqual(of(base).tier ?? 9)
        expect(of(after).rule).toBe(of(base).rule)
      }),
    )
  })

  it('rows that do not count change nothing', () => {
    fc.assert(
      fc.property(facts, fc.array(financial, { maxLength: 3 }), fc.nat(6), (before, more, at) => {
        const idle = more.map((each) => ({ ...each, scope: 'A division' }))
        const rows = [...(before.financials ?? [])]
        rows.splice(at, 0, ...idle)
        expect(of({ ...before, financials: rows })).toEqual(of({ ...before, financials: before.financials ?? [] }))
      }),
    )
  })

  it('a tier has a reason, a rule and a source; none has none', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { tier, rule, source, reason, estimated, revenue } = of(given)
        expect(reason).not.toBe('')
        expect(reason).not.toMatch(/undefined|NaN/)
        expect(tier === null).toBe(rule === null)
        expect(tier === null).toBe(source === null)
        expect(revenue !== null).toBe(rule === 1 || rule === 2 || rule === 3)
        if (rule !== null && rule > 1) expect(estimated).toBe(true)
        if (estimated) expect(reason).toContain('estimated')
      }),
    )
  })
})
