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

function Ranks({ ranked }: { ranked: Ranked }) {
  const { companies, known, total } = ranked
  if (companies.length === 0) return <p className="sheet-note">Of none of them a revenue is known.</p>
  const most = companies[0]?.revenue.usd ?? 1
  return (
    <Figure
      id="ranks-caption"
      caption={`Revenue of a year in USD million, and its share of all that is known of the companies asked for; an outline is an estimate. ${counted(known, ...ENTRY_WORDS.organizations)} of ${count(total)} have a figure${known > companies.length ? `, the first ${count(companies.length)} are drawn` : ''}.`}
      table={<RanksTable ranked={ranked} />}
    >
      <ol className="ranks">
        {companies.map((company) => (
          <Rank key={company.slug} company={company} share={shareOf(company, ranked)} length={company.revenue.usd / most} />
        ))}
      </ol>
    </Figure>
  )
}

/** Of the revenue of all companies that have a figure. */
const shareOf = ({ revenue }: RankedCompany, { knownUsd }: Ranked) => `${percent.format((revenue.usd / knownUsd) * 100)} %`
const percent = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

interface RankProps {
  company: RankedCompany
  share: string
  /** Of the bar, where the longest has 1. */
  length: number
}

/** A bar with its figure behind it; what a figure needs is left free behind the longest. */
function Rank({ company: { rank, name, url, tier, basis, revenue }, share, length }: RankProps) {
  const words = `${rank}. ${name}: ${money(revenue.usd, 'USD')}, fiscal year ${revenue.fiscalYear}${basis === 'estimate' ? ', estimate' : ''}`
  return (
    <li>
      <a href={url} aria-label={words} className="figure-mark rank" data-tier={tier ?? 'unrated'} data-basis={basis}>
        <span className="rank-number">{rank}</span>
        <span className="rank-name">{name}</span>
        <span className="rank-measure">
          <svg aria-hidden="true" className="rank-bar" style={{ width: `calc((100% - 8.5rem) * ${length.toFixed(4)})` }}>
            <rect className="figure-square" width="100%" height="100%" />
          </svg>
          {millions(revenue.usd)} · {share}
        </span>
      </a>
    </li>
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
