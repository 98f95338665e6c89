/** One address of every kind of page, chosen from what the directory holds now. */
import type { APIRequestContext } from '@playwright/test'
import { askApi } from './doors'

/** A text that nothing holds: no word comes near it. */
export const NOTHING = 'zzyzxqwk'

/** By the kind of page: the organization and the product that have the most to show, a list that has entries, and the ways to go wrong. */
export async function everyKind(request: APIRequestContext): Promise<Record<string, string>> {
  const [organization] = (await askApi(request, 'organizations', 'sort=-products&size=1')).hits
  const [product] = (await askApi(request, 'products', 'sort=-price&size=1')).hits
  const [list] = (await askApi(request, 'organizations', 'size=1')).facets.category ?? []
  if (!organization || !product || !list) throw new Error('The directory is empty.')
  return {
    'the directory': '/',
    'a search with filters': '/?q=cluster&tier=1&tier=2&segment=software&sort=-revenue',
    'a search without results': `/?q=${NOTHING}&tier=1`,
    'a question with mistakes': '/?tier=9&colour=red',
    'the products': '/products',
    'a search for products': '/products?q=server&os=unix',
    'an organization': organization.url,
    'a product': product.url,
    'the report': '/report',
    'the lists': '/categories',
    'a list': `/categories/${list.value}`,
    'an address that leads nowhere': '/no/such/page',
    'an organization that is not there': '/organizations/veritsa-software',
  }
}
