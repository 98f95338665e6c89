import type { Metadata } from 'next'
import { NameLink } from '@/app/organizations/parts/links'
import { directory } from '@/db/directory'
import { closestLists, closestRankings, closestTerms } from '@/db/market/names'
import { type Address, readAddress } from '@/db/records/addresses'
import type { Link } from '@/db/records/links'
import { closestCategories, closestOrganizations, closestProducts } from '@/db/records/names'
import { NotHere } from './not-here'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Not in the directory', robots: { index: false } }

const MOST = 6
/** What of a long address is shown back. */
const SHOWN = 80

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What stands at an address that names no entry (proxy.ts sends them here): that it is not here, and what is close. */
export default async function MissingPage({ searchParams }: PageProps) {
  const { path } = await searchParams
  const address = typeof path === 'string' ? readAddress(path) : null
  if (address === null) return <NotHere title="There is no page at this address" />
  const text = ('id' in address ? address.id : address.slug).replaceAll('-', ' ').slice(0, SHOWN)
  return (
    <NotHere title={`No ${WORDS[address.kind]} “${text}” is in the directory`} text={text}>
      {(await closeTo(address)).map(({ title, entries }) => (
        <section key={title} className="mt-6">
          <h2 className="font-semibold text-ink-2 text-s">{title}</h2>
          <ul className="mt-1">
            {entries.map((entry) => (
              <li key={entry.url} className="border-rule border-b py-1">
                <NameLink href={entry.url}>{entry.name}</NameLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </NotHere>
  )
}

const WORDS = {
  organization: 'company',
  product: 'product',
  category: 'list',
  ranking: 'ranking',
  'top-list': 'top list',
  term: 'term',
} as const satisfies Record<Address['kind'], string>

/** Entries whose names are close to what the address says, those of its own kind first. */
async function closeTo(address: Address): Promise<{ title: string; entries: Link[] }[]> {
  const here = directory()
  const closest = async () => {
    switch (address.kind) {
      case 'organization':
        return []
      case 'product':
        return [{ title: 'Products with a close name', entries: await closestProducts(here, address.supplier, address.slug, MOST) }]
      case 'category':
        return [{ title: 'Lists with a close name', entries: closestCategories(here, address.id, MOST) }]
      case 'ranking':
        return [{ title: 'Rankings with a close name', entries: closestRankings(here, address.slug, MOST) }]
      case 'top-list':
        return [{ title: 'Top lists with a close name', entries: closestLists(here, address.id, MOST) }]
      case 'term':
        return [{ title: 'Terms with a close name', entries: closestTerms(here, address.id, MOST) }]
    }
  }
  const close = await closest()
  const company = address.kind === 'organization' ? address.slug : address.kind === 'product' ? address.supplier : undefined
  if (company !== undefined) {
    close.push({ title: 'Companies with a close name', entries: await closestOrganizations(here, company, MOST) })
  }
  return close.filter(({ entries }) => entries.length > 0)
}
