/** The controlled vocabulary as rows of `terms` and `synonyms`. */
import type { synonyms, terms } from '../schema'
import type { TermKind } from '../vocabulary'
import { groupOf, type Labels, type Synonyms, segmentGroups, type Taxonomy } from './taxonomy'

type TermRow = typeof terms.$inferInsert

/** Every id of the taxonomy with its label, in the taxonomy's order within its kind. */
export function termRows(taxonomy: Taxonomy, labels: Labels): TermRow[] {
  const rows: TermRow[] = []
  const add = (kind: TermKind, id: string, label: string | undefined, more: Partial<TermRow> = {}) => {
    const position = rows.filter((row) => row.kind === kind).length
    rows.push({ kind, id, label: label ?? id, position, ...more })
  }
  const addAll = (
    kind: TermKind,
    ids: readonly string[],
    named: Readonly<Record<string, string>>,
    meanings: Readonly<Record<string, string>> = {},
  ) => {
    for (const id of ids) add(kind, id, named[id], { meaning: meanings[id] ?? null })
  }

  add('report', 'report', labels.report.title, { meaning: labels.report.publisher })
  for (const [section, title] of Object.entries(labels.report.sections ?? {})) add('report-section', section, title)
  addAll('role', Object.keys(taxonomy.roles), labels.roles, taxonomy.roles)
  addAll('segment-group', segmentGroups(taxonomy.segments), labels.segmentGroups)
  for (const [id, label] of Object.entries(taxonomy.segments)) add('segment', id, label, { parent: groupOf(id) })
  addAll('os-family', Object.keys(taxonomy.osFamilies), labels.osFamilies)
  for (const [family, oses] of Object.entries(taxonomy.osFamilies)) {
    for (const os of oses) add('os', os, labels.oses[os], { parent: family })
  }
  addAll('hal', Object.keys(taxonomy.halLevels), labels.halLevels, taxonomy.halLevels)
  addAll('tier', Object.keys(taxonomy.tiers), labels.tiers, taxonomy.tiers)
  for (const [id, [heading, section, page]] of Object.entries(taxonomy.categories)) add('category', id, heading, { section, page })
  addAll('ownership', taxonomy.ownershipTypes, labels.ownershipTypes)
  addAll('status', Object.keys(labels.statuses), labels.statuses)
  for (const id of taxonomy.relationshipTypes) {
    const [own, other] = labels.relationshipTypes[id] ?? []
    add('relationship', id, own, { details: { inverseLabel: other } })
  }
  for (const [unit, ids] of Object.entries(taxonomy.metrics)) {
    for (const id of ids) add('metric', id, labels.metrics[id], { details: { unit } })
  }
  addAll('period', taxonomy.periods, labels.periods)
  addAll('basis', taxonomy.bases, labels.bases)
  for (const [id, { label, meaning, kind, unit, groups }] of Object.entries(taxonomy.features)) {
    add('feature', id, label, { meaning, details: { kind, ...(unit === undefined ? {} : { unit }), groups } })
  }
  for (const [country, regions] of Object.entries(labels.regions)) {
    for (const [code, name] of Object.entries(regions)) add('region', `${country}/${code}`, name, { parent: country })
  }
  return rows
}

/** Each group and each one-way entry as a set of phrases. */
export function synonymRows({ groups, oneWay }: Synonyms): (typeof synonyms.$inferInsert)[] {
  return [
    ...groups.map((phrases) => ({ kind: 'group' as const, phrases: phrases.map((phrase) => ['word', phrase] as const) })),
    ...oneWay.map(({ word, finds }) => ({
      kind: 'one-way' as const,
      phrases: [['word', word] as const, ...finds.map((phrase) => ['finds', phrase] as const)],
    })),
  ].flatMap(({ kind, phrases }, set) => phrases.map(([role, phrase], position) => ({ set, kind, role, phrase, position })))
}
