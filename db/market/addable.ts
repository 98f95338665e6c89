/** What can be added to a comparison, found by its name. */
import type { Directory } from '../directory'
import { readOrganizationHits, readProductHits } from '../records/hits'
import { type Link, organizationLink } from '../records/links'
import { readText } from '../search/text'

export interface Addable {
  title: string
  entries: { id: string; name: string; supplier: string | null }[]
}

const MOST = 12

/** Products where products are compared, companies where companies are, both where nothing is yet; what stands there already is left out. */
export async function findAddable(directory: Directory, ids: readonly string[], text: string): Promise<Addable[]> {
  const products = ids.length === 0 || ids.some((id) => id.includes('/'))
  const companies = ids.length === 0 || !products
  const none = readText('', directory.synonyms())
  const found: Addable[] = []
  if (products) {
    const hits = readProductHits(directory, await directory.engine.best('products', text, MOST), none)
    found.push({
      title: 'Products',
      entries: hits.map(({ supplier, slug, name, supplierName }) => ({ id: `${supplier}/${slug}`, name, supplier: supplierName })),
    })
  }
  if (companies) {
    const links = await findCompanies(directory, ids, text)
    found.push({ title: 'Companies', entries: links.map(({ slug, name }) => ({ id: slug, name, supplier: null })) })
  }
  return found
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ id }) => !ids.includes(id)) }))
    .filter(({ entries }) => entries.length > 0)
}

/** The best companies for a text, less those named. */
export async function findCompanies(directory: Directory, without: readonly string[], text: string): Promise<Link[]> {
  const ids = await directory.engine.best('organizations', text, MOST)
  const hits = readOrganizationHits(directory, ids, readText('', directory.synonyms()))
  return hits.filter(({ slug }) => !without.includes(slug)).map(organizationLink)
}
