import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ORGANIZATIONS, type SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { type OrganizationRecord, readOrganization } from '@/db/records/organization'
import { readSimilar } from '@/db/records/similar'
import { Cite } from '../parts/cite'
import { usesInOrganization } from '../parts/cited-for'
import { Entry, type Part } from '../parts/entry'
import { NotKnown } from '../parts/facts'
import { Figures } from '../parts/figures'
import { History } from '../parts/history'
import { OrganizationMargin } from '../parts/organization-margin'
import { Products } from '../parts/products'
import { Rankings } from '../parts/rankings'
import { Relationships } from '../parts/relationships'
import { requestOrigin, sharedMetadata } from '../parts/sharing'
import { SimilarCompanies } from '../parts/similar'
import { Sources } from '../parts/sources'
import { organizationData, StructuredData } from '../parts/structured-data'
import { TermLinks } from '../parts/terms'
import { Trail } from '../parts/trail'

export const dynamic = 'force-dynamic'

interface PageProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}

const read = cache((slug: string) => readOrganization(directory(), slug))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const record = read((await params).slug)
  if (record === null) return {}
  const { name, url, overview } = record
  return sharedMetadata({
    title: name,
    text: overview?.text ?? `${name} in Tierbook`,
    url,
    pictured: `${name}, with its tier and what it is`,
  })
}

export default async function OrganizationPage({ params, searchParams }: PageProps) {
  const { slug } = await params
  const record = read(slug)
  if (record === null) notFound()
  const { name, url, overview, sources } = record
  return (
    <>
      <Entry
        name={name}
        url={url}
        trail={<Trail place={ORGANIZATIONS} params={await searchParams} entry={{ kind: 'organization', slug }} />}
        overview={
          overview === null ? (
            <NotKnown>No source describes it.</NotKnown>
          ) : (
            <>
              {overview.text}
              <Cite sources={sources} of={overview.sources} />
            </>
          )
        }
        margin={<OrganizationMargin record={record} />}
        parts={partsOf(record)}
        sources={{
          id: 'sources',
          title: 'Sources',
          count: sources.length,
          body: <Sources sources={sources} uses={usesInOrganization(record)} />,
        }}
      >
        <h1>{name}</h1>
        <OtherNames record={record} />
        <p className="entry-line">
          <TermLinks filter="role" terms={record.roles} separator=" · " />
        </p>
      </Entry>
      <StructuredData data={organizationData(record, await requestOrigin())} />
    </>
  )
}

function partsOf({ slug, products, relationships, financials, history, rankings, sources }: OrganizationRecord): Part[] {
  const similar = readSimilar(directory(), slug)
  return [
    { id: 'products', title: 'Products', count: products.length, body: <Products products={products} sources={sources} /> },
    {
      id: 'relationships',
      title: 'Who it works with',
      count: relationships.length,
      body: <Relationships relationships={relationships} sources={sources} slug={slug} />,
    },
    { id: 'figures', title: 'Figures', count: financials.length, body: <Figures rows={financials} sources={sources} /> },
    { id: 'history', title: 'History', count: history.length, body: <History entries={history} sources={sources} /> },
    { id: 'rankings', title: 'Rankings', count: rankings.length, body: <Rankings places={rankings} sources={sources} /> },
    { id: 'similar', title: 'Similar companies', count: similar.length, body: <SimilarCompanies similar={similar} slug={slug} /> },
  ]
}

function OtherNames({ record: { name, legalName, aliases } }: { record: OrganizationRecord }) {
  const others = [...new Set([legalName, ...aliases])].filter((other) => other !== null && other !== name)
  return others.length === 0 ? null : <p className="entry-names">{others.join('; ')}</p>
}
