/** One address of every kind of page, chosen from what the directory holds now. */
import type { APIRequestContext } from '@playwright/test'
import { askApi, getJson } from './doors'

/** A text that nothing holds: no word comes near it. */
const NOTHING = 'zzyzxqwk'

/** The kinds of page, and how to find the one that has the most to show. */
const KINDS = {
  'the directory': async () => '/',
  'a search with filters': async () => '/?q=cluster&tier=1&tier=2&segment=software&sort=-revenue',
  'a search without results': async () => `/?q=${NOTHING}&tier=1`,
  'a question with mistakes': async () => '/?tier=9&colour=red',
  'the products': async () => '/products',
  'a search for products': async () => '/products?q=server&os=unix',
  'an organization': async (request) => (await askApi(request, 'organizations', 'sort=-products&size=1')).hits[0]?.url,
  'a product': async (request) => (await askApi(request, 'products', 'sort=-price&size=1')).hits[0]?.url,
  'an organization opened from an answer': async () => '/organizations/veritas-software?q=cluster&tier=1&sort=-revenue',
  'an organization with many lines': async () => '/organizations/nortel',
  'an organization of which little is known': async () => '/organizations/chinatmn',
  'a product opened from an answer': async () => '/products/veritas-software/veritas-cluster-server?segment=software%2Fclustering',
  'the report': async () => '/report',
  'the lists': async () => '/categories',
  'a list': async (request) => `/categories/${(await askApi(request, 'organizations', 'size=1')).facets.category?.[0]?.value}`,
  'the market': async () => '/market',
  'a narrowed market': async () => '/market?segment=software&tier=1&tier=2',
  'the headquarters': async () => '/market/places',
  'the value chain': async () => '/market/chain',
  'the revenue ranks': async () => '/market/revenue',
  'the revenue by year': async () => '/market/years?category=ha-telecom-equipment',
  'the mergers': async () => '/market/history',
  'what is around a company': async (request) => aroundMost(request),
  'introductions to a company': async (request) => introductionsOf(request),
  'introductions without a company': async () => '/market/introductions?from=intel&to=software',
  'the top lists': async () => '/top',
  'a top list': async () => '/top/network-telecom-vars',
  'the rankings': async () => '/rankings',
  'a ranking': async (request) =>
    (await getJson<{ rankings: { url: string; places: number }[] }>(request, '/api/rankings')).rankings[0]?.url,
  'a comparison to be chosen': async () => '/compare?add=server',
  'a comparison': async (request) => matrixOf(request),
  'the glossary': async () => '/glossary',
  'a term': async () => '/glossary/segment/software',
  'the coverage': async () => '/coverage',
  'an address that leads nowhere': async () => '/no/such/page',
  'an organization that is not there': async () => '/organizations/veritsa-software',
} as const satisfies Record<string, (request: APIRequestContext) => Promise<string | undefined>>

/** The picture around a large company, two steps wide. */
async function aroundMost(request: APIRequestContext): Promise<string> {
  const { hits } = await askApi(request, 'organizations', 'sort=-products&size=1')
  return `/market/around/${hits[0]?.slug}?steps=2`
}

/** Chains to the company with the most products from the largest ones, with a search for more. */
async function introductionsOf(request: APIRequestContext): Promise<string> {
  const [wanted, known] = [
    await askApi(request, 'organizations', 'sort=-products&size=1'),
    await askApi(request, 'organizations', 'role=var&sort=-revenue&size=3'),
  ]
  return `/market/introductions/${wanted.hits[0]?.slug}?from=${known.hits.map(({ slug }) => slug).join('&from=')}&add=software`
}

/** The first products of the directory, side by side. */
async function matrixOf(request: APIRequestContext): Promise<string> {
  const { hits } = await askApi(request, 'products', 'segment=software/clustering&size=6')
  return `/compare?ids=${hits.map(({ supplier, slug }) => `${supplier}/${slug}`).join('&ids=')}`
}

export type Kind = keyof typeof KINDS

export const kinds = Object.keys(KINDS) as Kind[]

/** The address of a kind of page in the directory as it is now. */
export async function addressOf(kind: Kind, request: APIRequestContext): Promise<string> {
  const address = await KINDS[kind](request)
  if (address === undefined) throw new Error(`The directory has no page for ${kind}.`)
  return address
}
