import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count, counted } from '@/app/components/format'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { type ExplainedTerm, readTerm } from '@/db/market/glossary'
import { topListUrl } from '@/db/records/links'
import { TierRule } from '../tier-rule'
import { GLOSSARY_WORDS } from '../words'

interface PageProps {
  params: Promise<{ term: string[] }>
}

const read = cache((id: string) => readTerm(directory(), id))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const term = await read((await params).term.join('/'))
  return term === null ? {} : { title: term.label, description: term.meaning ?? `${GLOSSARY_WORDS[term.name].title}: ${term.label}` }
}

export default async function TermPage({ params }: PageProps) {
  const term = await read((await params).term.join('/'))
  if (term === null) notFound()
  const { name, value, label, meaning, printed, within, children, tiers, companies, totals } = term
  const query = new URLSearchParams({ [name]: value })
  return (
    <div className="sheet">
      <header>
        <p className="sheet-note">
          <a href={`/glossary#${name}`}>{GLOSSARY_WORDS[name].title}</a>
          {within && (
            <>
              {' / '}
              <a href={within.url}>{within.label}</a>
            </>
          )}
        </p>
        <h1>{label}</h1>
        {meaning !== null && <p className="sheet-lead">{meaning}</p>}
        {printed && (
          <p className="sheet-lead">
            A list of the report’s section {printed.section}, page {printed.page}.
          </p>
        )}
        <Doors term={term} query={query} />
      </header>
      {name === 'tier' && <TierRule />}
      {children.length > 0 && (
        <section aria-labelledby="in-it">
          <h2 id="in-it">In it</h2>
          <ul className="index-list" data-long={children.length > 8 || undefined}>
            {children.map(({ id, url, label, organizations }) => (
              <li key={id}>
                <a href={url}>{label}</a>
                <b>{count(organizations)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {name !== 'tier' && tiers.length > 0 && (
        <section aria-labelledby="by-tier">
          <h2 id="by-tier">By tier</h2>
          <ul className="index-list">
            {tiers.map((tier) => (
              <li key={tier.value}>
                <a href={`/?${new URLSearchParams([...query, ['tier', tier.value]])}`}>{tier.label}</a>
                <b>{count(tier.count)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {companies.length > 0 && (
        <section aria-labelledby="companies">
          <h2 id="companies">
            {companies.length < totals.organizations ? `The first ${companies.length} companies by revenue` : 'Companies by revenue'}
          </h2>
          <ul className="name-list">
            {companies.map((company) => (
              <li key={company.url}>
                <a href={company.url}>{company.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The ways into the directory. */
function Doors({ term: { name, id, totals }, query }: { term: ExplainedTerm; query: URLSearchParams }) {
  const ranked = name === 'role' || name === 'segment' || name === 'category'
  return (
    <p className="sheet-doors">
      <a href={`/?${query}`} className="text-link">
        {counted(totals.organizations, ...ENTRY_WORDS.organizations)}
      </a>
      {totals.products !== null && (
        <a href={`/products?${query}`} className="text-link">
          {counted(totals.products, ...ENTRY_WORDS.products)}
        </a>
      )}
      {ranked && (
        <a href={topListUrl(id)} className="text-link">
          Ranked by revenue
        </a>
      )}
    </p>
  )
}
