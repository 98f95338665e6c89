import { scaleLinear } from 'd3-scale'
import type { Metadata } from 'next'
import { count, counted, millions, money } from '@/app/components/format'
import type { SearchParams } from '@/app/components/place'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { MOST_RANKED } from '@/db/market/limits'
import { type Ranked, type RankedCompany, rankByRevenue } from '@/db/market/ranked'
import { Figure } from '../figure'
import { PicturePage } from '../picture-page'
import { SourceCell } from '../source-cell'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Revenue ranks',
  description: 'Companies by revenue, as bars, with their shares of what is known.',
}

export default async function RevenuePage({ searchParams }: PageProps) {
  return (
    <PicturePage
      path="/market/revenue"
      title="Revenue ranks"
      lead={
        <>
          The largest of the companies asked for. Lists with every figure and its source are the <a href="/top">top lists</a>.
        </>
      }
      params={await searchParams}
      draw={async (question) => <Ranks ranked={await rankByRevenue(directory(), question, MOST_RANKED)} />}
    />
  )
}

const WIDTH = 1000
const ROW = 24
const LABEL = 230
const FIGURE = 120

function Ranks({ ranked }: { ranked: Ranked }) {
  const { companies, known, total } = ranked
  if (companies.length === 0) return <p className="sheet-note">Of none of them a revenue is known.</p>
  const length = scaleLinear()
    .domain([0, companies[0]?.revenue.usd ?? 1])
    .range([0, WIDTH - LABEL - FIGURE])
  return (
    <Figure
      id="ranks-caption"
      caption={`Revenue of a year in USD million, and its share of all that is known of the companies asked for; an outline is an estimate. ${counted(known, ...ENTRY_WORDS.organizations)} of ${count(total)} have a figure${known > companies.length ? `, the first ${count(companies.length)} are drawn` : ''}.`}
      table={<RanksTable ranked={ranked} />}
    >
      <svg viewBox={`0 0 ${WIDTH} ${companies.length * ROW}`} className="ranks" style={{ minWidth: WIDTH * 0.9, maxWidth: WIDTH * 1.2 }}>
        <title>Companies by revenue</title>
        {companies.map((company, index) => (
          <Rank
            key={company.slug}
            company={company}
            share={shareOf(company, ranked)}
            y={index * ROW}
            length={length(company.revenue.usd)}
          />
        ))}
      </svg>
    </Figure>
  )
}

/** Of the revenue of all companies that have a figure. */
const shareOf = ({ revenue }: RankedCompany, { knownUsd }: Ranked) => `${percent.format((revenue.usd / knownUsd) * 100)} %`
const percent = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

interface RankProps {
  company: RankedCompany
  share: string
  y: number
  /** Of the bar. */
  length: number
}

function Rank({ company: { rank, name, url, tier, basis, revenue }, share, y, length }: RankProps) {
  const words = `${rank}. ${name}: ${money(revenue.usd, 'USD')}, fiscal year ${revenue.fiscalYear}${basis === 'estimate' ? ', estimate' : ''}`
  return (
    <a href={url} aria-label={words} className="figure-mark" data-tier={tier ?? 'unrated'} data-basis={basis}>
      <rect className="figure-ground" y={y} width={WIDTH} height={ROW} />
      <text x={24} y={y + 17} textAnchor="end" className="figure-small">
        {rank}
      </text>
      <text x={34} y={y + 17} className="figure-name">
        {name.length > 26 ? `${name.slice(0, 25)}…` : name}
      </text>
      <rect className="figure-square" x={LABEL} y={y + 6} width={Math.max(1, length)} height={ROW - 12} />
      <text x={LABEL + length + 8} y={y + 16} className="figure-small">
        {millions(revenue.usd)} · {share}
      </text>
    </a>
  )
}

function RanksTable({ ranked }: { ranked: Ranked }) {
  return (
    <table className="sheet-table">
      <caption className="sr-only">Companies by revenue</caption>
      <thead>
        <tr>
          <th scope="col" data-numeric>
            Rank
          </th>
          <th scope="col">Company</th>
          <th scope="col" data-numeric>
            Revenue, USD m
          </th>
          <th scope="col" data-numeric>
            Share
          </th>
          <th scope="col" data-numeric>
            Fiscal year
          </th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {ranked.companies.map((company) => (
          <tr key={company.slug}>
            <td data-numeric>{company.rank}</td>
            <th scope="row">
              <a href={company.url}>{company.name}</a>
            </th>
            <td data-numeric>{millions(company.revenue.usd)}</td>
            <td data-numeric>{shareOf(company, ranked)}</td>
            <td data-numeric>{company.revenue.fiscalYear}</td>
            <td className="quiet">
              <SourceCell source={company.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
