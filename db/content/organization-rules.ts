/**
 * What an organization's file must keep beyond its shape. The rules look at values as they stand in the file, right or wrong, because they
 * run beside the schema's own checks: one run of the check finds every mistake.
 */
import type { z } from 'zod'
import { hint } from './problems'
import { REPORT_SOURCE } from './shapes'
import { groupOf, type Labels, type Taxonomy } from './taxonomy'

type Path = (string | number)[]
type Complain = (path: Path, input: unknown, message: string) => void
type Context = z.core.$RefinementCtx<unknown>

const CITING_FACTS = ['headquarters', 'founded', 'ownership', 'ticker', 'parent', 'website', 'employees']
/** The relationships of which a part of a company can be the object. */
const PURCHASES = ['acquired', 'acquired-by']
const CITING_LISTS = ['management', 'financials', 'relationships', 'laterHistory']
/** Words that say when or on which basis a figure stands, which have keys of their own. */
const VAGUE_SCOPE =
  /quarter|half|nine months|year-end|forecast|estimate|annuali[sz]ed|pro forma|whole company|company-wide|non-affiliates|\d{4}/i

const isMapping = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const fields = (value: unknown) => (isMapping(value) ? value : {})
const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const complainTo =
  (context: Context): Complain =>
  (path, input, message) =>
    context.addIssue({ code: 'custom', path, input, message })

/** The rules of a whole file: its citations, financial rows, purchases of a part, products' names and region. */
export function organizationRules(value: unknown, taxonomy: Taxonomy, regions: Labels['regions'], context: Context): void {
  if (!isMapping(value)) return
  const organization = value
  const complain = complainTo(context)
  citationRules(organization, complain)
  if (!items(organization.report).length && organization.sources === undefined) {
    complain(['sources'], undefined, 'is missing: only an organization that does no more than stand in the report needs no source')
  }
  items(organization.financials).forEach((row, index) => {
    financialRules(fields(row), taxonomy, (path, ...rest) => complain(['financials', index, ...path], ...rest))
  })
  items(organization.relationships).forEach((row, index) => {
    const { type, part } = fields(row)
    if (part === undefined || PURCHASES.includes(words(type))) return
    complain(
      ['relationships', index, 'part'],
      part,
      `has no place here: only of a purchase (${PURCHASES.join(', ')}) a part can be the object`,
    )
  })
  const names = items(organization.products).map((product) => words(fields(product).name).toLowerCase())
  names.forEach((name, index) => {
    if (name && names.indexOf(name) < index) complain(['products', index, 'name'], name, 'is the name of an earlier product too')
  })
  const { country, region } = fields(organization.headquarters)
  const codes = typeof country === 'string' ? regions[country] : undefined
  if (codes && typeof region === 'string' && !Object.hasOwn(codes, region)) {
    const named = Object.entries(codes).find(([, name]) => name.toLowerCase() === region.toLowerCase())
    const right = named ? `; write ${named[0]}` : hint(region, Object.keys(codes))
    complain(['headquarters', 'region'], region, `is no code of a region of ${country}${right}`)
  }
}

function citationRules(organization: Record<string, unknown>, complain: Complain): void {
  const listed = fields(organization.sources)
  const cited = new Set<string>()
  for (const { path, id, productList } of citations(organization)) {
    if (typeof id !== 'string' || (id === REPORT_SOURCE && productList)) continue
    cited.add(id)
    if (id === REPORT_SOURCE) complain(path, id, 'stands for the report, which says no more than that a product is named there')
    else if (!Object.hasOwn(listed, id)) complain(path, id, `is not among this file's sources${hint(id, Object.keys(listed))}`)
  }
  for (const id of Object.keys(listed)) {
    if (id === REPORT_SOURCE) complain(['sources', id], id, 'stands for the report and cannot be a source of the file: choose another id')
    else if (!cited.has(id)) complain(['sources', id], id, 'is cited nowhere: cite it where its facts stand, or take it out')
  }
}

/** Every place that names a source; `productList` marks the sources of a product as a whole. */
function* citations(organization: Record<string, unknown>): Iterable<{ path: Path; id: unknown; productList?: true }> {
  for (const key of CITING_FACTS) yield { path: [key, 'source'], id: fields(organization[key]).source }
  for (const key of CITING_LISTS) {
    for (const [index, row] of items(organization[key]).entries()) yield { path: [key, index, 'source'], id: fields(row).source }
  }
  for (const [index, id] of items(fields(organization.overview).sources).entries()) yield { path: ['overview', 'sources', index], id }
  for (const [number, product] of items(organization.products).entries()) {
    const { sources, price } = fields(product)
    for (const [index, id] of items(sources).entries()) yield { path: ['products', number, 'sources', index], id, productList: true }
    yield { path: ['products', number, 'price', 'source'], id: fields(price).source }
  }
}

function financialRules(row: Record<string, unknown>, taxonomy: Taxonomy, complain: Complain): void {
  const metric = words(row.metric)
  const money = taxonomy.metrics.money.includes(metric)
  if (money && row.currency === undefined) complain(['currency'], undefined, `is missing: ${metric} is an amount of money`)
  if (taxonomy.metrics.count.includes(metric) && row.currency !== undefined) {
    complain(['currency'], row.currency, `has no place here: ${metric} is a plain count`)
  }
  if (VAGUE_SCOPE.test(words(row.scope))) {
    complain(['scope'], row.scope, 'holds a period, a basis or a date: use the keys period, periodEnd, basis and fiscalYear')
  }
}

/** The rules of one product: a summary unless the report alone names it, features that fit its segment group, notes on features it has. */
export function productRules(value: unknown, taxonomy: Taxonomy, context: Context): void {
  const product = fields(value)
  const complain = complainTo(context)
  const sources = items(product.sources)
  const reportOnly = sources.length === 1 && sources[0] === REPORT_SOURCE
  if (product.summary === undefined && !reportOnly) {
    complain(['summary'], undefined, 'is missing: only a product whose sources are [report] goes without')
  }
  const features = fields(product.features)
  const group = groupOf(words(product.segment))
  for (const [id, stated] of Object.entries(features)) {
    const feature = taxonomy.features[id]
    if (feature && Object.hasOwn(taxonomy.segments, words(product.segment)) && !feature.groups.includes(group)) {
      complain(['features', id], stated, `does not apply to the segment group ${group}, only to ${feature.groups.join(', ')}`)
    }
  }
  const { minNodes, maxNodes } = features
  if (typeof minNodes === 'number' && typeof maxNodes === 'number' && minNodes > maxNodes) {
    complain(['features', 'minNodes'], minNodes, `is above maxNodes, which is ${maxNodes}`)
  }
  for (const [id, note] of Object.entries(fields(product.featureNotes))) {
    if (!Object.hasOwn(features, id)) complain(['featureNotes', id], note, 'is a note on a feature that this product does not state')
  }
}
