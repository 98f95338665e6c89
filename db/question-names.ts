/** The public names of what can be asked: collections, filters, orders, columns. Links and scripts rest on them; see docs/contract.md. */

export type Collection = 'organizations' | 'products'

export const FILTERS = {
  organizations: ['role', 'tier', 'segment', 'os', 'hal', 'category', 'location', 'ownership'],
  products: ['tier', 'segment', 'os', 'hal', 'status', 'supplier'],
} as const satisfies Record<Collection, readonly string[]>

export type FilterName = (typeof FILTERS)[Collection][number]

export const SORTS = {
  organizations: ['relevance', 'name', 'tier', 'revenue', 'employees', 'founded', 'products'],
  products: ['relevance', 'name', 'supplier', 'introduced', 'price'],
} as const satisfies Record<Collection, readonly string[]>

export type SortName = (typeof SORTS)[Collection][number]

export const COLUMNS = {
  organizations: [
    'slug',
    'name',
    'legalName',
    'aliases',
    'roles',
    'tier',
    'tierEstimated',
    'segments',
    'os',
    'hal',
    'categories',
    'city',
    'region',
    'country',
    'ownership',
    'ticker',
    'parent',
    'employees',
    'employeesYear',
    'founded',
    'revenue',
    'revenueCurrency',
    'revenueUsd',
    'revenueYear',
    'products',
    'website',
    'overview',
    'url',
  ],
  products: [
    'slug',
    'name',
    'supplier',
    'supplierName',
    'segment',
    'os',
    'hal',
    'status',
    'introduced',
    'price',
    'priceCurrency',
    'summary',
    'url',
  ],
} as const satisfies Record<Collection, readonly string[]>

export type ColumnName = (typeof COLUMNS)[Collection][number]

/** The columns that the table on the screen can show, in its usual order; named as those of the export, where that has them. */
export const SCREEN_COLUMNS = {
  organizations: [
    'name',
    'roles',
    'tier',
    'segments',
    'os',
    'hal',
    'categories',
    'city',
    'country',
    'ownership',
    'revenueUsd',
    'revenueYear',
    'employees',
    'founded',
    'products',
    'website',
  ],
  products: ['name', 'supplierName', 'tier', 'segment', 'os', 'hal', 'summary', 'status', 'introduced', 'price'],
} as const satisfies Record<Collection, readonly ColumnName[]>

export type ScreenColumn = (typeof SCREEN_COLUMNS)[Collection][number]
