/** organizations/SLUG.yaml: what a pack says of one organization and of its products. */
import { z } from 'zod'
import type { FeatureValue } from '../schema'
import { organizationRules, productRules } from './organization-rules'
import { always, currency, date, distinct, oneOf, slug, sourceId, sources, text, webAddress, year } from './shapes'
import { type Labels, STATUSES, type Taxonomy } from './taxonomy'

const range = z
  .strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() })
  .refine((value) => value.min !== undefined || value.max !== undefined, 'has neither min nor max')
  .refine((value) => (value.min ?? 0) <= (value.max ?? Number.POSITIVE_INFINITY), 'has a min above its max')

const FEATURE_VALUES: Record<Taxonomy['features'][string]['kind'], z.ZodType<FeatureValue>> = {
  number: z.number(),
  boolean: z.boolean(),
  text,
  list: distinct(text).min(1),
  range,
}

/**
 * The schema of an organization's file under a taxonomy and the region codes of its labels. It is strict: a key or an id that does not exist is a problem.
 * Its rules (sources that are cited but missing or listed but cited nowhere, features outside their group ...) run whatever else is wrong.
 */
export function organizationSchema(taxonomy: Taxonomy, regions: Labels['regions']) {
  const segment = oneOf(Object.keys(taxonomy.segments))
  const os = distinct(oneOf(Object.values(taxonomy.osFamilies).flat()))
  const hal = z.literal(Object.keys(taxonomy.halLevels).map(Number))
  const features = Object.fromEntries(
    Object.entries(taxonomy.features).map(([id, feature]) => {
      const description = `${feature.label}${feature.unit ? ` (${feature.unit})` : ''}: ${feature.meaning} For ${feature.groups.join(', ')}.`
      return [id, FEATURE_VALUES[feature.kind].exactOptional().meta({ description })]
    }),
  )

  const product = z
    .strictObject({
      name: text,
      reportHeading: text.exactOptional().meta({ description: 'The heading in the report, exactly, where it is named there.' }),
      segment,
      os: os.exactOptional(),
      hal: hal.exactOptional(),
      summary: text.exactOptional().meta({ description: 'One or two sentences in our own words.' }),
      introduced: year.exactOptional(),
      status: z.enum(STATUSES).exactOptional(),
      price: z.strictObject({ amount: z.number().min(0), currency, note: text.exactOptional(), source: sourceId }).exactOptional(),
      features: z
        .strictObject(features)
        .refine((stated) => Object.keys(stated).length > 0, {
          error: 'is empty: leave it out where no source states a feature',
          when: ({ issues }) => issues.length === 0,
        })
        .exactOptional()
        .meta({ description: 'Facts worth comparing.' }),
      featureNotes: z.record(z.string(), text).exactOptional().meta({ description: 'A few words that narrow a feature, under its key.' }),
      sources: distinct(sourceId).min(1),
    })
    .superRefine((value, context) => productRules(value, taxonomy, context), always)

  return z
    .strictObject({
      slug,
      name: text.meta({ description: 'The everyday name.' }),
      legalName: text.exactOptional(),
      aliases: distinct(text).exactOptional().meta({ description: 'Other names people would type.' }),
      roles: distinct(oneOf(Object.keys(taxonomy.roles))).min(1),
      segments: distinct(segment).min(1),
      categories: distinct(oneOf(Object.keys(taxonomy.categories))).exactOptional(),
      os: os.exactOptional(),
      hal: distinct(hal).exactOptional(),
      headquarters: z
        .strictObject({
          city: text.exactOptional(),
          region: text.exactOptional().meta({ description: 'A US state by its code, else a plain name.' }),
          country: z.string().regex(/^[A-Z]{2}$/, 'is not ISO 3166-1 alpha-2 (quote "NO")'),
          source: sourceId,
        })
        .exactOptional(),
      founded: z.strictObject({ year, source: sourceId }).exactOptional(),
      ownership: z.strictObject({ type: oneOf(taxonomy.ownershipTypes), note: text.exactOptional(), source: sourceId }).exactOptional(),
      ticker: z.strictObject({ exchange: text.exactOptional(), symbol: text, source: sourceId }).exactOptional(),
      parent: z.strictObject({ name: text, source: sourceId }).exactOptional(),
      website: z.strictObject({ url: webAddress, source: sourceId }).exactOptional(),
      employees: z.strictObject({ count: z.int().min(0), asOf: year, source: sourceId }).exactOptional(),
      overview: z.strictObject({ text, sources: distinct(sourceId).min(1) }).exactOptional(),
      management: z.array(z.strictObject({ name: text, title: text, asOf: year.exactOptional(), source: sourceId })).exactOptional(),
      financials: z
        .array(
          z.strictObject({
            fiscalYear: year,
            metric: oneOf([...taxonomy.metrics.money, ...taxonomy.metrics.count]),
            amount: z.number(),
            currency: currency.exactOptional(),
            scope: text.exactOptional().meta({ description: 'A product line, division or territory; left out for the whole company.' }),
            period: oneOf(taxonomy.periods).exactOptional().meta({ description: 'A year unless said.' }),
            periodEnd: date.exactOptional(),
            basis: oneOf(taxonomy.bases).exactOptional().meta({ description: 'As reported unless said.' }),
            note: text.exactOptional(),
            source: sourceId,
          }),
        )
        .exactOptional(),
      products: z.array(product).exactOptional(),
      relationships: z
        .array(
          z.strictObject({
            type: oneOf(taxonomy.relationshipTypes),
            to: text,
            since: year.exactOptional(),
            part: text.exactOptional().meta({ description: 'Of a purchase: what was bought, where it was not the whole company.' }),
            note: text.exactOptional(),
            source: sourceId,
          }),
        )
        .exactOptional(),
      laterHistory: z.array(z.strictObject({ year, event: text, source: sourceId })).exactOptional(),
      report: z.array(z.strictObject({ section: z.int().min(1), page: z.int().min(1), heading: text })).exactOptional(),
      gaps: distinct(text).exactOptional().meta({ description: 'What was looked for and not found.' }),
      sources: sources.exactOptional(),
    })
    .superRefine((value, context) => organizationRules(value, taxonomy, regions, context), always)
}

export type Organization = z.infer<ReturnType<typeof organizationSchema>>
export type Product = NonNullable<Organization['products']>[number]
export type FinancialRow = NonNullable<Organization['financials']>[number]
