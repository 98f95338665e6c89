import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { counted } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { ORGANIZATIONS, queryPairs, type SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { type Introduction, MOST_CHAIN, readIntroductions } from '@/db/market/introductions'
import { readNamed } from '@/db/market/named'
import { introductionsUrl } from '@/db/records/links'
import { SourceMark } from '../../source-mark'
import { tryReadKnown } from '../asked'
import { Known } from '../known'

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
          Chains from companies we know to <a href={wanted.url}>{wanted.name}</a>, the shortest first: who sells for, distributes,
          integrates, supplies or owns whom, in up to {MOST_CHAIN} steps, each with its source.
        </p>
      </header>
      <Known wanted={wanted} known={known} add={question.add} />
      {known.some((company) => company.slug === slug) && <p className="sheet-note">{wanted.name} is the company that we want to reach.</p>}
      {known.some((company) => company.slug !== slug) && (
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
