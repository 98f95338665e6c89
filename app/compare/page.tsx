import type { Metadata } from 'next'
import { cache } from 'react'
import { counted } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { PRODUCTS, queryPairs, type SearchParams } from '@/app/components/place'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { type Comparison, compare } from '@/db/market/compare'
import { type CompareQuestion, tryReadCompare } from '@/db/market/compare-question'
import { compareUrl } from '@/db/records/links'
import { AddColumn } from './add-column'
import { ComparisonTable } from './comparison-table'
import { Matrices } from './matrices'

interface PageProps {
  searchParams: Promise<SearchParams>
}

const PLACE = { ...PRODUCTS, path: '/compare' }

const compared = cache((...ids: readonly string[]) => compare(directory(), ids))

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { question } = tryReadCompare(directory(), queryPairs(await searchParams))
  if (question === undefined || question.ids.length === 0) return { title: 'Compare' }
  const { columns } = compared(...question.ids)
  return { title: `${columns.map(({ name }) => name).join(', ')} compared` }
}

export default async function ComparePage({ searchParams }: PageProps) {
  const params = await searchParams
  const { question: asked, mistakes } = tryReadCompare(directory(), queryPairs(params))
  if (asked === undefined) return <Mistakes {...{ place: PLACE, params, mistakes }} wording={directory().vocabulary()} />
  const comparison = compared(...asked.ids)
  const { columns } = comparison
  return (
    <div className="sheet comparison">
      <header>
        <h1>{columns.length === 0 ? 'Compare' : `${counted(columns.length, ...ENTRY_WORDS[comparison.collection])} compared`}</h1>
        {columns.length === 0 ? (
          <p className="sheet-lead">
            Products or companies side by side, up to eight: every fact that one of them has is a row, and what differs is marked.
          </p>
        ) : (
          <Doors asked={asked} comparison={comparison} />
        )}
      </header>
      {columns.length > 0 && <ComparisonTable comparison={comparison} onlyDifferences={asked.onlyDifferences} />}
      <AddColumn asked={asked} />
      <Matrices />
    </div>
  )
}

function Doors({ asked: { ids, onlyDifferences }, comparison }: { asked: CompareQuestion; comparison: Comparison }) {
  const differing = comparison.rows.filter(({ differs }) => differs).length
  const same = comparison.rows.length - differing
  return (
    <>
      <p className="sheet-lead">
        {counted(differing, 'fact differs', 'facts differ')}, {counted(same, 'other is', 'others are')} the same wherever known.
      </p>
      <p className="sheet-doors">
        <a href={`/api${compareUrl(ids).replace('?', '.csv?')}`} className="button-main" download>
          Export CSV
        </a>
        {ids.length > 1 && (
          <a href={onlyDifferences ? compareUrl(ids) : `${compareUrl(ids)}&only=differences`} className="text-link">
            {onlyDifferences ? 'Show all facts' : 'Show only what differs'}
          </a>
        )}
        <a href="/compare" className="text-link">
          Start over
        </a>
      </p>
    </>
  )
}
