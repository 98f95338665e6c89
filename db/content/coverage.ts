/** What checked content covers and what it lacks, as lines for people. */
import type { Content } from './check'
import type { Organization } from './organization'
import { linkHeadings, placeKey } from './report-links'

const OPTIONAL_PARTS = [
  'headquarters',
  'founded',
  'ownership',
  'website',
  'employees',
  'overview',
  'management',
  'financials',
  'products',
  'relationships',
] as const satisfies readonly (keyof Organization)[]

/** A summary of content, ending with the ids that nothing uses and with what does not fit the report. */
export function describeCoverage(content: Content): string[] {
  const organizations = content.organizations.map((entry) => entry.value)
  const products = organizations.flatMap((organization) => organization.products ?? [])
  const sources = organizations.reduce((sum, organization) => sum + Object.keys(organization.sources ?? {}).length, 0)
  const entries = content.rankings.reduce((sum, ranking) => sum + ranking.value.entries.length, 0)
  const roles = counts(organizations.flatMap((organization) => organization.roles))
  const features = products.flatMap((product) => Object.keys(product.features ?? {}))
  const compared = products.filter((product) => product.features !== undefined).length
  const parts = OPTIONAL_PARTS.map(
    (part) => [part, organizations.filter((organization) => organization[part] !== undefined).length] as const,
  )
  const used = new Set([
    ...organizations.flatMap(({ roles, segments, categories = [], os = [] }) => [...roles, ...segments, ...categories, ...os]),
    ...products.flatMap(({ segment, os = [] }) => [segment, ...os]),
    ...features,
  ])
  const { taxonomy } = content
  const unused = (ids: readonly string[]) => ids.filter((id) => !used.has(id))
  const lines = [
    `${organizations.length} organizations, ${products.length} products, ${sources} sources, ${content.rankings.length} rankings of ${entries} entries`,
    `Roles: ${list(Object.keys(taxonomy.roles).map((role) => [role, roles.get(role) ?? 0] as const))}`,
    `Organizations with: ${list(parts)}`,
    `${features.length} values of ${Object.keys(taxonomy.features).length} features at ${compared} products`,
  ]
  for (const [what, ids] of [
    ['categories', Object.keys(taxonomy.categories)],
    ['segments', Object.keys(taxonomy.segments)],
    ['operating systems', Object.values(taxonomy.osFamilies).flat()],
    ['features', Object.keys(taxonomy.features)],
  ] as const) {
    if (unused(ids).length > 0) lines.push(`Without an entry, ${what}: ${unused(ids).join(', ')}`)
  }
  for (const row of linkHeadings(content)) {
    const missing =
      (row.kind === 'supplier' && row.organization === null && 'organization') ||
      (row.kind === 'product' && row.product === null && 'product')
    const under = row.supplier === undefined ? '' : ` of “${row.supplier}”`
    if (missing) lines.push(`No ${missing} for the report's “${row.heading}”${under}, section ${row.section} page ${row.page}`)
  }
  const places = new Set(content.report.map(placeKey))
  for (const { slug, report = [] } of organizations) {
    for (const mention of report) {
      if (!places.has(placeKey(mention))) {
        lines.push(`The report has no heading “${mention.heading}” in section ${mention.section} on page ${mention.page}, as ${slug} says`)
      }
    }
  }
  return lines
}

const list = (pairs: readonly (readonly [string, number])[]) => pairs.map(([name, count]) => `${name} ${count}`).join(', ')

function counts(values: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1)
  return count
}
