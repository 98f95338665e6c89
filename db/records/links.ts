/** Where each entry of the directory has its page; the same address is its key in JSON, CSV and links. */

export interface Link {
  slug: string
  name: string
  url: string
}

export const organizationUrl = (slug: string) => `/organizations/${slug}`
export const productUrl = (supplier: string, slug: string) => `/products/${supplier}/${slug}`
export const categoryUrl = (id: string) => `/categories/${id}`
/** What names an entry where its collection is known: its address without the collection. */
export const keyOf = (link: Link) => link.url.split('/').slice(2).join('/')
/** A heading of the report's table of contents; `position` is its place in it. */
export const headingUrl = (position: number) => `/report#h${position}`

export const organizationLink = (organization: { slug: string; name: string }): Link => ({
  slug: organization.slug,
  name: organization.name,
  url: organizationUrl(organization.slug),
})
