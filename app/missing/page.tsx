import type { Metadata } from 'next'
import { NameLink } from '@/app/organizations/parts/links'
import { directory } from '@/db/directory'
import type { Link as Entry } from '@/db/records/links'
import { closestOrganizations, closestProducts } from '@/db/records/names'
import { NotHere } from './not-here'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Not in the directory', robots: { index: false } }

const MOST = 6

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What stands at an address that leads to no entry (proxy.ts sends them here): that it is not here, and what is close. */
export default async function MissingPage({ searchParams }: PageProps) {
  const { organization, product } = await searchParams
  if (typeof organization !== 'string') return <NotHere title="There is no page at this address" />
  const isProduct = typeof product === 'string'
  const products = isProduct ? await closestProducts(directory(), organization, product, MOST) : []
  const organizations = await closestOrganizations(directory(), organization, MOST)
  const text = (isProduct ? product : organization).replaceAll('-', ' ').slice(0, 80)
  return (
    <NotHere title={`No ${isProduct ? 'product' : 'organization'} “${text}” is in the directory`}>
      <Close title="Products with a close name" entries={products} />
      <Close title="Organizations with a close name" entries={organizations} />
      <p className="mt-6">
        <a href={`${isProduct ? '/products' : '/'}?${new URLSearchParams({ q: text })}`} className="text-link">
          Search for “{text}”
        </a>
      </p>
    </NotHere>
  )
}

function Close({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="font-semibold text-ink-2 text-s">{title}</h2>
      <ul className="mt-1">
        {entries.map((entry) => (
          <li key={entry.url} className="border-rule border-b py-1">
            <NameLink href={entry.url}>{entry.name}</NameLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
