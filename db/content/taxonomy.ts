/** taxonomy.yaml and labels.yaml: the only ids there are, and what people read in their place. */
import { z } from 'zod'
import { distinct, text } from './shapes'

const ids = distinct(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id of lower-case letters, digits and hyphens'))

const FEATURE_KINDS = ['number', 'boolean', 'text', 'list', 'range'] as const

const feature = z
  .strictObject({ label: text, kind: z.enum(FEATURE_KINDS), unit: text.exactOptional(), groups: distinct(text).min(1), meaning: text })
  .superRefine((value, context) => {
    const measured = value.kind === 'number' || value.kind === 'range'
    if (measured !== (value.unit !== undefined)) {
      const message = measured ? `is of kind ${value.kind} and needs a unit` : `is of kind ${value.kind} and has no unit`
      context.addIssue({ code: 'custom', path: ['unit'], input: value.unit, message })
    }
  })

/** The lower bound of a tier in USD as its text says it: the first amount, or none where it starts with "under". */
export function tierBound(meaning: string): number | undefined {
  if (/^under\b/i.test(meaning)) return 0
  const amount = /USD ([\d.]+) (million|billion)/.exec(meaning)
  return amount ? Number(amount[1]) * (amount[2] === 'billion' ? 1e9 : 1e6) : undefined
}

export const taxonomySchema = z
  .strictObject({
    roles: z.record(z.string(), text),
    segments: z.record(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is not group/segment'), text),
    osFamilies: z.record(z.string(), ids),
    halLevels: z.record(z.string().regex(/^[1-9]$/, 'is not a level'), text),
    tiers: z.strictObject({ 0: text, 1: text, 2: text, 3: text }),
    tiersByEmployees: z.strictObject({ 0: z.int().min(0), 1: z.int().min(0), 2: z.int().min(0), 3: z.int().min(0) }),
    relationshipTypes: ids,
    ownershipTypes: ids,
    metrics: z.strictObject({ money: ids, count: ids }),
    periods: ids,
    bases: ids,
    features: z.record(z.string().regex(/^[a-z][a-zA-Z]*$/, 'is not camelCase'), feature),
    categories: z.record(z.string(), z.tuple([text, z.int().min(1), z.int().min(1)])),
  })
  .superRefine((taxonomy, context) => {
    const complain = (path: PropertyKey[], input: unknown, message: string) => context.addIssue({ code: 'custom', path, input, message })
    const groups = segmentGroups(taxonomy.segments)
    for (const [id, { groups: named }] of Object.entries(taxonomy.features)) {
      named.forEach((group, index) => {
        if (!groups.includes(group)) complain(['features', id, 'groups', index], group, `is not a segment group: ${groups.join(', ')}`)
      })
    }
    const family = new Map<string, string>()
    for (const [name, members] of Object.entries(taxonomy.osFamilies)) {
      members.forEach((os, index) => {
        const other = family.get(os)
        if (other !== undefined) complain(['osFamilies', name, index], os, `stands in the family ${other} as well`)
        family.set(os, name)
      })
    }
    for (const [tier, meaning] of Object.entries(taxonomy.tiers)) {
      if (tierBound(meaning) === undefined)
        complain(['tiers', tier], meaning, 'does not start with “USD N million”, “USD N billion” or “under”')
    }
  })

export type Taxonomy = z.infer<typeof taxonomySchema>

/** The groups of the segments in the order they first appear. */
export const segmentGroups = (segments: Taxonomy['segments']) => [...new Set(Object.keys(segments).map(groupOf))]
/** The group or family of a two-level id. */
export const groupOf = (id: string) => id.split('/')[0] ?? id

export const STATUSES = ['announced', 'shipping', 'discontinued'] as const

/** Every id of `ids` with a label, none missing and none more. */
const labelled = (ids: readonly string[]) => z.strictObject(Object.fromEntries(ids.map((id) => [id, text])))

/** labels.yaml of a taxonomy: the label of each id that the taxonomy itself gives none. */
export const labelsSchema = (taxonomy: Taxonomy) =>
  z.strictObject({
    report: z
      .strictObject({
        title: text,
        publisher: text,
        sections: z.record(z.string().regex(/^\d+$/, 'is not the number of a section'), text).exactOptional(),
      })
      .meta({ description: 'What the source id `report` stands for, and the titles of its sections.' }),
    roles: labelled(Object.keys(taxonomy.roles)),
    segmentGroups: labelled(segmentGroups(taxonomy.segments)),
    osFamilies: labelled(Object.keys(taxonomy.osFamilies)),
    oses: labelled(Object.values(taxonomy.osFamilies).flat()),
    halLevels: labelled(Object.keys(taxonomy.halLevels)),
    tiers: labelled(Object.keys(taxonomy.tiers)),
    ownershipTypes: labelled(taxonomy.ownershipTypes),
    statuses: labelled(STATUSES),
    relationshipTypes: z.strictObject(Object.fromEntries(taxonomy.relationshipTypes.map((id) => [id, z.tuple([text, text])]))),
    metrics: labelled([...taxonomy.metrics.money, ...taxonomy.metrics.count]),
    periods: labelled(taxonomy.periods),
    bases: labelled(taxonomy.bases),
    regions: z
      .record(z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code'), z.record(z.string(), text))
      .meta({ description: 'Names of the regions that organizations of a country name by a code.' }),
  })

export type Labels = z.infer<ReturnType<typeof labelsSchema>>

const group = distinct(text).min(2)

export const synonymsSchema = z.strictObject({
  groups: z.array(group),
  oneWay: z.array(z.strictObject({ word: text, finds: distinct(text).min(1) })),
})

export type Synonyms = z.infer<typeof synonymsSchema>
