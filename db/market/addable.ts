/** What can be added to a comparison, found by its name. */
import type { Directory } from '../directory'
import { readOrganizationHits, readProductHits } from '../records/hits'
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
    const hits = readOrganizationHits(directory, await directory.engine.best('organizations', text, MOST), none)
    found.push({ title: 'Companies', entries: hits.map(({ slug, name }) => ({ id: slug, name, supplier: null })) })
  }
  return found
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ id }) => !ids.includes(id)) }))
    .filter(({ entries }) => entries.length > 0)
}
