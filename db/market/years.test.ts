import { describe, expect, it } from 'vitest'
import { asked, organization, useDirectory } from './directory.test-helper'
import { readYears } from './years'

const row = (fiscalYear: number, amount: number, more = '') =>
  `{fiscalYear: ${fiscalYear}, metric: revenue, amount: ${amount}, currency: USD, source: s${more}}`

const directory = useDirectory({
  small: organization('small', 'Small', 'var', `financials: [${row(2002, 5e6)}]`),
  large: organization(
    'large',
    'Large',
    'supplier',
    `financials: [${[
      row(2002, 90e6, ', basis: estimate'),
      row(2002, 80e6),
      row(2001, 70e6),
      row(2003, 99e6, ', basis: forecast'),
      row(2002, 20e6, ', period: quarter'),
      row(2001, 30e6, ', scope: Boxes'),
      row(2002, 10e6, ', scope: Boxes, period: quarter, periodEnd: "2002-06"'),
    ].join(', ')}]`,
  ),
  silent: organization('silent', 'Silent', 'supplier'),
})

describe('revenue by year', () => {
  it('has the companies of the question by revenue, those without a figure left out', async () => {
    const slugs = async (query: string) => (await readYears(directory(), asked(directory(), query))).companies.map(({ slug }) => slug)
    expect(await slugs('')).toEqual(['large', 'small'])
    expect(await slugs('role=var')).toEqual(['small'])
    expect(await slugs('q=silent')).toEqual([])
  })

  it('has one figure a year of the whole, the reported one, and no forecast', async () => {
    const { companies } = await readYears(directory(), asked(directory(), 'role=supplier'))
    expect(companies[0]?.years.map(({ fiscalYear, usd, basis }) => [fiscalYear, usd, basis.value])).toEqual([
      [2001, 70e6, 'reported'],
      [2002, 80e6, 'reported'],
    ])
  })

  it('has the lines beside it, with the part of a year that a figure is of', async () => {
    const { companies } = await readYears(directory(), asked(directory(), 'role=supplier'))
    expect(companies[0]?.lines).toMatchObject([
      {
        scope: 'Boxes',
        fiscalYear: 2002,
        amount: 10e6,
        period: { value: 'quarter' },
        periodEnd: '2002-06',
        source: { url: 'https://example.org/large' },
      },
      { scope: 'Boxes', fiscalYear: 2001, amount: 30e6, period: { value: 'year' } },
    ])
  })
})
