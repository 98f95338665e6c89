/** Entries as schema.org has them, for machines that read pages: facts of the record and nothing else. */
import type { OrganizationRecord } from '@/db/records/organization'
import type { ProductRecord } from '@/db/records/product'
import { featureValue } from './format'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

/** JSON inside a script must not end it, nor hold the two line ends that scripts know and JSON does not. */
export function scriptJson(data: Json): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export function StructuredData({ data }: { data: Json }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
}

/** @param origin Where this directory is reached. */
export function organizationData(record: OrganizationRecord, origin: URL): Json {
  const { headquarters, employees, parent, ticker } = record
  const page = new URL(record.url, origin).href
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': page,
    name: record.name,
    legalName: record.legalName ?? undefined,
    alternateName: record.aliases.length > 0 ? record.aliases : undefined,
    description: record.overview?.text,
    url: record.website?.url,
    mainEntityOfPage: page,
    foundingDate: record.founded ? String(record.founded.year) : undefined,
    address: headquarters
      ? {
          '@type': 'PostalAddress',
          addressLocality: headquarters.city ?? undefined,
          addressRegion: headquarters.region ?? undefined,
          addressCountry: headquarters.country,
        }
      : undefined,
    numberOfEmployees: employees ? { '@type': 'QuantitativeValue', value: employees.count } : undefined,
    tickerSymbol: ticker ? [ticker.exchange, ticker.symbol].filter(Boolean).join(' ') : undefined,
    parentOrganization: parent
      ? {
          '@type': 'Organization',
          name: parent.name,
          '@id': parent.organization ? new URL(parent.organization.url, origin).href : undefined,
        }
      : undefined,
    employee:
      record.management.length > 0 ? record.management.map(({ name, title }) => ({ '@type': 'Person', name, jobTitle: title })) : undefined,
  }
}

/** @param origin Where this directory is reached. */
export function productData(record: ProductRecord, origin: URL): Json {
  const page = new URL(record.url, origin).href
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': page,
    name: record.name,
    description: record.summary ?? undefined,
    mainEntityOfPage: page,
    category: record.segment.label,
    manufacturer: { '@type': 'Organization', '@id': new URL(record.supplier.url, origin).href, name: record.supplier.name },
    releaseDate: record.introduced === null ? undefined : String(record.introduced),
    offers: record.price
      ? {
          '@type': 'Offer',
          price: record.price.amount,
          priceCurrency: record.price.currency,
          description: record.price.note ?? undefined,
        }
      : undefined,
    additionalProperty:
      record.features.length > 0
        ? record.features.map((feature) => ({ '@type': 'PropertyValue', name: feature.label, value: featureValue(feature) }))
        : undefined,
  }
}
