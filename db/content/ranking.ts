/** lists/SLUG.yaml: a published ranking. */
import { z } from 'zod'
import { closest } from '../search/closest'
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
      const cited = new Set<string>()
      const entries = Array.isArray(list.entries) ? list.entries : []
      entries.forEach((entry, index) => {
        const complain = (key: string, input: unknown, message: string, near: string[]) => {
          const hint = near.length ? `; closest: ${near.join(', ')}` : ''
          context.addIssue({ code: 'custom', path: ['entries', index, key], input, message: message + hint })
        }
        const { source, organization } = entry ?? {}
        cited.add(source)
        if (typeof source === 'string' && !listed.includes(source)) {
          complain('source', source, "is not among this file's sources", closest(source, listed, 3))
        }
        if (typeof organization === 'string' && !organizations.has(organization)) {
          complain('organization', organization, 'is no organization of the packs', closest(organization, [...organizations], 3))
        }
      })
      for (const id of listed) {
        if (!cited.has(id)) context.addIssue({ code: 'custom', path: ['sources', id], input: id, message: 'is cited nowhere' })
      }
    }, always)

export type Ranking = z.infer<ReturnType<typeof rankingSchema>>
