import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PRODUCTS, type SearchParams } from '@/app/components/place'
import { Cite } from '@/app/organizations/parts/cite'
import { usesInProduct } from '@/app/organizations/parts/cited-for'
import { Entry, type Part } from '@/app/organizations/parts/entry'
import { NotKnown } from '@/app/organizations/parts/facts'
import { Features } from '@/app/organizations/parts/features'
import { NameLink } from '@/app/organizations/parts/links'
import { ProductMargin } from '@/app/organizations/parts/product-margin'
import { Rivals } from '@/app/organizations/parts/rivals'
import { requestOrigin, sharedMetadata } from '@/app/organizations/parts/sharing'
import { Siblings } from '@/app/organizations/parts/siblings'
import { Sources } from '@/app/organizations/parts/sources'
import { productData, StructuredData } from '@/app/organizations/parts/structured-data'
import { Trail } from '@/app/organizations/parts/trail'
import { directory } from '@/db/directory'
import { type ProductRecord, readProduct } from '@/db/records/product'
import { readRivals } from '@/db/records/rivals'

export const dynamic = 'force-dynamic'

interface PageProps {
  params: Promise<{ supplier: string; slug: string }>
  searchParams: Promise<SearchParams>
}

const read = cache((supplier: string, slug: string) => readProduct(directory(), supplier, slug))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { supplier, slug } = await params
  const record = read(supplier, slug)
  if (record === null) return {}
  const whose = `${record.name} of ${record.supplier.name}`
  return sharedMetadata({
    title: `${record.name}, ${record.supplier.name}`,
    text: record.summary ?? `${whose} in Tierbook`,
    url: record.url,
    pictured: `${whose}, with what it is and its supplier’s tier`,
  })
}

export default async function ProductPage({ params, searchParams }: PageProps) {
  const { supplier, slug } = await params
  const record = read(supplier, slug)
  if (record === null) notFound()
  const { name, url, sources } = record
  return (
    <>
      <Entry
        name={name}
        url={url}
        trail={<Trail place={PRODUCTS} params={await searchParams} entry={{ kind: 'product', supplier, slug }} />}
        overview={
          <>
            {record.summary ?? <NotKnown>Known only by its name in the report’s table of contents.</NotKnown>}
            <Cite sources={sources} of={record.cites} />
          </>
        }
        margin={<ProductMargin record={record} />}
        parts={partsOf(record)}
        sources={{
          id: 'sources',
          title: 'Sources',
          count: sources.length,
          body: <Sources sources={sources} uses={usesInProduct(record)} />,
        }}
      >
        <h1>{name}</h1>
        <p className="entry-line">
          {record.segment.label}, by <NameLink href={record.supplier.url}>{record.supplier.name}</NameLink>
        </p>
      </Entry>
      <StructuredData data={productData(record, await requestOrigin())} />
    </>
  )
}

function partsOf(record: ProductRecord): Part[] {
  const { features, siblings, supplier } = record
  const rivals = readRivals(directory(), supplier.slug, record.slug)
  return [
    { id: 'features', title: 'Features', count: features.length, body: <Features record={record} /> },
    { id: 'rivals', title: 'Who competes', count: rivals.length, body: <Rivals rivals={rivals} product={record} /> },
    { id: 'siblings', title: `Also by ${supplier.name}`, count: siblings.length, body: <Siblings siblings={siblings} /> },
  ]
}
