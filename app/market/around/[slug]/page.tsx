import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count, counted } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { ORGANIZATIONS, queryPairs, type SearchParams } from '@/app/components/place'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { type Around, type AroundNode, type AroundStatement, readAround } from '@/db/market/around'
import { aroundUrl, introductionsUrl } from '@/db/records/links'
import { SourceMark } from '../../source-mark'
import { AroundPicture } from '../around-picture'
import { tryReadAround } from '../asked'

interface PageProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const around = readAround(directory(), (await params).slug, 1)
  return around === null
    ? {}
    : { title: `Around ${around.centre.name}`, description: `Whom ${around.centre.name} is related to, as sources state it.` }
}

export default async function AroundPage({ params, searchParams }: PageProps) {
  const { slug } = await params
  const asked = await searchParams
  const vocabulary = directory().vocabulary()
  const { question, mistakes } = tryReadAround(vocabulary, queryPairs(asked))
  if (!question)
    return <Mistakes place={{ ...ORGANIZATIONS, path: aroundUrl(slug) }} params={asked} mistakes={mistakes} wording={vocabulary} />
  const { steps, types } = question
  const around = readAround(directory(), slug, steps, types)
  if (around === null) notFound()
  const { centre, nodes, left } = around
  return (
    <div className="sheet">
      <header>
        <h1>Around {centre.name}</h1>
        <p className="sheet-lead">
          {counted(nodes.length - 1, ...ENTRY_WORDS.organizations)} within {steps === 1 ? 'one step' : 'two steps'} of{' '}
          <a href={centre.url}>{centre.name}</a>, as sources state it.{left > 0 && ` ${count(left)} more are not drawn.`}{' '}
          <a href={introductionsUrl(slug)}>Who can introduce us to {centre.name}</a>
        </p>
        <Choices around={around} steps={steps} types={types} />
      </header>
      {nodes.length > 1 && (
        <figure className="figure" aria-labelledby="around-caption">
          <div className="sideways">
            <AroundPicture around={around} />
          </div>
          <figcaption id="around-caption" className="sheet-note">
            A line is what two companies are to one another, said in the list below; the column next to the middle is one step away, the one
            beyond it two. A name leads to what is around it.
          </figcaption>
        </figure>
      )}
      <section aria-labelledby="relationships" className="flow">
        <h2 id="relationships">
          Relationships <span>{count(around.statements.length)}</span>
        </h2>
        <ul className="link-list">
          {around.statements.map((statement, index) => (
            <Stated key={index} statement={statement} nodes={nodes} />
          ))}
        </ul>
      </section>
    </div>
  )
}

interface ChoicesProps {
  around: Around
  steps: number
  types: readonly string[]
}

/** One or two steps, and one type of relationship or all. */
function Choices({ around: { centre, types: offered, all }, steps, types }: ChoicesProps) {
  const url = (asked: { steps: number; types: readonly string[] }) => {
    const pairs = new URLSearchParams([
      ...(asked.steps === 1 ? [] : [['steps', String(asked.steps)]]),
      ...asked.types.map((type) => ['type', type]),
    ])
    return pairs.size === 0 ? aroundUrl(centre.slug) : `${aroundUrl(centre.slug)}?${pairs}`
  }
  return (
    <nav aria-label="What is drawn" className="picture-rooms">
      {[1, 2].map((number) => (
        <a key={number} href={url({ steps: number, types })} aria-current={steps === number ? 'true' : undefined}>
          {number === 1 ? 'One step' : 'Two steps'}
        </a>
      ))}
      <a href={url({ steps, types: [] })} aria-current={types.length === 0 ? 'true' : undefined}>
        All relationships <span className="text-ink-3">{count(all)}</span>
      </a>
      {offered.map(({ type, label, count: statements }) => (
        <a key={type} href={url({ steps, types: [type] })} aria-current={types.includes(type) ? 'true' : undefined}>
          {label} <span className="text-ink-3">{count(statements)}</span>
        </a>
      ))}
    </nav>
  )
}

interface StatedProps {
  statement: AroundStatement
  nodes: readonly AroundNode[]
}

function Stated({ statement: { from, to, words, part, since, source }, nodes }: StatedProps) {
  const [a, b] = [from, to].map((slug) => nodes.find((node) => node.slug === slug))
  if (a === undefined || b === undefined) return null
  return (
    <li>
      <a href={a.url}>{a.name}</a> <i>{words}</i> <a href={b.url}>{b.name}</a>
      {part !== null && `: ${part}`}
      <span>
        {since !== null && `, ${since}`}
        <SourceMark source={source} />
      </span>
    </li>
  )
}
