/** Every column of the CSV: what it reads from SQLite, and how the cell is written. */
import type { COLUMNS, Collection, ColumnName } from '../question'
import { organizationUrl, productUrl } from '../records/links'
import type { DirectoryVocabulary } from '../vocabulary'
import { number, text } from './cells'

/** A value as SQLite stores it; null never reaches `write`. */
export type Stored = string | number

export interface Column {
  /** Expressions over the rows of FROM; columns that read the same one share it. */
  reads: readonly string[]
  /** The finished cell, from those of the values that are known: at least one. */
  write: (values: readonly Stored[], vocabulary: DirectoryVocabulary) => string
}

/** The rows of each collection, outermost the wanted ids in the order of the screen. */
export const FROM: Record<Collection, string> = {
  organizations: 'json_each(?) AS wanted CROSS JOIN organizations ON organizations.id = wanted.value',
  products:
    'json_each(?) AS wanted CROSS JOIN products ON products.id = wanted.value CROSS JOIN organizations ON organizations.id = products.organization_id',
}

type ColumnsOf<C extends Collection> = Record<(typeof COLUMNS)[C][number], Column>

const textColumn = (sql: string): Column => ({ reads: [sql], write: ([value = '']) => text(value) })
const numberColumn = (sql: string): Column => ({ reads: [sql], write: ([value = '']) => number(value) })

/** What stands between several values of one cell. */
const BETWEEN = '; '

const ALIASES = `(SELECT group_concat(name, '${BETWEEN}') FROM (SELECT aliases.name FROM aliases WHERE organization_id = organizations.id ORDER BY position))`

/*
 * Five columns are lists of ids. One lookup a row for an organization's own and one for those of its products bring them all, each id
 * as `,kind id`: that is faster than a lookup for each column. An id holds neither comma nor space.
 */
const OWN_IDS = `(SELECT group_concat(id, '') FROM (
  SELECT ',' || kind || ' ' || term AS id FROM organization_terms WHERE organization_id = organizations.id ORDER BY kind, position))`
const OS_IDS =
  "(SELECT group_concat(id, '') FROM (SELECT ',os ' || os AS id FROM product_os WHERE product_id = products.id ORDER BY position))"
const PRODUCT_IDS = `(SELECT group_concat(ids, '') FROM (
  SELECT ',segment ' || segment || coalesce(',hal ' || hal, '') || coalesce(${OS_IDS}, '') AS ids
  FROM products WHERE organization_id = organizations.id ORDER BY position))`

type Arrange = (ids: string[], vocabulary: DirectoryVocabulary) => string[]
const asTheyCome: Arrange = (ids) => ids
const asFilters: Arrange = (ids, vocabulary) => ids.map((id) => vocabulary.osValue(id))
const ascending: Arrange = (ids) => ids.sort((a, b) => Number(a) - Number(b))

/** The ids of one kind, each once. */
function idColumn(kind: string, reads: readonly string[], arrange = asTheyCome): Column {
  const mark = `,${kind} `
  return {
    reads,
    write: (values, vocabulary) => {
      const ids = new Set<string>()
      for (const value of values) collect(String(value), mark, ids)
      return text(arrange([...ids], vocabulary).join(BETWEEN))
    },
  }
}

function collect(marked: string, mark: string, ids: Set<string>): void {
  for (let at = marked.indexOf(mark); at >= 0; at = marked.indexOf(mark, at)) {
    at += mark.length
    const end = marked.indexOf(',', at)
    ids.add(end < 0 ? marked.slice(at) : marked.slice(at, end))
  }
}

const ORGANIZATION_COLUMNS: ColumnsOf<'organizations'> = {
  slug: textColumn('organizations.slug'),
  name: textColumn('organizations.name'),
  legalName: textColumn('legal_name'),
  aliases: textColumn(ALIASES),
  roles: idColumn('role', [OWN_IDS]),
  tier: numberColumn('tier'),
  tierEstimated: { reads: ['tier_estimated'], write: ([value]) => String(value === 1) },
  segments: idColumn('segment', [OWN_IDS, PRODUCT_IDS]),
  os: idColumn('os', [OWN_IDS, PRODUCT_IDS], asFilters),
  hal: idColumn('hal', [OWN_IDS, PRODUCT_IDS], ascending),
  categories: idColumn('category', [OWN_IDS]),
  city: textColumn('city'),
  region: textColumn('region'),
  country: textColumn('country'),
  ownership: textColumn('ownership'),
  ticker: textColumn('ticker'),
  parent: textColumn('parent_name'),
  employees: numberColumn('employees'),
  employeesYear: numberColumn('employees_year'),
  founded: numberColumn('founded'),
  revenue: numberColumn('revenue_amount'),
  revenueCurrency: textColumn('revenue_currency'),
  revenueUsd: numberColumn('revenue_usd'),
  revenueYear: numberColumn('revenue_year'),
  products: numberColumn('product_count'),
  website: textColumn('website'),
  overview: textColumn('overview'),
  url: { reads: ['organizations.slug'], write: ([slug = '']) => text(organizationUrl(String(slug))) },
}

const PRODUCT_COLUMNS: ColumnsOf<'products'> = {
  slug: textColumn('products.slug'),
  name: textColumn('products.name'),
  supplier: textColumn('organizations.slug'),
  supplierName: textColumn('organizations.name'),
  segment: textColumn('segment'),
  os: idColumn('os', [OS_IDS], asFilters),
  hal: numberColumn('hal'),
  status: textColumn('status'),
  introduced: numberColumn('introduced'),
  price: numberColumn('price_amount'),
  priceCurrency: textColumn('price_currency'),
  summary: textColumn('summary'),
  url: {
    reads: ['organizations.slug', 'products.slug'],
    write: ([supplier = '', slug = '']) => text(productUrl(String(supplier), String(slug))),
  },
}

const COLUMNS_OF: Record<Collection, { [name in ColumnName]?: Column }> = {
  organizations: ORGANIZATION_COLUMNS,
  products: PRODUCT_COLUMNS,
}

/** The columns of a question, which has only names that its collection has. */
export function columnsOf(collection: Collection, names: readonly ColumnName[]): Column[] {
  return names.flatMap((name) => COLUMNS_OF[collection][name] ?? [])
}
