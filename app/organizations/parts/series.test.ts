import { describe, expect, it } from 'vitest'
import type { FinancialRow } from '@/db/records/organization-lists'
import { partSeries, spanOf, spanSeries, yearSeries } from './series'

const term = (value: string) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })

const row = (fiscalYear: number, amount: number, more: Partial<FinancialRow> = {}): FinancialRow => ({
  fiscalYear,
  amount,
  metric: term('revenue'),
  currency: 'USD',
  usd: amount,
  scope: null,
  period: term('year'),
  periodEnd: null,
  basis: term('reported'),
  note: null,
  source: 1,
  ...more,
})
const quarter = (periodEnd: string | null, amount: number, more: Partial<FinancialRow> = {}) =>
  row(2002, amount, { period: term('quarter'), periodEnd, ...more })
const drawn = (series: { title: string; points: { label: string; row: FinancialRow }[] }[]) =>
  series.map(({ title, points }) => [title, points.map(({ label, row: { amount } }) => [label, amount])])

describe('years', () => {
  it('stand beside each other from the oldest on', () => {
    expect(drawn(yearSeries([row(2003, 3), row(2001, 1), row(2002, 2)]))).toEqual([
      [
        'Revenue',
        [
          ['2001', 1],
          ['2002', 2],
          ['2003', 3],
        ],
      ],
    ])
  })

  it('never stand beside estimates, quarters, parts, other metrics or currencies', () => {
    const alone = [
      row(2002, 1),
      row(2003, 2, { basis: term('estimate') }),
      quarter('2001-06', 3, { fiscalYear: 2001 }),
      row(2000, 4, { scope: 'Bolts' }),
      row(1999, 5, { metric: term('orders') }),
      row(1998, 6, { currency: 'EUR' }),
    ]
    expect(yearSeries(alone)).toEqual([])
  })

  it('of estimates are a drawing of their own that says so', () => {
    const [series] = yearSeries([row(2001, 1, { basis: term('estimate') }), row(2002, 2, { basis: term('estimate') })])
    expect(series).toMatchObject({ title: 'Revenue, estimate', soft: true, unit: 'USD million' })
  })

  it('of a part come after those of the whole and name it; of two for one year the first is drawn', () => {
    const rows = [row(2001, 1, { scope: 'Bolts' }), row(2002, 2, { scope: 'Bolts' }), row(2001, 9), row(2001, 8), row(2002, 7)]
    expect(drawn(yearSeries(rows))).toEqual([
      [
        'Revenue',
        [
          ['2001', 9],
          ['2002', 7],
        ],
      ],
      [
        'Revenue, Bolts',
        [
          ['2001', 1],
          ['2002', 2],
        ],
      ],
    ])
  })
})

describe('parts', () => {
  it('of one span stand beside each other, the largest first, and without the whole', () => {
    const rows = [row(2002, 1, { scope: 'Nuts' }), row(2002, 2, { scope: 'Bolts' }), row(2002, 9), row(2001, 5, { scope: 'Nuts' })]
    expect(drawn(partSeries(rows))).toEqual([
      [
        'Revenue, fiscal year 2002',
        [
          ['Bolts', 2],
          ['Nuts', 1],
        ],
      ],
    ])
  })

  it('of which one is told twice are drawn once', () => {
    const rows = [row(2002, 1, { scope: 'Nuts' }), row(2002, 2, { scope: 'Nuts' }), row(2002, 3, { scope: 'Bolts' })]
    expect(drawn(partSeries(rows))[0]?.[1]).toEqual([
      ['Bolts', 3],
      ['Nuts', 1],
    ])
    expect(partSeries(rows.slice(0, 2))).toEqual([])
  })
})

it('quarters stand beside each other where they say when they end', () => {
  expect(drawn(spanSeries([quarter('2002-12', 2), quarter('2001-12', 1), row(2002, 9)]))).toEqual([
    [
      'Revenue, quarter',
      [
        ['to 2001-12', 1],
        ['to 2002-12', 2],
      ],
    ],
  ])
  expect(spanSeries([quarter(null, 2), quarter('2001-12', 1)])).toEqual([])
})

it.each([
  [row(2003, 1), 'fiscal year 2003'],
  [quarter('2002-06', 1), 'quarter to 2002-06'],
  [quarter(null, 1, { note: 'third quarter' }), 'third quarter, fiscal year 2002'],
  [quarter(null, 1), 'quarter, fiscal year 2002'],
  [row(2002, 1, { period: term('instant'), periodEnd: '2002-12-31' }), 'at 2002-12-31'],
  [row(2002, 1, { period: term('instant') }), 'fiscal year 2002'],
])('a span is told in words', (figure, words) => {
  expect(spanOf(figure)).toBe(words)
})
