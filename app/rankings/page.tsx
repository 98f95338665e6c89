import type { Metadata } from 'next'
import { count, counted } from '@/app/components/format'
import { directory } from '@/db/directory'
import { readRankings } from '@/db/market/rankings'

export const metadata: Metadata = {
  title: 'Published rankings',
  description: 'Rankings of companies as they were published, linked to their entries.',
}

export default function RankingsPage() {
  const rankings = readRankings(directory()).toSorted((a, b) => a.series.localeCompare(b.series) || a.year - b.year)
  return (
    <div className="sheet">
      <header>
        <h1>Published rankings</h1>
        <p className="sheet-lead">
          {counted(rankings.length, 'list', 'lists')} as others published them, as far as their places could be read. The directory’s own
          are the <a href="/top">top lists</a>.
        </p>
      </header>
      <div className="sideways">
        <table className="sheet-table">
          <caption className="sr-only">Published rankings</caption>
          <thead>
            <tr>
              <th scope="col">List</th>
              <th scope="col">Publisher</th>
              <th scope="col" data-numeric>
                Year
              </th>
              <th scope="col">Ranked by</th>
              <th scope="col" data-numeric>
                Places here
              </th>
              <th scope="col" data-numeric>
                In the directory
              </th>
            </tr>
          </thead>
          <tbody>
            {rankings.map(({ slug, url, title, publisher, year, metric, metricYear, places, linked, complete }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={url}>{title}</a>
                </th>
                <td className="quiet">{publisher}</td>
                <td data-numeric>{year}</td>
                <td className="quiet">{[metric.label, metricYear].filter(Boolean).join(', ')}</td>
                <td data-numeric>
                  {count(places)}
                  {complete ? ', all' : ''}
                </td>
                <td data-numeric>{count(linked)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
