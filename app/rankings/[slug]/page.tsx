import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count, counted, money } from '@/app/components/format'
import { Unknown } from '@/app/components/Unknown'
import { SourceCell } from '@/app/market/source-cell'
import { directory } from '@/db/directory'
import { type EditionRow, type PublishedRanking, type RankingPlace, readRanking } from '@/db/market/rankings'

interface PageProps {
  params: Promise<{ slug: string }>
}

const read = cache((slug: string) => readRanking(directory(), slug))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const ranking = read((await params).slug)
  return ranking === null ? {} : { title: ranking.title, description: `${ranking.title}, as ${ranking.publisher} published it.` }
}

export default async function RankingPage({ params }: PageProps) {
  const ranking = read((await params).slug)
  if (ranking === null) notFound()
  const { title, publisher, year, url, linked, editions } = ranking
  return (
    <div className="sheet">
      <header>
        <h1>{title}</h1>
        <p className="sheet-lead">
          As {publisher} published it in {year}, {measureOf(ranking)}. {completeness(ranking)}{' '}
          {counted(linked, 'place belongs', 'places belong')} to companies of the directory.
        </p>
        <p className="sheet-doors">
          <a href={`/api${url}.csv`} className="button-main" download>
            Export CSV
          </a>
          <a href="/rankings" className="text-link">
            All rankings
          </a>
        </p>
      </header>
      <div className="sideways">
        <table className="sheet-table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" data-numeric>
                Rank
              </th>
              <th scope="col">Name as printed</th>
              <th scope="col">Entry</th>
              <th scope="col" data-numeric>
                {ranking.metric.label}
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {ranking.entries.map((place, index) => (
              <tr key={index}>
                <td data-numeric>{place.rank}</td>
                <th scope="row">{place.name}</th>
                <td>
                  {place.organization ? (
                    <a href={place.organization.url}>{place.organization.name}</a>
                  ) : (
                    <Unknown words="not in the directory" />
                  )}
                </td>
                <td data-numeric>
                  <Figure of={place} currency={ranking.currency} />
                </td>
                <td className="quiet">
                  <SourceCell source={place.source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editions.length > 1 && <SideBySide ranking={ranking} />}
    </div>
  )
}

const measureOf = ({ metric, metricYear }: PublishedRanking) =>
  `by ${metric.label.toLowerCase()}${metricYear === null ? '' : ` of ${metricYear}`}`

function completeness({ complete, places }: PublishedRanking): string {
  const here = counted(places, 'place', 'places')
  return complete ? `All ${here} are here.` : `${here} of it ${places === 1 ? 'is' : 'are'} here; the others could not be read.`
}

function Figure({ of, currency }: { of: Pick<RankingPlace, 'amount'>; currency: string | null }) {
  if (of.amount === null) return <Unknown />
  return currency === null ? count(of.amount) : money(of.amount, currency)
}

/** The ranks in the other years of the list. */
function SideBySide({ ranking: { slug, editions, sideBySide } }: { ranking: PublishedRanking }) {
  return (
    <section aria-labelledby="years">
      <h2 id="years">Year beside year</h2>
      <div className="sideways">
        <table className="sheet-table">
          <caption>The rank of each name in each year; a line where what is here of that year’s list does not have it.</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {editions.map((edition) => (
                <th key={edition.slug} scope="col" data-numeric>
                  {edition.slug === slug ? edition.year : <a href={edition.url}>{edition.year}</a>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sideBySide.map((row) => (
              <EditionLine key={row.organization?.url ?? row.name} row={row} editions={editions} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function EditionLine({ row, editions }: { row: EditionRow; editions: PublishedRanking['editions'] }) {
  return (
    <tr>
      <th scope="row">{row.organization ? <a href={row.organization.url}>{row.name}</a> : row.name}</th>
      {row.places.map((place, index) => (
        <td key={editions[index]?.slug} data-numeric>
          {place === null ? <Unknown words="not on what is here" /> : place.rank}
        </td>
      ))}
    </tr>
  )
}
