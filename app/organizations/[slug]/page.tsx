import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { directory } from '@/db/directory'
import { type OrganizationRecord, readOrganization } from '@/db/records/organization'
import { Cite } from '../parts/cite'
import { Figures } from '../parts/figures'
import { History } from '../parts/history'
import { QuietLink } from '../parts/links'
import { OrganizationMargin } from '../parts/organization-margin'
import { Products } from '../parts/products'
import { Rankings } from '../parts/rankings'
import { Relationships } from '../parts/relationships'
import { Section } from '../parts/section'
import { Sources } from '../parts/sources'
import { TermLinks } from '../parts/terms'

export const dynamic = 'force-dynamic'

interface PageProps {
  params: Promise<{ slug: string }>
}

const read = cache((slug: string) => readOrganization(directory(), slug))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const record = read((await params).slug)
  return record === null ? {} : { title: record.name, description: record.overview?.text ?? `${record.name} in Tierbook` }
}

export default async function OrganizationPage({ params }: PageProps) {
  const record = read((await params).slug)
  if (record === null) notFound()
  const { sources } = record
  const parts = partsOf(record)
  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-11 px-4 pt-6 pb-16 lg:grid-cols-[minmax(0,1fr)_18.5rem] lg:grid-rows-[auto_1fr]">
      <header>
        <h1 className="font-semibold font-serif text-title leading-tight">{record.name}</h1>
        <OtherNames record={record} />
        <p className="mt-1 text-ink-2">
          <TermLinks filter="role" terms={record.roles} separator=" · " />
        </p>
        {record.overview !== null && (
          <p className="mt-4 max-w-[68ch] font-serif text-[1.0625rem] leading-relaxed">
            {record.overview.text}
            <Cite sources={sources} of={record.overview.sources} />
          </p>
        )}
        <Contents parts={parts} />
      </header>
      <aside aria-label={`Facts about ${record.name}`} className="max-lg:mt-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <OrganizationMargin record={record} />
      </aside>
      <div className="min-w-0">
        {parts.map(({ id, title, count, body }) => (
          <Section key={id} id={id} title={title} count={count}>
            {body}
          </Section>
        ))}
        <p className="mt-6 text-ink-3 text-s">
          <QuietLink href={`/api${record.url}`}>This entry as JSON</QuietLink>
        </p>
      </div>
    </div>
  )
}

interface Part {
  id: string
  title: string
  count: number
  body: ReactNode
}

/** The parts that the entry has, its sources last and always. */
function partsOf({ products, relationships, financials, history, rankings, sources }: OrganizationRecord): Part[] {
  const parts: Part[] = [
    { id: 'products', title: 'Products', count: products.length, body: <Products products={products} sources={sources} /> },
    {
      id: 'relationships',
      title: 'Who it works with',
      count: relationships.length,
      body: <Relationships relationships={relationships} sources={sources} />,
    },
    { id: 'figures', title: 'Figures', count: financials.length, body: <Figures rows={financials} sources={sources} /> },
    { id: 'history', title: 'History', count: history.length, body: <History entries={history} sources={sources} /> },
    { id: 'rankings', title: 'Rankings', count: rankings.length, body: <Rankings places={rankings} sources={sources} /> },
  ]
  return [
    ...parts.filter((part) => part.count > 0),
    { id: 'sources', title: 'Sources', count: sources.length, body: <Sources sources={sources} /> },
  ]
}

function Contents({ parts }: { parts: readonly Part[] }) {
  return (
    <nav aria-label="On this page" className="mt-4 flex flex-wrap gap-x-4 text-s">
      {parts.map(({ id, title, count }) => (
        <a key={id} href={`#${id}`} className="py-1 text-ink-2 hover:text-accent hover:underline">
          {title} <span className="text-ink-3 tabular-nums">{count}</span>
        </a>
      ))}
    </nav>
  )
}

function OtherNames({ record: { name, legalName, aliases } }: { record: OrganizationRecord }) {
  const others = [...new Set([legalName, ...aliases])].filter((other) => other !== null && other !== name)
  return others.length === 0 ? null : <p className="mt-0.5 font-serif text-ink-2">{others.join('; ')}</p>
}
