/** organizations/SLUG.yaml: what a pack says of one organization and of its products. */
import { z } from 'zod'
import { organizationRules, productRules } from './organization-rules'
import { always, currency, date, distinct, oneOf, slug, sourceId, sources, text, webAddress, year } from './shapes'
import { type Labels, STATUSES, type Taxonomy } from './taxonomy'

export type FeatureValue = number | boolean | string | string[] | { min?: number | undefined; max?: number | undefined }

const range = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
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
 * The schema of an organization's file under a taxonomy. It is strict: a key or an id that does not exist is a problem.
 * Its rules (sources that are cited but missing or listed but cited nowhere, features outside their group ...) run whatever else is wrong.
 */
export function organizationSchema(taxonomy: Taxonomy, labels: Labels) {
  const segment = oneOf(Object.keys(taxonomy.segments))
  const os = distinct(oneOf(Object.values(taxonomy.osFamilies).flat()))
  const hal = z.literal(Object.keys(taxonomy.halLevels).map(Number))
  const features = Object.fromEntries(
    Object.entries(taxonomy.features).map(([id, feature]) => {
      const description = `${feature.label}${feature.unit ? ` (${feature.unit})` : ''}: ${feature.meaning} For ${feature.groups.join(', ')}.`
      return [id, FEATURE_VALUES[feature.kind].optional().meta({ description })]
    }),
  )

  const product = z
    .strictObject({
      name: text,
      reportHeading: text.optional().meta({ description: 'The heading in the report, exactly, where it is named there.' }),
      segment,
      os: os.optional(),
      hal: hal.optional(),
      summary: text.optional().meta({ description: 'One or two sentences in our own words.' }),
      introduced: year.optional(),
      status: z.enum(STATUSES).optional(),
      price: z.strictObject({ amount: z.number().min(0), currency, note: text.optional(), source: sourceId }).optional(),
      features: z.strictObject(features).optional().meta({ description: 'Facts worth comparing.' }),
      featureNotes: z.record(z.string(), text).optional().meta({ description: 'A few words that narrow a feature, under its key.' }),
      sources: distinct(sourceId).min(1),
    })
    .superRefine((value, context) => productRules(value, taxonomy, context), always)

  return z
    .strictObject({
      slug,
      name: text.meta({ description: 'The everyday name.' }),
      legalName: text.optional(),
      aliases: distinct(text).optional().meta({ description: 'Other names people would type.' }),
      roles: distinct(oneOf(Object.keys(taxonomy.roles))).min(1),
      segments: distinct(segment).min(1),
      categories: distinct(oneOf(Object.keys(taxonomy.categories))).optional(),
      os: os.optional(),
      hal: distinct(hal).optional(),
      headquarters: z
        .strictObject({
          city: text.optional(),
          region: text.optional().meta({ description: 'A US state by its code, else a plain name.' }),
          country: z.string().regex(/^[A-Z]{2}$/, 'is not ISO 3166-1 alpha-2 (quote "NO")'),
          source: sourceId,
        })
        .optional(),
      founded: z.strictObject({ year, source: sourceId }).optional(),
      ownership: z.strictObject({ type: oneOf(taxonomy.ownershipTypes), note: text.optional(), source: sourceId }).optional(),
      ticker: z.strictObject({ exchange: text.optional(), symbol: text, source: sourceId }).optional(),
      parent: z.strictObject({ name: text, source: sourceId }).optional(),
      website: z.strictObject({ url: webAddress, source: sourceId }).optional(),
      employees: z.strictObject({ count: z.int().min(0), asOf: year, source: sourceId }).optional(),
      overview: z.strictObject({ text, sources: distinct(sourceId).min(1) }).optional(),
      management: z.array(z.strictObject({ name: text, title: text, asOf: year.optional(), source: sourceId })).optional(),
      financials: z
        .array(
          z.strictObject({
            fiscalYear: year,
            metric: oneOf([...taxonomy.metrics.money, ...taxonomy.metrics.count]),
            amount: z.number(),
            currency: currency.optional(),
            scope: text.optional().meta({ description: 'A product line, division or territory; left out for the whole company.' }),
            period: oneOf(taxonomy.periods).optional().meta({ description: 'A year unless said.' }),
            periodEnd: date.optional(),
            basis: oneOf(taxonomy.bases).optional().meta({ description: 'As reported unless said.' }),
            note: text.optional(),
            source: sourceId,
          }),
        )
        .optional(),
      products: z.array(product).optional(),
      relationships: z
        .array(
          z.strictObject({
            type: oneOf(taxonomy.relationshipTypes),
            to: text,
            since: year.optional(),
            note: text.optional(),
            source: sourceId,
          }),
        )
        .optional(),
      laterHistory: z.array(z.strictObject({ year, event: text, source: sourceId })).optional(),
      report: z.array(z.strictObject({ section: z.int().min(1), page: z.int().min(1), heading: text })).optional(),
      gaps: distinct(text).optional().meta({ description: 'What was looked for and not found.' }),
      sources: sources.optional(),
    })
    .superRefine((value, context) => organizationRules(value, taxonomy, labels, context), always)
}

export type Organization = z.infer<ReturnType<typeof organizationSchema>>
export type Product = NonNullable<Organization['products']>[number]
export type FinancialRow = NonNullable<Organization['financials']>[number]
