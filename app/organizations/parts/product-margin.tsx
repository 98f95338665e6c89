/** The facts of a product beside its text, those that are not known said as such. */
import { money } from '@/app/components/format'
import type { ProductRecord } from '@/db/records/product'
import { Cite } from './cite'
import { Fact, Facts } from './facts'
import { QuietLink } from './links'
import { WhatIsNotKnown } from './not-known'
import { MarginSection } from './section'
import { TermLinks } from './terms'
import { TierFact } from './tier-fact'

export function ProductMargin({ record }: { record: ProductRecord }) {
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
