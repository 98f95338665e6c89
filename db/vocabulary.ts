/** The words and labels of the loaded packs, and which values each filter has; read from SQLite, kept until the data changes. */

import { type FilterName, type Term, UNKNOWN, UNRATED, type Vocabulary } from './question'
import type { Sqlite } from './sqlite'

export type TermKind =
  | 'role'
  | 'segment-group'
  | 'segment'
  | 'os-family'
  | 'os'
  | 'hal'
  | 'tier'
  | 'category'
  | 'ownership'
  | 'status'
  | 'relationship'
  | 'metric'
  | 'feature'
  | 'report'
  | 'report-section'
  | 'region'
  | 'period'
  | 'basis'

export interface TermRow {
  kind: TermKind
  id: string
  parent: string | null
  label: string
  meaning: string | null
  section: number | null
  page: number | null
  details: Record<string, unknown> | null
}

const UNKNOWN_LABELS: { [name in FilterName]?: string } = {
  os: 'Not stated',
  hal: 'Not stated',
  category: 'In none of the lists',
  location: 'Not known',
  ownership: 'Not known',
  status: 'Not known',
}

export class DirectoryVocabulary implements Vocabulary {
  readonly #terms = new Map<TermKind, Map<string, TermRow>>()
  readonly #countries = new Map<string, string>()
  readonly #filters = new Map<FilterName, Map<string, string>>()
  readonly #supplierName: (slug: string) => string | undefined
  readonly #suppliers: () => Term[]

  constructor(sqlite: Sqlite) {
    const rows = sqlite
      .prepare('SELECT kind, id, parent, label, meaning, section, page, details FROM terms ORDER BY kind, position')
      .all() as (Omit<TermRow, 'details'> & { details: string | null })[]
    for (const row of rows) {
      const kind = this.#terms.get(row.kind) ?? new Map<string, TermRow>()
      kind.set(row.id, { ...row, details: row.details === null ? null : JSON.parse(row.details) })
      this.#terms.set(row.kind, kind)
    }
    for (const [filter, kind] of [
      ['role', 'role'],
      ['hal', 'hal'],
      ['category', 'category'],
      ['ownership', 'ownership'],
      ['status', 'status'],
    ] as const) {
      this.#filters.set(filter, new Map(this.terms(kind).map((term) => [term.id, term.label])))
    }
    this.#filters.set('tier', new Map([...this.terms('tier').map((term) => [term.id, term.label] as const), [UNRATED, 'Not rated']]))
    this.#filters.set('segment', this.#tree('segment-group', 'segment'))
    this.#filters.set('os', this.#tree('os-family', 'os'))
    const places = sqlite
      .prepare('SELECT DISTINCT country, region FROM organizations WHERE country IS NOT NULL ORDER BY country, region')
      .all() as { country: string; region: string | null }[]
    const locations = new Map<string, string>()
    for (const { country, region } of places) {
      locations.set(country, this.countryName(country))
      if (region) locations.set(`${country}/${region}`, this.regionName(country, region))
    }
    this.#filters.set('location', locations)
    for (const filter of this.#filters.keys()) {
      const label = UNKNOWN_LABELS[filter]
      if (label) this.#filters.get(filter)?.set(UNKNOWN, label)
    }
    const supplier = sqlite.prepare('SELECT name FROM organizations WHERE slug = ?').pluck()
    const suppliers = sqlite.prepare('SELECT slug AS value, name AS label FROM organizations WHERE product_count > 0 ORDER BY slug')
    const names = new Map<string, string>()
    this.#supplierName = (slug) => {
      const name = names.get(slug) ?? (supplier.get(slug) as string | undefined)
      if (name !== undefined) names.set(slug, name)
      return name
    }
    this.#suppliers = () => suppliers.all() as Term[]
  }

  label(filter: FilterName, value: string): string | undefined {
    return filter === 'supplier' ? this.#supplierName(value) : this.#filters.get(filter)?.get(value)
  }

  values(filter: FilterName): readonly Term[] {
    if (filter === 'supplier') return this.#suppliers()
    return [...(this.#filters.get(filter) ?? [])].map(([value, label]) => ({ value, label }))
  }

  /** Every term of a kind in the taxonomy's order. */
  terms(kind: TermKind): TermRow[] {
    return [...(this.#terms.get(kind)?.values() ?? [])]
  }

  term(kind: TermKind, id: string): TermRow | undefined {
    return this.#terms.get(kind)?.get(id)
  }

  /** The label of a term, or the id itself where the taxonomy has no such id. */
  labelOf(kind: TermKind, id: string): string {
    return this.term(kind, id)?.label ?? id
  }

  countryName(code: string): string {
    let name = this.#countries.get(code)
    if (name === undefined) {
      name = countryNames.of(code) ?? code
      this.#countries.set(code, name)
    }
    return name
  }

  /** A US state by its name; other regions are plain names already. */
  regionName(country: string, region: string): string {
    return this.labelOf('region', `${country}/${region}`).replace(`${country}/`, '')
  }

  /** The value of the filter `os` for an OS of the taxonomy: `unix/solaris` for `solaris`. */
  osValue(os: string): string {
    return `${this.familyOf(os)}/${os}`
  }

  familyOf(os: string): string {
    return this.term('os', os)?.parent ?? UNKNOWN
  }

  #tree(groups: TermKind, leaves: TermKind): Map<string, string> {
    const tree = new Map<string, string>()
    for (const group of this.terms(groups)) {
      tree.set(group.id, group.label)
      for (const leaf of this.terms(leaves)) {
        if (leaf.parent === group.id) tree.set(leaf.id.startsWith(`${group.id}/`) ? leaf.id : `${group.id}/${leaf.id}`, leaf.label)
      }
    }
    return tree
  }
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
