/**
 * What a load puts into the database, computed from checked content alone: rows whose references are still slugs and source ids, so that equal
 * content makes an equal plan whatever ids the database has given. Each entry has a fingerprint of everything it will write.
 */
import { createHash } from 'node:crypto'
import type { Content, Entry } from './check'
import { Converter, listRates, type Rate } from './exchange-rates'
import { Names, type Resolution } from './names'
import type { Organization, Product } from './organization'
import type { Ranking } from './ranking'
import { type LinkedHeading, linkHeadings } from './report-links'
import { PROFILES_SECTION } from './report-parser'
import { REPORT_SOURCE } from './shapes'
import { slugsFrom } from './slug'
import { synonymRows, termRows } from './terms'
import { type Rating, rate } from './tier'

export interface PlannedSource {
  key: string
  url: string
  title: string
  publisher?: string | undefined
  date?: string | undefined
}

interface PlannedProduct {
  slug: string
  value: Product
  priceUsd: number | null
}

export interface PlannedOrganization {
  value: Organization
  pack: string
  fingerprint: string
  rating: Rating
  /** The slug of the organization that `parent` names. */
  parent: string | null
  sources: PlannedSource[]
  /** In the order of the file's financial rows. */
  financialsUsd: (number | null)[]
  /** In the order of the file's relationships. */
  relationships: Resolution[]
  products: PlannedProduct[]
  inReport: boolean
}

export interface PlannedRanking {
  value: Ranking
  pack: string
  fingerprint: string
  sources: PlannedSource[]
}

export interface Plan {
  organizations: PlannedOrganization[]
  rankings: PlannedRanking[]
  terms: ReturnType<typeof termRows>
  synonyms: ReturnType<typeof synonymRows>
  rates: { rows: Rate[]; notes: Record<string, string>; sources: PlannedSource[]; cited: Record<string, string[]> }
  headings: (Omit<LinkedHeading, 'product'> & { product: string | null })[]
}

/** Where a product or an organization that only the report names can be read here. */
const REPORT_PAGE = '/report'

/**
 * Plan the load of checked content.
 * @param version Goes into every fingerprint: entries that a loader of another version wrote are written anew.
 */
export function planLoad(content: Content, version: number): Plan {
  const converter = new Converter(content.exchangeRates)
  const names = new Names(content.organizations.map((entry) => entry.value))
  const organizations = content.organizations.map((entry) => sealed(planOrganization(entry, content, converter, names), version))
  const productSlugs = new Map(
    organizations.flatMap(({ value, products }) => products.map((product) => [`${value.slug}/${product.value.name}`, product.slug])),
  )
  return {
    organizations,
    rankings: content.rankings.map((entry) => sealed(planRanking(entry), version)),
    terms: termRows(content.taxonomy, content.labels),
    synonyms: synonymRows(content.synonyms),
    rates: {
      rows: listRates(content.exchangeRates),
      notes: content.exchangeRates.notes ?? {},
      sources: listSources(content.exchangeRates.sources),
      cited: content.exchangeRates.currencySources,
    },
    headings: linkHeadings(content).map((heading) => ({
      ...heading,
      product: heading.product === null ? null : (productSlugs.get(`${heading.organization}/${heading.product}`) ?? null),
    })),
  }
}

function planOrganization(
  { value, pack }: Entry<Organization>,
  content: Content,
  converter: Converter,
  names: Names,
): Unsealed<PlannedOrganization> {
  const products = value.products ?? []
  const slugs = slugsFrom(products.map((product) => product.name))
  const parent = value.parent && names.resolve(value.parent.name, value.slug)
  const sources = listSources(value.sources ?? {})
  if (products.some((product) => product.sources.includes(REPORT_SOURCE))) {
    sources.push({ key: REPORT_SOURCE, url: REPORT_PAGE, ...content.labels.report })
  }
  return {
    value,
    pack,
    rating: rate(value, content.taxonomy, converter),
    parent: parent?.resolved === 'organization' ? parent.slug : null,
    sources,
    financialsUsd: (value.financials ?? []).map(({ amount, currency, fiscalYear }) =>
      currency === undefined ? null : converter.toUsd(amount, currency, fiscalYear),
    ),
    relationships: (value.relationships ?? []).map(({ to }) => names.resolve(to, value.slug)),
    products: products.map((product, index) => ({
      slug: slugs[index] ?? '',
      value: product,
      priceUsd: product.price ? converter.toUsd(product.price.amount, product.price.currency, product.introduced ?? PRICE_YEAR) : null,
    })),
    inReport: (value.report ?? []).some((mention) => mention.section === PROFILES_SECTION),
  }
}

/** The year that a price without a year of its own is converted with: the one the directory stands in. */
const PRICE_YEAR = 2002

const planRanking = ({ value, pack }: Entry<Ranking>): Unsealed<PlannedRanking> => ({ value, pack, sources: listSources(value.sources) })

type Unsealed<Planned> = Omit<Planned, 'fingerprint'>
const sealed = <Planned extends object>(planned: Planned, version: number) => ({ ...planned, fingerprint: fingerprint([version, planned]) })

const listSources = (sources: Readonly<Record<string, Omit<PlannedSource, 'key'>>>): PlannedSource[] =>
  Object.entries(sources).map(([key, source]) => ({ key, ...source }))

/** A short hash of everything a value holds. */
export const fingerprint = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
