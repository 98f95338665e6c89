/** Where each entry of the directory has its page; the same address is its key in JSON, CSV and links. */

export interface Link {
  slug: string
  name: string
  url: string
}

export const organizationUrl = (slug: string) => `/organizations/${slug}`
export const productUrl = (supplier: string, slug: string) => `/products/${supplier}/${slug}`
export const categoryUrl = (id: string) => `/categories/${id}`
/** @param list `vars` for one of the report's own lists, else the filter and the value it is of: `role/var`, `segment/software/clustering`. */
export const topListUrl = (list: string) => `/top/${list}`
export const rankingUrl = (slug: string) => `/rankings/${slug}`
/** @param term The kind and the id of a term that the glossary explains: `hal/3`, `segment/software/clustering`. */
export const termUrl = (term: string) => `/glossary/${term}`
/** The picture of whom a company is related to. */
export const aroundUrl = (slug: string) => `/market/around/${slug}`
/** Who can introduce us to a company. @param slug Null where it is yet to be said to which. @param known Slugs of companies we know. */
export function introductionsUrl(slug: string | null, known: readonly string[] = []): string {
  const path = slug === null ? '/market/introductions' : `/market/introductions/${slug}`
  return known.length === 0 ? path : `${path}?from=${known.join('&from=')}`
}
/** @param ids Companies by slug or products by `supplier/slug`, side by side. */
export const compareUrl = (ids: readonly string[]) => (ids.length === 0 ? '/compare' : `/compare?ids=${ids.join('&ids=')}`)
/** What names an entry where its collection is known: its address without the collection. */
export const keyOf = (link: Link) => link.url.split('/').slice(2).join('/')
/** A heading of the report's table of contents; `position` is its place in it. */
export const headingUrl = (position: number) => `/report#h${position}`

export const organizationLink = (organization: { slug: string; name: string }): Link => ({
  slug: organization.slug,
  name: organization.name,
  url: organizationUrl(organization.slug),
})
