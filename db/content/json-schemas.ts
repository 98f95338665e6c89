/** The schemas of content files as JSON Schema, for editors: completion of keys and ids, and a mark at what is wrong. */
import { z } from 'zod'
import { exchangeRatesSchema } from './exchange-rates'
import { organizationSchema } from './organization'
import { rankingSchema } from './ranking'
import { reportSchema } from './report-headings'
import { type Labels, labelsSchema, synonymsSchema, type Taxonomy, taxonomySchema } from './taxonomy'

/** @returns the text of each schema file under a taxonomy, by file name. What one file alone cannot tell is left to the check. */
export function jsonSchemas(taxonomy: Taxonomy, labels: Labels): Map<string, string> {
  const schemas: Record<string, [z.ZodType, string]> = {
    taxonomy: [taxonomySchema, 'The ids there are'],
    labels: [labelsSchema(taxonomy), 'What people read in place of the ids'],
    synonyms: [synonymsSchema, 'Words that find each other'],
    'exchange-rates': [exchangeRatesSchema, 'What amounts are converted to USD with'],
    report: [reportSchema, "The headings of the report's table of contents"],
    organization: [organizationSchema(taxonomy, labels.regions), 'An organization'],
    ranking: [rankingSchema(new Set()), 'A published ranking'],
  }
  return new Map(
    Object.entries(schemas).map(([name, [schema, title]]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' })
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`]
    }),
  )
}
