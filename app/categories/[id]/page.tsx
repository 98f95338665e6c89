import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { directory } from '@/db/directory'
import { Asked, askedMetadata } from '../../components/Asked'
import { categoryPlace, ORGANIZATIONS, queryPairs, type SearchParams } from '../../components/place'

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { id } = await params
  const list = directory().vocabulary().term('category', id)
  return list === undefined ? {} : askedMetadata(categoryPlace(id), await searchParams, list.label)
}

/** One of the report's lists: its companies, to be narrowed like the whole directory. */
export default async function CategoryPage({ params, searchParams }: PageProps) {
  const { id } = await params
  const list = directory().vocabulary().term('category', id)
  if (list === undefined) notFound()
  const asked = await searchParams
  // A second list asks for the companies of either, and that is a question to the directory.
  if (asked.category !== undefined) redirect(`${ORGANIZATIONS.path}?${new URLSearchParams([...queryPairs(asked), ['category', id]])}`)
  return (
    <Asked place={categoryPlace(id)} params={asked} name={list.label} title={list.label}>
      <header className="list-head">
        <h1>{list.label}</h1>
        <p>
          {list.section !== null && `The report’s section ${list.section}${list.page === null ? '' : `, page ${list.page}`}. `}
          <a href="/categories">All lists</a>
        </p>
      </header>
    </Asked>
  )
}
