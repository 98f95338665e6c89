/** A search for a company by a plain form that keeps whom we know, and what it found. */
import { MAX_TEXT } from '@/db/question'
import type { Link } from '@/db/records/links'

interface FindCompanyProps {
  /** Of the form. */
  action: string
  /** Slugs of the companies that we know. */
  known: readonly string[]
  /** Of the parameter. */
  name: string
  /** What is looked for. */
  text: string
  label: string
  /** What is found, each with where it leads. */
  found: readonly Link[]
  /** What such a link does, for those who hear it: "Start from". */
  leads: string
}

export function FindCompany({ action, known, name, text, label, found, leads }: FindCompanyProps) {
  return (
    <>
      <form action={action} className="add-column">
        {known.map((slug) => (
          <input key={slug} type="hidden" name="from" value={slug} />
        ))}
        <input type="search" name={name} defaultValue={text} maxLength={MAX_TEXT} placeholder={label} aria-label={label} />
        <button type="submit" className="button-plain">
          Find
        </button>
      </form>
      {text !== '' && found.length === 0 && <p className="sheet-note">No further company is found for “{text}”.</p>}
      <ul className="name-list">
        {found.map(({ slug, name, url }) => (
          <li key={slug}>
            <a href={url}>
              <span className="sr-only">{leads} </span>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
