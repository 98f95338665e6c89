/** Revenue over the years and by line of business, of the largest companies of a question. */
import type { Directory } from '../directory'
import type { Question, Term } from '../question'
import { type Link, organizationLink } from '../records/links'
import { termOf } from '../records/reader'
import { MOST_FOLLOWED } from './limits'
import type { FigureSource } from './ranked'

interface Figure {
  fiscalYear: number
  amount: number
  currency: string
  usd: number
  basis: Term
  source: FigureSource | null
}

/** A line, division or territory, of a year or a part of one. */
export interface LineFigure extends Figure {
  scope: string
  period: Term
  periodEnd: string | null
  note: string | null
}

export interface CompanyYears extends Link {
  /** Of the whole company, a figure a year: the reported one where there are several. */
  years: Figure[]
  /** By year, the newest first, then as the entry has them. */
  lines: LineFigure[]
}

interface Row {
  id: number
  slug: string
  name: string
  fiscalYear: number
  amount: number
  currency: string
  usd: number
  basis: string
  scope: string | null
  period: string
  periodEnd: string | null
  note: string | null
  url: string | null
  title: string | null
  publisher: string | null
  date: string | null
}

const ROWS = `SELECT organizations.id, organizations.slug, organizations.name, fiscal_year AS fiscalYear, amount, currency, usd, basis, scope, period, period_end AS periodEnd,
  note, sources.url, sources.title, sources.publisher, sources.date
  FROM json_each(?) AS wanted CROSS JOIN organizations ON organizations.id = wanted.value
  JOIN financials ON financials.organization_id = organizations.id LEFT JOIN sources ON sources.id = financials.source_id
  WHERE metric = 'revenue' AND basis <> 'forecast' AND usd IS NOT NULL AND (scope IS NOT NULL OR period = 'year')
  ORDER BY wanted.key, scope IS NULL DESC, CASE WHEN scope IS NULL THEN fiscal_year ELSE -fiscal_year END, basis <> 'reported', financials.position`

/** The companies in the order of their revenue; those of which no year and no line is known are left out. */
export async function readYears(directory: Directory, question: Question): Promise<{ companies: CompanyYears[] }> {
  const ids = await directory.engine.matches({ ...question, sort: { by: 'revenue', descending: true } })
  const wanted = JSON.stringify(Array.from(ids.subarray(0, MOST_FOLLOWED)))
  const vocabulary = directory.vocabulary()
  const companies = new Map<number, CompanyYears>()
  for (const row of directory.database.sqlite.prepare<[string], Row>(ROWS).iterate(wanted)) {
    const company = companies.get(row.id) ?? { ...organizationLink(row), years: [], lines: [] }
    companies.set(row.id, company)
    const { fiscalYear, amount, currency, usd, scope, periodEnd, note } = row
    const figure = { fiscalYear, amount, currency, usd, basis: termOf(vocabulary, 'basis', row.basis), source: sourceOf(row) }
    if (scope !== null) company.lines.push({ ...figure, scope, period: termOf(vocabulary, 'period', row.period), periodEnd, note })
    else if (company.years.at(-1)?.fiscalYear !== fiscalYear) company.years.push(figure)
  }
  return { companies: [...companies.values()] }
}

const sourceOf = ({ url, title, publisher, date }: Row): FigureSource | null =>
  url === null || title === null ? null : { url, title, publisher, date }
