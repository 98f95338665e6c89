import type { Metadata } from 'next'
import { count } from '@/app/components/format'
import { directory } from '@/db/directory'
import { readGlossary } from '@/db/market/glossary'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import { TierRule } from './tier-rule'
import { GLOSSARY_WORDS } from './words'

export const metadata: Metadata = {
  title: 'Glossary',
  description:
    'Availability levels, tiers and their rule, segments, operating systems, roles and lists, each explained with what is in it.',
}

export default async function GlossaryPage() {
  const groups = await readGlossary(directory())
  return (
    <div className="sheet">
      <header>
        <h1>Glossary</h1>
        <p className="sheet-lead">The words by which the directory is ordered, what each means, and how many companies it is said of.</p>
        <ul className="name-list">
          {groups.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`}>{GLOSSARY_WORDS[name].title}</a>
            </li>
          ))}
          <li>
            <a href="#feature">Features</a>
          </li>
        </ul>
      </header>
      {groups.map(({ name, terms }) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{GLOSSARY_WORDS[name].title}</h2>
          <p className="sheet-note">{GLOSSARY_WORDS[name].lead}</p>
          <ul className="index-list" data-long={terms.every(({ meaning }) => meaning === null) || undefined}>
            {terms.map(({ id, url, label, meaning, parent, printed, organizations }) => (
              <li key={id} data-level={parent === null ? 1 : 2}>
                <a href={url}>{label}</a>
                <span>{meaning ?? (printed && `p. ${printed.page}`)}</span>
                <b>{count(organizations)}</b>
              </li>
            ))}
          </ul>
          {name === 'tier' && <TierRule />}
        </section>
      ))}
      <Features vocabulary={directory().vocabulary()} />
    </div>
  )
}

/** What can be compared of products. */
function Features({ vocabulary }: { vocabulary: DirectoryVocabulary }) {
  return (
    <section aria-labelledby="feature">
      <h2 id="feature">Features</h2>
      <p className="sheet-note">
        The facts of products that can be <a href="/compare">compared</a>.
      </p>
      <dl className="features">
        {vocabulary.terms('feature').map(({ id, label, meaning, details }) => (
          <div key={id}>
            <dt>{[label, details?.unit].filter(Boolean).join(', ')}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
