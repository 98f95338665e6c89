import type { Metadata } from 'next'
import { count } from '@/app/components/format'
import { FILTER_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { readFilledLists } from '@/db/market/filled'

export const metadata: Metadata = {
  title: 'Top lists',
  description: 'Companies ranked by revenue: the report’s own top lists, and one for every role, segment and list.',
}

export default async function TopListsPage() {
  const { own, others } = await readFilledLists(directory())
  return (
    <div className="sheet">
      <header>
        <h1>Top lists</h1>
        <p className="sheet-lead">
          Companies ranked by the revenue that the directory knows, each figure with its year and source. The lists are computed from the
          data as it stands; what others have published is under <a href="/rankings">published rankings</a>.
        </p>
      </header>
      <h2>The report’s own</h2>
      <ul className="index-list">
        {own.map(({ id, url, title, places, known, printed }) => (
          <li key={id}>
            <a href={url}>{title}</a>
            <span>{printed && `section ${printed.section}, p. ${printed.page}`}</span>
            <b>
              {count(Math.min(known, places ?? known))} of {count(places ?? known)}
            </b>
          </li>
        ))}
      </ul>
      <p className="sheet-note">The figures say how many of a list’s places are filled by sourced figures.</p>
      {others.map(({ name, lists }) => (
        <section key={name}>
          <h2>By {FILTER_WORDS[name].toLowerCase().replace('in the report’s lists', 'list of the report')}</h2>
          <ul className="index-list" data-long={lists.length > 8 || undefined}>
            {lists.map(({ id, url, title, known, total, level }) => (
              <li key={id} data-level={level}>
                <a href={url}>{title}</a>
                <b>
                  {count(known)} of {count(total)}
                </b>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
