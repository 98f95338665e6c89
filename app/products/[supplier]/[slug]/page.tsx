import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { money } from '@/app/components/format'
import { Cite } from '@/app/organizations/parts/cite'
import { Fact, Facts } from '@/app/organizations/parts/facts'
import { featureValue } from '@/app/organizations/parts/format'
import { NameLink, QuietLink } from '@/app/organizations/parts/links'
import { WhatIsNotKnown } from '@/app/organizations/parts/not-known'
import { MarginSection, Section } from '@/app/organizations/parts/section'
import { Sources } from '@/app/organizations/parts/sources'
import { TermLinks } from '@/app/organizations/parts/terms'
import { TierFact } from '@/app/organizations/parts/tier-fact'
import { directory } from '@/db/directory'
import { type ProductRecord, readProduct } from '@/db/records/product'

export const dynamic = 'force-dynamic'

interface PageProps {
  params: Promise<{ supplier: string; slug: string }>
}

const read = cache((supplier: string, slug: string) => readProduct(directory(), supplier, slug))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { supplier, slug } = await params
  const record = read(supplier, slug)
  if (record === null) return {}
  return { title: `${record.name}, ${record.supplier.name}`, description: record.summary ?? `${record.name} of ${record.supplier.name}` }
}

export default async function ProductPage({ params }: PageProps) {
  const { supplier, slug } = await params
  const record = read(supplier, slug)
  if (record === null) notFound()
  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-11 px-4 pt-6 pb-16 lg:grid-cols-[minmax(0,1fr)_18.5rem] lg:grid-rows-[auto_1fr]">
      <header>
        <h1 className="font-semibold font-serif text-title leading-tight">{record.name}</h1>
        <p className="mt-1 text-ink-2 text-m">
          {record.segment.label}, by <NameLink href={record.supplier.url}>{record.supplier.name}</NameLink>
        </p>
        <p className="mt-4 max-w-[68ch] font-serif text-[1.0625rem] leading-relaxed">
          {record.summary ?? <span className="text-ink-3 italic">Known only by its name in the report’s table of contents.</span>}
          <Cite sources={record.sources} of={record.cites} />
        </p>
      </header>
      <aside aria-label={`Facts about ${record.name}`} className="max-lg:mt-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <Margin record={record} />
      </aside>
      <div className="min-w-0">
        {record.features.length > 0 && <Features record={record} />}
        {record.siblings.length > 0 && <Siblings record={record} />}
        <Section id="sources" title="Sources" count={record.sources.length}>
          <Sources sources={record.sources} />
        </Section>
        <p className="mt-6 text-ink-3 text-s">
          <QuietLink href={`/api${record.url}`}>This entry as JSON</QuietLink>
        </p>
      </div>
    </div>
  )
}

function Margin({ record }: { record: ProductRecord }) {
  const { sources, supplier, price } = record
  return (
    <>
      <TierFact tier={supplier.tier} of={supplier.name} sources={sources} />
      <Facts>
        <Fact name="Supplier">
          <QuietLink href={supplier.url}>{supplier.name}</QuietLink>
        </Fact>
        <Fact name="Segment">
          <TermLinks filter="segment" terms={[record.segmentGroup, record.segment]} room="/products" separator=": " />
        </Fact>
        <Fact name="OS">{record.os.length > 0 && <TermLinks filter="os" terms={record.os} room="/products" />}</Fact>
        <Fact name="HAL">
          {record.hal && <TermLinks filter="hal" terms={[{ value: record.hal.value, label: record.hal.value }]} room="/products" />}
        </Fact>
        <Fact name="Introduced">{record.introduced}</Fact>
        <Fact name="Status">{record.status && <TermLinks filter="status" terms={[record.status]} room="/products" />}</Fact>
        <Fact name="Price">
          {price && (
            <>
              {money(price.amount, price.currency)}
              {price.note !== null && <span className="text-ink-2">, {price.note}</span>}
              <Cite sources={sources} of={price.source} />
            </>
          )}
        </Fact>
      </Facts>
      {(record.headings.length > 0 || record.reportHeading !== null) && (
        <MarginSection title="In the report">
          <ul className="text-ink-2 text-s">
            {record.headings.map(({ section, page, heading, url }) => (
              <li key={url} className="py-0.5">
                Section {section}, p. {page}: <QuietLink href={url}>{heading}</QuietLink>
              </li>
            ))}
            {record.headings.length === 0 && <li>{record.reportHeading}</li>}
          </ul>
        </MarginSection>
      )}
      {record.absent.length > 0 && (
        <MarginSection title="Not known">
          <WhatIsNotKnown gaps={[]} absent={record.absent} />
        </MarginSection>
      )}
    </>
  )
}

function Features({ record: { features, sources, cites } }: { record: ProductRecord }) {
  return (
    <Section id="features" title="Features" count={features.length}>
      <table className="w-full border-collapse text-left text-m">
        <caption className="pb-1 text-left text-ink-3 text-s">
          What can be compared with other products; a feature that no source states is left out.
          <Cite sources={sources} of={cites} />
        </caption>
        <thead>
          <tr className="text-ink-2 text-s *:py-1 *:pr-4 *:font-semibold">
            <th scope="col">Feature</th>
            <th scope="col">Value</th>
            <th scope="col" className="max-md:hidden">
              What it means
            </th>
          </tr>
        </thead>
        <tbody>
          {features.map((feature) => (
            <tr key={feature.id} className="border-rule border-t align-baseline *:py-1 *:pr-4">
              <th scope="row" className="w-[28%] font-normal text-ink-2">
                {feature.label}
              </th>
              <td>
                <span className="tabular-nums">{featureValue(feature)}</span>
                {feature.note !== null && <span className="text-ink-2">: {feature.note}</span>}
              </td>
              <td className="w-[38%] pr-0! text-ink-3 text-s max-md:hidden">{feature.meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Siblings({ record: { siblings, supplier } }: { record: ProductRecord }) {
  return (
    <Section id="siblings" title={`Also by ${supplier.name}`} count={siblings.length}>
      <ul className="gap-x-8 text-m sm:columns-2">
        {siblings.map((sibling) => (
          <li key={sibling.slug} className="break-inside-avoid py-0.5">
            <NameLink href={sibling.url}>{sibling.name}</NameLink> <span className="text-ink-3 text-s">{sibling.segment.label}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
