import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Chips } from '@/app/components/Chips'
import { count, counted, millions } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { address, ORGANIZATIONS, type Place, queryPairs, type SearchParams, tryReadQuestion } from '@/app/components/place'
import { TierBadge } from '@/app/components/TierBadge'
import { ENTRY_WORDS } from '@/app/components/words'
import { SourceCell } from '@/app/market/source-cell'
import { directory } from '@/db/directory'
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
  return list === undefined ? {} : { title: `${titleOf(list)} by revenue`, description: `${titleOf(list)}, ranked by sourced revenue.` }
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
        <p className="sheet-lead">{filledWords(list, ranked)}</p>
        <Chips {...{ place, question }} wording={vocabulary} />
        <p className="sheet-doors">
          <a href={csvOf(list, question)} className="button-main" download>
            Export CSV
          </a>
          <a href={directoryOf(question)} className="text-link">
            {counted(ranked.total, ...ENTRY_WORDS.organizations)} in the directory
          </a>
          <a href="/top" className="text-link">
            All top lists
          </a>
        </p>
      </header>
      <Places ranked={ranked} title={titleOf(list)} />
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

const csvOf = (list: TopList, question: Question) => {
  const pairs = printQuestion(question)
  pairs.delete(list.fixed.name, list.fixed.value)
  return `/api${list.url}.csv${pairs.size === 0 ? '' : `?${pairs}`}`
}

const directoryOf = (question: Question) => address(ORGANIZATIONS, { ...question, sort: { by: 'revenue', descending: true }, page: 1 })

function filledWords({ places, printed }: TopList, { known, total, companies }: Ranked): string {
  const of = counted(total, ...ENTRY_WORDS.organizations)
  if (places === null || printed === null) {
    const shown = companies.length < known ? ` The first ${count(companies.length)} are shown.` : ''
    return `${count(known)} of ${of} have a sourced figure.${shown}`
  }
  const filled = `${count(Math.min(known, places))} of its ${count(places)} places are filled by sourced figures`
  const beyond = known > places ? `, and ${count(known - places)} more with a figure rank below` : ''
  return `A list of the report’s section ${printed.section}, page ${printed.page}, computed anew: ${filled}, from ${of}${beyond}.`
}

function Places({ ranked, title }: { ranked: Ranked; title: string }) {
  return (
    <div className="sideways">
      <table className="sheet-table">
        <caption className="sr-only">{title} by revenue</caption>
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
