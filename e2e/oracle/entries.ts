/** The entries of a content pack as plain values, read from its YAML. What a load computes (tier, USD, slugs of products) comes from its rows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { OrganizationHit, ProductHit } from '@/db/answer'
import type { FilterName, SortName } from '@/db/question'
import { fold, readValue, type Synonyms, squash, type Value } from './text'

export interface Entry {
  slug: string
  /** The places that relevance tells apart; every alias and every product's name is a place of its own. */
  name: Value
  aliases: Value[]
  products: Value[]
  labels: Value[]
  people: Value[]
  rest: Value[]
  /** Characters of all labels and of all people as they are written. */
  lengths: { labels: number; people: number }
  supplierOfReport: boolean
  productCount: number
  facets: { [name in FilterName]?: string[] }
  sorts: { [name in SortName]?: string | number | null }
  /** All texts as they are written, to ask for. */
  texts: string[]
}

interface OrganizationFile {
  slug: string
  name: string
  legalName?: string
  aliases?: string[]
  roles: string[]
  segments: string[]
  categories?: string[]
  os?: string[]
  hal?: number[]
  headquarters?: { city?: string; region?: string; country: string }
  founded?: { year: number }
  ownership?: { type: string }
  employees?: { count: number }
  overview?: { text: string }
  management?: { name: string }[]
  products?: ProductFile[]
  report?: { section: number }[]
}

interface ProductFile {
  name: string
  reportHeading?: string
  segment: string
  os?: string[]
  hal?: number
  summary?: string
  introduced?: number
  status?: string
}

interface Taxonomy {
  segments: Record<string, string>
  osFamilies: Record<string, string[]>
  categories: Record<string, [string, number, number]>
}

interface Labels {
  roles: Record<string, string>
  segmentGroups: Record<string, string>
  osFamilies: Record<string, string>
  oses: Record<string, string>
  regions: Record<string, Record<string, string>>
}

interface SynonymsFile {
  groups: string[][]
  oneWay: { word: string; finds: string[] }[]
}

/** Every entry of a pack. @param organizationHits,productHits Of every row, as the directory reads them. */
export function readEntries(
  folder: string,
  organizationHits: readonly OrganizationHit[],
  productHits: readonly ProductHit[],
): { organizations: Entry[]; products: Entry[] } {
  const words = new Words(folder)
  const files = readdirSync(join(folder, 'organizations')).map((name) => readYaml<OrganizationFile>(folder, join('organizations', name)))
  const hits = new Map(organizationHits.map((hit) => [hit.slug, hit]))
  const rows = new Map(productHits.map((hit) => [`${hit.supplier}/${hit.name}`, hit]))
  return {
    organizations: files.map((file) => organizationEntry(file, hits.get(file.slug), words)),
    products: files.flatMap((file) =>
      (file.products ?? []).map((product) => productEntry(product, file, rows.get(`${file.slug}/${product.name}`), words)),
    ),
  }
}

/** What each word or phrase of a pack's synonyms finds; a one-way word finds what the other side finds. */
export function readSynonyms(folder: string): Synonyms {
  const { groups, oneWay } = readYaml<SynonymsFile>(folder, 'synonyms.yaml')
  const spelled = (phrase: string) => [readValue(phrase).apart, readValue(phrase).joined]
  const found = (phrase: string, seen: readonly string[]): string[][] => {
    const same = (other: string) => squash(other) === squash(phrase)
    const next = oneWay.filter(({ word }) => same(word) && !seen.includes(word))
    return [
      ...groups.filter((group) => group.some(same)).flatMap((group) => group.flatMap(spelled)),
      ...next.flatMap(({ word, finds }) => finds.flatMap((other) => [...spelled(other), ...found(other, [...seen, word])])),
    ]
  }
  const all = [...groups.flat(), ...oneWay.map(({ word }) => word)]
  return new Map(all.map((phrase) => [squash(phrase), found(phrase, [])]))
}

/** The phrases and words of a pack's synonyms as they are written. */
export const synonymTexts = (folder: string): string[] => {
  const { groups, oneWay } = readYaml<SynonymsFile>(folder, 'synonyms.yaml')
  return [...groups.flat(), ...oneWay.flatMap(({ word, finds }) => [word, ...finds])]
}

const readYaml = <Shape>(folder: string, path: string) => parse(readFileSync(join(folder, path), 'utf8')) as Shape

/** The vocabulary of a pack: the words behind ids, and the two-level values that filters have. */
class Words {
  readonly #taxonomy: Taxonomy
  readonly #labels: Labels

  constructor(folder: string) {
    this.#taxonomy = readYaml<Taxonomy>(folder, 'taxonomy.yaml')
    this.#labels = readYaml<Labels>(folder, 'labels.yaml')
  }

  roles = (ids: readonly string[]) => ids.map((id) => this.#labels.roles[id] ?? '')
  categories = (ids: readonly string[]) => ids.map((id) => this.#taxonomy.categories[id]?.[0] ?? '')
  segments = (ids: readonly string[]) => [
    ...unique(ids.map(before)).map((group) => this.#labels.segmentGroups[group] ?? ''),
    ...ids.map((id) => this.#taxonomy.segments[id] ?? ''),
  ]
  oses = (ids: readonly string[]) => [
    ...unique(ids.map((id) => this.#family(id))).map((family) => this.#labels.osFamilies[family] ?? ''),
    ...ids.map((id) => this.#labels.oses[id] ?? ''),
  ]
  osValues = (ids: readonly string[]) => ids.flatMap((id) => [this.#family(id), `${this.#family(id)}/${id}`])
  place = ({ city, region, country }: { city?: string; region?: string; country: string }) => [
    ...(city === undefined ? [] : [city]),
    ...(region === undefined ? [] : unique([region, this.#labels.regions[country]?.[region] ?? region])),
    country,
    new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country,
  ]

  #family(os: string): string {
    return Object.entries(this.#taxonomy.osFamilies).find(([, members]) => members.includes(os))?.[0] ?? ''
  }
}

function organizationEntry(file: OrganizationFile, hit: OrganizationHit | undefined, words: Words): Entry {
  if (!hit) throw new Error(`The database has no organization ${file.slug}.`)
  const products = file.products ?? []
  const segments = unique([...file.segments, ...products.map((product) => product.segment)])
  const oses = unique([...(file.os ?? []), ...products.flatMap((product) => product.os ?? [])])
  const hals = unique([...(file.hal ?? []), ...products.flatMap((product) => product.hal ?? [])].map(String))
  const { country, region } = file.headquarters ?? {}
  const place = file.headquarters ? words.place(file.headquarters) : []
  return entry({
    slug: file.slug,
    name: file.name,
    aliases: [...(file.aliases ?? []), ...(file.legalName === undefined ? [] : [file.legalName])],
    products: products.map((product) => product.name),
    labels: [
      ...words.roles(file.roles),
      ...words.segments(segments),
      ...words.oses(oses),
      ...words.categories(file.categories ?? []),
      ...place,
    ],
    people: (file.management ?? []).map((person) => person.name),
    rest: [file.overview?.text ?? '', ...products.map((product) => product.summary ?? '')],
    supplierOfReport: named(file),
    productCount: products.length,
    facets: {
      role: known(file.roles),
      tier: [tierOf(hit)],
      segment: known(segments.flatMap((id) => [before(id), id])),
      os: known(words.osValues(oses)),
      hal: known(hals),
      category: known(file.categories ?? []),
      location: known(country === undefined ? [] : region === undefined ? [country] : [country, `${country}/${region}`]),
      ownership: known(file.ownership ? [file.ownership.type] : []),
    },
    sorts: {
      name: fold(file.name),
      tier: hit.tier,
      revenue: hit.revenue?.usd ?? null,
      employees: file.employees?.count ?? null,
      founded: file.founded?.year ?? null,
      products: products.length,
    },
  })
}

function productEntry(product: ProductFile, supplier: OrganizationFile, hit: ProductHit | undefined, words: Words): Entry {
  if (!hit) throw new Error(`The database has no product ${product.name} of ${supplier.slug}.`)
  const heading = product.reportHeading
  return entry({
    slug: `${supplier.slug}/${hit.slug}`,
    name: product.name,
    aliases: heading === undefined || heading === product.name ? [] : [heading],
    products: [supplier.name, ...(supplier.aliases ?? [])],
    labels: [...words.segments([product.segment]), ...words.oses(product.os ?? [])],
    people: [],
    rest: [product.summary ?? ''],
    supplierOfReport: named(supplier),
    productCount: (supplier.products ?? []).length,
    facets: {
      tier: [tierOf(hit)],
      segment: [before(product.segment), product.segment],
      os: known(words.osValues(product.os ?? [])),
      hal: known(product.hal === undefined ? [] : [String(product.hal)]),
      status: known(product.status === undefined ? [] : [product.status]),
      supplier: [supplier.slug],
    },
    sorts: {
      name: fold(product.name),
      supplier: fold(supplier.name),
      introduced: product.introduced ?? null,
      price: hit.price?.usd ?? null,
    },
  })
}

type Written = Pick<Entry, 'slug' | 'supplierOfReport' | 'productCount' | 'facets' | 'sorts'> & {
  name: string
} & Record<'aliases' | 'products' | 'labels' | 'people' | 'rest', string[]>

function entry(written: Written): Entry {
  const { name, aliases, products, labels, people, rest } = written
  const characters = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)
  const values = (texts: readonly string[]) => texts.map(readValue)
  return {
    ...written,
    name: readValue(name),
    aliases: values(aliases),
    products: values(products),
    labels: values(labels),
    people: values(people),
    rest: values(rest),
    lengths: { labels: characters(labels), people: characters(people) },
    texts: [name, ...aliases, ...products, ...labels, ...people, ...rest].filter((text) => text !== ''),
  }
}

/** Section 7 of the report describes its suppliers. */
const named = ({ report }: OrganizationFile) => (report ?? []).some((mention) => mention.section === 7)
const tierOf = ({ tier }: { tier: number | null }) => (tier === null ? 'unrated' : String(tier))
const before = (id: string) => id.split('/')[0] ?? id
const unique = <Item>(items: Item[]): Item[] => [...new Set(items)]
const known = (values: string[]): string[] => (values.length > 0 ? unique(values) : ['unknown'])
