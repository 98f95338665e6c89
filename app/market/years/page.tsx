import type { Metadata } from 'next'
import { millions } from '@/app/components/format'
import type { SearchParams } from '@/app/components/place'
import { Unknown } from '@/app/components/Unknown'
import { directory } from '@/db/directory'
import { MOST_FOLLOWED } from '@/db/market/limits'
import { type CompanyYears, type LineFigure, readYears } from '@/db/market/years'
import { PicturePage } from '../picture-page'
import { SourceCell } from '../source-cell'
import { YearLines } from './year-lines'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Revenue by year',
  description: 'Revenue of companies over the years and by line of business, each figure with its source.',
}

/** The report's list whose companies it gives a financial profile by product line. */
const TELECOM = 'ha-telecom-equipment'

export default async function YearsPage({ searchParams }: PageProps) {
  const telecom = directory().vocabulary().term('category', TELECOM)
  return (
    <PicturePage
      path="/market/years"
      title="Revenue by year"
      lead={
        <>
          The largest {MOST_FOLLOWED} of the companies asked for, over the years and by line of business.
          {telecom && (
            <>
              {' '}
              The report has financial profiles of its <a href={`/market/years?category=${TELECOM}`}>{telecom.label}</a>.
            </>
          )}
        </>
      }
      params={await searchParams}
      draw={async (question) => <Years companies={(await readYears(directory(), question)).companies} />}
    />
  )
}

function Years({ companies }: { companies: readonly CompanyYears[] }) {
  const drawn = companies.filter(({ years }) => years.length > 0)
  const withLines = companies.filter(({ lines }) => lines.length > 0)
  if (companies.length === 0) return <p className="sheet-note">Of none of them a revenue is known.</p>
  return (
    <>
      {drawn.length > 0 && (
        <figure className="figure" aria-labelledby="years-caption">
          <div className="sideways">
            <YearLines companies={drawn} />
          </div>
          <figcaption id="years-caption" className="sheet-note">
            Revenue of the whole company by fiscal year, in USD on a scale by powers of ten; a hollow point is an estimate.
          </figcaption>
          <YearTable companies={drawn} />
        </figure>
      )}
      {withLines.length > 0 && (
        <section aria-labelledby="lines" className="flow">
          <h2 id="lines">By line of business</h2>
          <LineTable companies={withLines} />
        </section>
      )}
    </>
  )
}

function YearTable({ companies }: { companies: readonly CompanyYears[] }) {
  const years = [...new Set(companies.flatMap((company) => company.years.map(({ fiscalYear }) => fiscalYear)))].sort((a, b) => a - b)
  return (
    <div className="sideways">
      <table className="sheet-table">
        <caption>USD million; each figure leads to where it was read</caption>
        <thead>
          <tr>
            <th scope="col">Company</th>
            {years.map((year) => (
              <th key={year} scope="col" data-numeric>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.slug}>
              <th scope="row">
                <a href={company.url}>{company.name}</a>
              </th>
              {years.map((year) => (
                <td key={year} data-numeric>
                  <YearCell figure={company.years.find(({ fiscalYear }) => fiscalYear === year)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function YearCell({ figure }: { figure: CompanyYears['years'][number] | undefined }) {
  if (figure === undefined) return <Unknown />
  const shown = millions(figure.usd)
  const estimate = figure.basis.value === 'reported' ? '' : ` (${figure.basis.label.toLowerCase()})`
  if (figure.source === null) return `${shown}${estimate}`
  return (
    <>
      <a href={figure.source.url} title={figure.source.title} rel="external">
        {shown}
      </a>
      {estimate}
    </>
  )
}

function LineTable({ companies }: { companies: readonly CompanyYears[] }) {
  return (
    <div className="sideways">
      <table className="sheet-table">
        <caption>Money in millions; the share is of the whole company in the same year</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col" data-numeric>
              Fiscal year
            </th>
            <th scope="col" data-numeric>
              Amount
            </th>
            <th scope="col" data-numeric>
              Share
            </th>
            <th scope="col">Remarks</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        {companies.map((company) => (
          <tbody key={company.slug}>
            <tr>
              <th scope="rowgroup" colSpan={6}>
                <a href={company.url}>{company.name}</a>
              </th>
            </tr>
            {company.lines.map((line, index) => (
              <tr key={index}>
                <td>{line.scope}</td>
                <td data-numeric>{line.fiscalYear}</td>
                <td data-numeric>
                  {line.currency} {millions(line.amount)}
                </td>
                <td data-numeric>{shareOf(line, company)}</td>
                <td className="quiet">{remarks(line)}</td>
                <td className="quiet">
                  <SourceCell source={line.source} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** Of a year, where the whole of that year is known; a part of a year has none. */
function shareOf({ fiscalYear, usd, period }: LineFigure, { years }: CompanyYears): string {
  const whole = years.find((year) => year.fiscalYear === fiscalYear)
  return whole === undefined || period.value !== 'year' ? '' : `${Math.round((usd / whole.usd) * 100)} %`
}

function remarks({ period, periodEnd, basis, note }: LineFigure): string {
  const span = period.value === 'year' ? '' : `${period.label.toLowerCase()}${periodEnd === null ? '' : ` to ${periodEnd}`}`
  return [span, basis.value === 'reported' ? '' : basis.label.toLowerCase(), note].filter(Boolean).join('; ')
}
