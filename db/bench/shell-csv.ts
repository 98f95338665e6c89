/** The organizations' CSV as the sqlite3 shell is told to write it: the same rows and columns, in statements that its older versions know too. */

const OWN = 'organization_id = organizations.id'
const listed = (rows: string) => `(SELECT group_concat(value, '; ') FROM (${rows}))`
const terms = (kind: string) => `SELECT term AS value FROM organization_terms WHERE ${OWN} AND kind = '${kind}'`
const withFamily = (rows: string) => `SELECT parent || '/' || value AS value FROM (${rows}) JOIN terms ON kind = 'os' AND id = value`

const COLUMNS = `slug, name, legal_name AS legalName,
  ${listed(`SELECT name AS value FROM aliases WHERE ${OWN} ORDER BY position`)} AS aliases,
  ${listed(`${terms('role')} ORDER BY position`)} AS roles,
  tier, iif(tier_estimated, 'true', 'false') AS tierEstimated,
  ${listed(`${terms('segment')} UNION SELECT segment FROM products WHERE ${OWN}`)} AS segments,
  ${listed(withFamily(`${terms('os')} UNION SELECT os FROM products JOIN product_os ON product_id = products.id WHERE ${OWN}`))} AS os,
  ${listed(`${terms('hal')} UNION SELECT CAST(hal AS TEXT) FROM products WHERE ${OWN} AND hal IS NOT NULL ORDER BY value`)} AS hal,
  ${listed(`${terms('category')} ORDER BY position`)} AS categories,
  city, region, country, ownership, ticker, parent_name AS parent, employees, employees_year AS employeesYear, founded,
  revenue_amount AS revenue, revenue_currency AS revenueCurrency, revenue_usd AS revenueUsd, revenue_year AS revenueYear,
  product_count AS products, website, overview, '/organizations/' || slug AS url`

/** What the shell reads from its input; it writes the file. */
export function shellCommands(output: string): string {
  return `.mode csv\n.headers on\n.output '${output}'\nSELECT ${COLUMNS} FROM organizations ORDER BY name COLLATE NOCASE, slug;\n`
}
