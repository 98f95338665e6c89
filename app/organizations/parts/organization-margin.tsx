/** The facts of an organization beside its text, those that are not known said as such. */
import { count } from '@/app/components/format'
import type { OrganizationRecord } from '@/db/records/organization'
import { Cite } from './cite'
import { Fact, Facts } from './facts'
import { sentence, shortAddress } from './format'
import { QuietLink } from './links'
import { WhatIsNotKnown } from './not-known'
import { RevenueByYear } from './revenue-by-year'
import { MarginSection } from './section'
import { TermLinks, TermList } from './terms'
import { TierFact } from './tier-fact'

export function OrganizationMargin({ record }: { record: OrganizationRecord }) {
  const { sources, headquarters, founded, ownership, ticker, parent, employees, website } = record
  return (
    <>
      <TierFact tier={record.tier} sources={sources} />
      <Facts>
        <Fact name="Headquarters">
          {headquarters && (
            <>
              {[headquarters.city, headquarters.regionName, headquarters.countryName].filter(Boolean).join(', ')}
              <Cite sources={sources} of={headquarters.source} />
            </>
          )}
        </Fact>
        <Fact name="Founded">
          {founded && (
            <>
              {founded.year}
              <Cite sources={sources} of={founded.source} />
            </>
          )}
        </Fact>
        <Fact name="Ownership">
          {ownership && (
            <>
              {ownership.label}
              {ownership.note !== null && `, ${ownership.note}`}
              <Cite sources={sources} of={ownership.source} />
            </>
          )}
        </Fact>
        {ticker && (
          <Fact name="Ticker">
            {[ticker.exchange, ticker.symbol].filter(Boolean).join(': ')}
            <Cite sources={sources} of={ticker.source} />
          </Fact>
        )}
        {parent && (
          <Fact name="Parent">
            {parent.organization === null ? parent.name : <QuietLink href={parent.organization.url}>{parent.name}</QuietLink>}
            <Cite sources={sources} of={parent.source} />
          </Fact>
        )}
        <Fact name="Employees">
          {employees && (
            <>
              {count(employees.count)}
              {employees.asOf !== null && ` (${employees.asOf})`}
              <Cite sources={sources} of={employees.source} />
            </>
          )}
        </Fact>
        <Fact name="Website">
          {website && (
            <>
              <QuietLink href={website.url}>{shortAddress(website.url)}</QuietLink>
              <Cite sources={sources} of={website.source} />
            </>
          )}
        </Fact>
        <Fact name="Segments">{record.segments.length > 0 && <TermList filter="segment" terms={record.segments} />}</Fact>
        <Fact name="OS">{record.os.length > 0 && <TermLinks filter="os" terms={record.os} />}</Fact>
        <Fact name="HAL">
          {record.hal.length > 0 && <TermLinks filter="hal" terms={record.hal.map(({ value }) => ({ value, label: value }))} />}
        </Fact>
      </Facts>
      <RevenueByYear rows={record.financials} sources={sources} />
      {record.management.length > 0 && (
        <MarginSection title="Management" id="management">
          <ul className="text-m">
            {record.management.map((person) => (
              <li key={`${person.name} ${person.title}`} className="py-0.5">
                {person.name}, <span className="text-ink-2">{person.title}</span>
                {person.asOf !== null && <span className="text-ink-3"> ({person.asOf})</span>}
                <Cite sources={sources} of={person.source} />
              </li>
            ))}
          </ul>
        </MarginSection>
      )}
      <InTheReport record={record} />
      {record.gaps.length + record.absent.length > 0 && (
        <MarginSection title="Not known">
          <WhatIsNotKnown gaps={record.gaps} absent={record.absent} />
        </MarginSection>
      )}
    </>
  )
}

function InTheReport({ record: { mentions, categories } }: { record: OrganizationRecord }) {
  if (mentions.length + categories.length === 0) return null
  return (
    <MarginSection title="In the report">
      <ul className="text-s">
        {mentions.map(({ section, page, heading, url }) => (
          <li key={`${section} ${page} ${heading}`} className="py-0.5 text-ink-2">
            Section {section}, p. {page}: {url === null ? heading : <QuietLink href={url}>{heading}</QuietLink>}
          </li>
        ))}
        {categories.map(({ value, label, url, section, page }) => (
          <li key={value} className="py-0.5 text-ink-2">
            {section !== null && `Section ${section}, p. ${page}: `}
            <QuietLink href={url}>{sentence(label)}</QuietLink>
          </li>
        ))}
      </ul>
    </MarginSection>
  )
}
