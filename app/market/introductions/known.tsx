/** The companies to start from, each with the way to take it away, and a search for more. */
import { directory } from '@/db/directory'
import { findCompanies } from '@/db/market/addable'
import { MOST_KNOWN } from '@/db/market/limits'
import { introductionsUrl, type Link } from '@/db/records/links'
import { FindCompany } from './find-company'

interface KnownProps {
  /** Null where it is yet to be said. */
  wanted: Link | null
  known: readonly Link[]
  /** What is looked for. */
  add: string
}

export async function Known({ wanted, known, add }: KnownProps) {
  const slugs = known.map(({ slug }) => slug)
  const taken = wanted === null ? slugs : [...slugs, wanted.slug]
  const found = add === '' ? [] : await findCompanies(directory(), taken, add)
  const urlOf = (from: readonly string[]) => introductionsUrl(wanted?.slug ?? null, from)
  return (
    <section aria-labelledby="known">
      <h2 id="known">Companies we know</h2>
      <ul className="name-list">
        {known.map(({ slug, name, url }) => (
          <li key={slug}>
            <a href={url}>{name}</a>{' '}
            <a href={urlOf(slugs.filter((other) => other !== slug))} className="comparison-remove">
              Remove<span className="sr-only"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
      {known.length < MOST_KNOWN ? (
        <FindCompany
          action={urlOf([])}
          known={slugs}
          name="add"
          text={add}
          label="A company we know"
          found={found.map((company) => ({ ...company, url: urlOf([...slugs, company.slug]) }))}
          leads="Start from"
        />
      ) : (
        <p className="sheet-note">There is room for {MOST_KNOWN} companies.</p>
      )}
    </section>
  )
}
