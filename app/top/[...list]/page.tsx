import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Chips } from '@/app/components/Chips'
import { count, counted, millions } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { address, chosenFilters, ORGANIZATIONS, type Place, queryPairs, type SearchParams, tryReadQuestion } from '@/app/components/place'
import { TierBadge } from '@/app/components/TierBadge'
import { ENTRY_WORDS } from '@/app/components/words'
import { SourceCell } from '@/app/market/source-cell'
import { directory } from '@/db/directory'
import { readFiled } from '@/db/market/filled'
import { MOST_PLACES } from '@/db/market/limits'
import { type Ranked, rankByRevenue } from '@/db/market/ranked'
import { findTopList, type TopList } from '@/db/market/top-lists'
import { printQuestion, type Question } from '@/db/question'

interface PageProps {
  params: Promise<{ list: string[] }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Pick<PageProps, 'params'>): Promise<Metadata> {
  const list = await find(params)
  return list === undefined ? {} : { title: rankedTitle(list), description: `${titleOf(list)}, ranked by sourced revenue.` }
}

/** One top list; further filters narrow it as they narrow the directory. */
export default async function TopListPage({ params, searchParams }: PageProps) {
  const list = await find(params)
  if (list === undefined) notFound()
  const asked = await searchParams
  const { name, value } = list.fixed
  // A second value of the list's own filter asks for the companies of either, and that is a question to the directory.
  if (asked[name] !== undefined) redirect(`/?${new URLSearchParams([...queryPairs(asked), [name, value]])}`)
  const place: Place<'organizations'> = { path: list.url, collection: 'organizations', fixed: list.fixed }
  const vocabulary = directory().vocabulary()
  const { question, mistakes } = tryReadQuestion(place, queryPairs(asked), vocabulary)
  if (!question) return <Mistakes {...{ place, params: asked, mistakes }} wording={vocabulary} />
  const ranked = await rankByRevenue(directory(), question, Math.min(list.places ?? MOST_PLACES, MOST_PLACES))
  return (
    <div className="sheet">
      <header>
        <h1>{titleOf(list)}</h1>
        <p className="sheet-lead">
          <Lead list={list} ranked={ranked} url={directoryOf(question)} narrowed={chosenFilters(place, question).length > 0} />
        </p>
        <Chips {...{ place, question }} wording={vocabulary} />
        <p className="sheet-doors">
          <a href={csvOf(list, question)} className="button-main" download>
            Export CSV
          </a>
          <a href="/top" className="text-link">
            All top lists
          </a>
        </p>
      </header>
      <Places ranked={ranked} title={rankedTitle(list)} />
      <p className="sheet-note">
        Revenue is that of the whole company, whatever part of it the list is about, and is the figure behind the company’s{' '}
        <a href="/glossary#tier">tier</a>: the newest of 2000 to 2003 where there is one.
      </p>
      <Lacking ranked={ranked} />
    </div>
  )
}

async function find(params: PageProps['params']): Promise<TopList | undefined> {
  const { list } = await params
  return findTopList(directory().vocabulary(), list.join('/'))
}

const titleOf = ({ title, printed }: TopList) => (printed === null ? `Top ${title}` : title)

/** The report's own lists say themselves by what they rank, most of them. */
const rankedTitle = (list: TopList) => (/\bby rev/i.test(list.title) ? titleOf(list) : `${titleOf(list)} by revenue`)

const csvOf = (list: TopList, question: Question) => {
  const pairs = printQuestion(question)
  pairs.delete(list.fixed.name, list.fixed.value)
  return `/api${list.url}.csv${pairs.size === 0 ? '' : `?${pairs}`}`
}

const directoryOf = (question: Question) => address(ORGANIZATIONS, { ...question, sort: { by: 'revenue', descending: true }, page: 1 })

interface LeadProps {
  list: TopList
  ranked: Ranked
  /** The companies that it ranks, in the directory. */
  url: string
  /** What of them the list is narrowed to is in the chips. */
  narrowed: boolean
}

/** How far the list is filled, and whom it ranks: often more than are filed under the report's heading of the same name. */
async function Lead({ list, ranked: { known, total, companies }, url, narrowed }: LeadProps) {
  const { places, printed, fixed } = list
  const from = <a href={url}>{counted(total, ...ENTRY_WORDS.organizations)}</a>
  if (places === null || printed === null) {
    return (
      <>
        {count(known)} of {from} have a sourced figure.
        {companies.length < known && ` The first ${count(companies.length)} are shown.`}
      </>
    )
  }
  const filed = narrowed ? null : await readFiled(directory(), list)
  const whom = directory().vocabulary().label(fixed.name, fixed.value)
  return (
    <>
      A list of the report’s section {printed.section}, page {printed.page}, computed anew: {count(Math.min(known, places))} of its{' '}
      {count(places)} places are filled by sourced figures{known > places && `, and ${count(known - places)} more with a figure rank below`}
      . It ranks {from} of “{whom}”
      {filed !== null && (
        <>
          , whether or not they are among the <a href={filed.url}>{counted(filed.count, ...ENTRY_WORDS.organizations)}</a> that are filed
          under the heading of this list
        </>
      )}
      .
    </>
  )
}

function Places({ ranked, title }: { ranked: Ranked; title: string }) {
  return (
    <div className="sideways">
      <table className="sheet-table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col" data-numeric>
              Rank
            </th>
            <th scope="col">Company</th>
            <th scope="col">Tier</th>
            <th scope="col" data-numeric>
              Revenue, USD m
            </th>
            <th scope="col" data-numeric>
              Fiscal year
            </th>
            <th scope="col">Basis</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {ranked.companies.map(({ rank, slug, name, url, tier, tierEstimated, revenue, basis, reason, source }) => (
            <tr key={slug}>
              <td data-numeric>{rank}</td>
              <th scope="row">
                <a href={url}>{name}</a>
              </th>
              <td>
                <TierBadge tier={tier} estimated={tierEstimated} />
              </td>
              <td data-numeric>{millions(revenue.usd)}</td>
              <td data-numeric>{revenue.fiscalYear}</td>
              <td className="quiet" title={reason}>
                {basis}
              </td>
              <td className="quiet">
                <SourceCell source={source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lacking({ ranked: { total, known, lacking } }: { ranked: Ranked }) {
  if (lacking.length === 0) return null
  return (
    <section aria-labelledby="lacking">
      <h2 id="lacking">Known, but without a figure</h2>
      <p className="sheet-note">
        {counted(total - known, ...ENTRY_WORDS.organizations)} of this list have no sourced revenue and therefore no place.
        {lacking.length < total - known && ` The first ${count(lacking.length)} are named.`}
      </p>
      <ul className="name-list">
        {lacking.map(({ url, name }) => (
          <li key={url}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
