/** lists/SLUG.yaml: a published ranking. */
import { z } from 'zod'
import { hint } from './problems'
import { always, currency, slug, sourceId, sources, text, year } from './shapes'

/**
 * The schema of a ranking's file, given the slugs that its entries may name.
 * A list may break off before its end (`complete: false`), and its metric is the publisher's own words where it is none of the taxonomy's.
 */
export const rankingSchema = (organizations: ReadonlySet<string>) =>
  z
    .strictObject({
      slug,
      title: text,
      publisher: text,
      year,
      metric: text,
      metricYear: year.exactOptional().meta({ description: 'The fiscal year that the amounts are of.' }),
      currency: currency.exactOptional(),
      entries: z
        .array(
          z.strictObject({
            rank: z.int().min(1),
            name: text.meta({ description: 'The name as the list prints it.' }),
            organization: slug.exactOptional().meta({ description: 'The slug of the organization that is meant.' }),
            amount: z.number().exactOptional(),
            source: sourceId,
          }),
        )
        .min(1),
      complete: z.boolean().meta({ description: 'True only where every rank of the published list is here.' }),
      sources,
    })
    .superRefine((list, context) => {
      const listed = Object.keys(list.sources ?? {})
      const entries = Array.isArray(list.entries) ? list.entries : []
      const complain = (path: (string | number)[], input: unknown, message: string) =>
        context.addIssue({ code: 'custom', path, input, message })
      entries.forEach((entry, index) => {
        const { source, organization } = entry ?? {}
        if (typeof source === 'string' && !listed.includes(source)) {
          complain(['entries', index, 'source'], source, `is not among this file's sources${hint(source, listed)}`)
        }
        if (typeof organization === 'string' && !organizations.has(organization)) {
          const message = `is no organization of the packs${hint(organization, [...organizations])}`
          complain(['entries', index, 'organization'], organization, message)
        }
      })
      for (const id of listed) {
        if (!entries.some((entry) => entry?.source === id)) complain(['sources', id], id, 'is cited nowhere: cite it or take it out')
      }
    }, always)

export type Ranking = z.infer<ReturnType<typeof rankingSchema>>
