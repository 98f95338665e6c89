import type { Metadata } from 'next'
import { count, counted } from '@/app/components/format'
import type { SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { type Chain, type Flow, readChain, type Stage } from '@/db/market/chain'
import { PicturePage } from '../picture-page'
import { SourceMark } from '../source-mark'
import { ChainPicture, flowId } from './chain-picture'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Value chain',
  description: 'Makers, distribution, services and end users, with what is known to flow between them.',
}

export default async function ChainPage({ searchParams }: PageProps) {
  return (
    <PicturePage
      path="/market/chain"
      title="The value chain"
      lead="The report’s four stages from the maker to the end user, with the companies in each and the links between them that a source states."
      params={await searchParams}
      draw={async (question) => <ChainFigure chain={await readChain(directory(), question)} />}
    />
  )
}

function ChainFigure({ chain }: { chain: Chain }) {
  return (
    <>
      <figure className="figure" aria-labelledby="chain-caption">
        <div className="sideways">
          <ChainPicture chain={chain} />
        </div>
        <figcaption id="chain-caption" className="sheet-note">
          The width of a band is the number of pairs of companies of which a source says that one sells or supplies to the other, or is sold
          by it; a company with roles in several stages sells from the first of them. The directory has no entries of end users: those are
          customers that entries name.
        </figcaption>
      </figure>
      {chain.flows.map((flow) => (
        <FlowList key={flowId(flow)} flow={flow} stages={chain.stages} />
      ))}
    </>
  )
}

/** The links behind a band. */
function FlowList({ flow, stages }: { flow: Flow; stages: readonly Stage[] }) {
  const label = (id: Stage['id']) => stages.find((stage) => stage.id === id)?.label ?? id
  return (
    <section aria-labelledby={flowId(flow)} className="flow">
      <h2 id={flowId(flow)}>
        {label(flow.from)} to {label(flow.to).toLowerCase()} <span>{counted(flow.count, 'pair', 'pairs')}</span>
      </h2>
      <ul className="link-list">
        {flow.links.map(({ seller, buyer, words, since, source }) => (
          <li key={`${seller.slug} ${buyer.name}`}>
            <a href={seller.url}>{seller.name}</a> <i>{words}</i> {buyer.url === null ? buyer.name : <a href={buyer.url}>{buyer.name}</a>}
            <span>
              {since !== null && `, ${since}`}
              <SourceMark source={source} />
            </span>
          </li>
        ))}
      </ul>
      {flow.count > flow.links.length && (
        <p className="sheet-note">
          The first {count(flow.links.length)} are named, {count(flow.count - flow.links.length)} more are not: filters leave fewer.
        </p>
      )}
    </section>
  )
}
