import type { Metadata } from 'next'
import { cache } from 'react'
import { counted } from '@/app/components/format'
import { Mistakes } from '@/app/components/Mistakes'
import { PRODUCTS, queryPairs, type SearchParams } from '@/app/components/place'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { type ComparedRow, type Comparison, compare } from '@/db/market/compare'
import { type CompareQuestion, tryReadCompare } from '@/db/market/compare-question'
import { readMatrices } from '@/db/market/matrices'
import { compareUrl } from '@/db/records/links'
import { AddColumn } from './add-column'
import { ComparisonTable } from './comparison-table'
import { Matrices } from './matrices'

interface PageProps {
  searchParams: Promise<SearchParams>
}

const PLACE = { ...PRODUCTS, path: '/compare' }

const compared = cache((...ids: readonly string[]) => compare(directory(), ids))

/** What is compared, as the report calls it where it is a matrix of the report’s, else null. */
const matrixTitle = cache(async (...ids: readonly string[]) => {
  const matrices = await readMatrices(directory())
  return matrices.find(({ parts }) => parts.some(({ url }) => url === compareUrl(ids)))?.title ?? null
})

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { question } = tryReadCompare(directory(), queryPairs(await searchParams))
  if (question === undefined || question.ids.length === 0) return { title: 'Compare' }
  const { columns } = compared(...question.ids)
  const names = `${columns.map(({ name }) => name).join(', ')} compared`
  return { title: (await matrixTitle(...question.ids)) ?? names }
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
        <h1>{columns.length === 0 ? 'Compare' : ((await matrixTitle(...asked.ids)) ?? comparedWords(comparison))}</h1>
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

const comparedWords = ({ collection, columns }: Comparison) => `${counted(columns.length, ...ENTRY_WORDS[collection])} compared`

/** How the facts stand to one another: "3 facts differ, 1 is the same, 6 are known of one only." */
function Sums({ rows, columns }: Comparison) {
  if (columns.length === 1) return <p className="sheet-lead">{counted(rows.length, 'fact is', 'facts are')} known.</p>
  const differing = rows.filter(({ differs }) => differs).length
  const single = rows.filter(isOfOne).length
  const same = rows.length - differing - single
  return (
    <p className="sheet-lead">
      {counted(differing, 'fact differs', 'facts differ')}, {counted(same, 'is', 'are')} the same wherever known,{' '}
      {counted(single, 'is', 'are')} known of one only.
    </p>
  )
}

const isOfOne = ({ cells }: ComparedRow) => cells.filter((cell) => cell !== null).length === 1

function Doors({ asked: { ids, onlyDifferences }, comparison }: { asked: CompareQuestion; comparison: Comparison }) {
  return (
    <>
      <Sums {...comparison} />
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
