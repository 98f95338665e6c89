import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { counted } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { ORGANIZATIONS, queryPairs, type SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { findCompanies } from '@/db/market/addable'
import { type Introduction, MOST_CHAIN, MOST_KNOWN, readIntroductions } from '@/db/market/introductions'
import { readNamed } from '@/db/market/named'
import { MAX_TEXT } from '@/db/question'
import { introductionsUrl, type Link } from '@/db/records/links'
import { SourceMark } from '../../source-mark'
import { tryReadKnown } from '../asked'

interface PageProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [wanted] = readNamed(directory(), [(await params).slug])
  return wanted === undefined ? {} : { title: `Who can introduce us to ${wanted.name}` }
}

export default async function IntroductionsPage({ params, searchParams }: PageProps) {
  const { slug } = await params
  const asked = await searchParams
  const here = directory()
  const { question, mistakes } = tryReadKnown(here, queryPairs(asked))
  if (!question) {
    return (
      <Mistakes place={{ ...ORGANIZATIONS, path: introductionsUrl(slug) }} params={asked} mistakes={mistakes} wording={here.vocabulary()} />
    )
  }
  const [wanted] = readNamed(here, [slug])
  const chains = readIntroductions(here, slug, question.known)
  if (wanted === undefined || chains === null) notFound()
  const known = readNamed(here, question.known)
  return (
    <div className="sheet">
      <header>
        <h1>Who can introduce us to {wanted.name}</h1>
        <p className="sheet-lead">
          Chains from companies one knows to <a href={wanted.url}>{wanted.name}</a>, the shortest first: who sells for, distributes,
          integrates, supplies or owns whom, in up to {MOST_CHAIN} steps, each with its source.
        </p>
      </header>
      <Known wanted={wanted} known={known} add={question.add} />
      {known.length > 0 && (
        <section aria-labelledby="chains" className="flow">
          <h2 id="chains">{chains.length === 0 ? 'No chain is known' : counted(chains.length, 'chain', 'chains')}</h2>
          <ol className="chains">
            {chains.map((chain) => (
              <Chain key={chain.map(({ from }) => from.slug).join(' ')} chain={chain} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function Chain({ chain }: { chain: Introduction }) {
  return (
    <li>
      <p className="chain-names">
        {chain[0] && <a href={chain[0].from.url}>{chain[0].from.name}</a>}
        {chain.map(({ to }) => (
          <span key={to.slug}>
            {' → '}
            <a href={to.url}>{to.name}</a>
          </span>
        ))}
      </p>
      <ul className="chain-steps">
        {chain.map(({ from, to, by, words, other, since, source }) => (
          <li key={`${from.slug} ${to.slug}`}>
            {by} {words} {other}
            {since !== null && `, ${since}`}
            <SourceMark source={source} />
          </li>
        ))}
      </ul>
    </li>
  )
}

interface KnownProps {
  wanted: Link
  known: readonly Link[]
  add: string
}

/** The companies to start from, each with the way to take it away, and a search for more. */
async function Known({ wanted, known, add }: KnownProps) {
  const slugs = known.map(({ slug }) => slug)
  const found = add === '' ? [] : await findCompanies(directory(), [...slugs, wanted.slug], add)
  return (
    <section aria-labelledby="known">
      <h2 id="known">Companies one knows</h2>
      <ul className="name-list">
        {known.map(({ slug, name, url }) => (
          <li key={slug}>
            <a href={url}>{name}</a>{' '}
            <a
              href={introductionsUrl(
                wanted.slug,
                slugs.filter((other) => other !== slug),
              )}
              className="comparison-remove"
            >
              Remove<span className="sr-only"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
      {known.length < MOST_KNOWN && (
        <form action={introductionsUrl(wanted.slug)} className="add-column">
          {slugs.map((slug) => (
            <input key={slug} type="hidden" name="from" value={slug} />
          ))}
          <input type="search" name="add" defaultValue={add} maxLength={MAX_TEXT} aria-label="A company one knows" />
          <button type="submit" className="button-plain">
            Find
          </button>
        </form>
      )}
      {add !== '' && found.length === 0 && <p className="sheet-note">No company that can be added is found for “{add}”.</p>}
      <ul className="name-list">
        {found.map(({ slug, name }) => (
          <li key={slug}>
            <a href={introductionsUrl(wanted.slug, [...slugs, slug])}>
              <span className="sr-only">Start from </span>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
