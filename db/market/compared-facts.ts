/** The facts of a product or a company that stand above its features in a comparison. */
import type { OrganizationRecord } from '../records/organization'
import type { ProductRecord } from '../records/product'
import type { Stated } from './compare'

/** A fact with its place among the others, also where it is not known. */
export type Fact = Omit<Stated, 'value'> & { value: Stated['value'] | null }

type Value = string | string[] | null | undefined

export const factsOfProduct = (product: ProductRecord): Fact[] => [
  fact('tier', 'Tier of the supplier', product.supplier.tier.label),
  fact('segment', 'Segment', product.segment.label),
  fact('os', 'Operating systems', product.os.map(labelOf)),
  fact('hal', 'Availability level', product.hal?.label),
  fact('status', 'Status', product.status?.label),
  fact('introduced', 'Introduced', text(product.introduced)),
  fact('price', 'Price', product.price && `${product.price.currency} ${figure(product.price.amount)}`, product.price?.note),
]

export const factsOfOrganization = (company: OrganizationRecord): Fact[] => [
  fact('tier', 'Tier', company.tier.label, company.tier.tier === null ? null : company.tier.reason),
  fact('roles', 'Roles', company.roles.map(labelOf)),
  fact('segments', 'Segments', company.segments.map(labelOf)),
  fact('os', 'Operating systems', company.os.map(labelOf)),
  fact('hal', 'Availability levels', company.hal.map(labelOf)),
  fact('categories', 'The report’s lists', company.categories.map(labelOf)),
  fact('headquarters', 'Headquarters', company.headquarters && placeOf(company.headquarters)),
  fact('founded', 'Founded', text(company.founded?.year)),
  fact('ownership', 'Ownership', company.ownership?.label, company.ownership?.note),
  fact('parent', 'Parent', company.parent?.name),
  fact('employees', 'Employees', company.employees && figure(company.employees.count), text(company.employees?.asOf)),
  fact('products', 'Products here', company.products.length === 0 ? null : figure(company.products.length)),
]

const figure = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })
const text = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value))
const labelOf = ({ label }: { label: string }) => label

const placeOf = ({ city, regionName, countryName }: NonNullable<OrganizationRecord['headquarters']>) =>
  [city, regionName, countryName].filter(Boolean).join(', ')

function fact(id: string, label: string, value: Value, note: string | null = null): Fact {
  const known = value !== null && value !== undefined && value.length > 0
  return { id, label, kind: Array.isArray(value) ? 'list' : 'text', unit: null, meaning: null, value: known ? value : null, note }
}
