/** The check of content packs: everything that must be right before a pack is loaded, and every problem where something is not. */
import type { z } from 'zod'
import { type ExchangeRates, exchangeRatesSchema } from './exchange-rates'
import type { ContentFile, EntryFolder, Folders, VocabularyFile } from './folders'
import { type Organization, organizationSchema } from './organization'
import type { ContentProblem, Finding } from './problems'
import { type Ranking, rankingSchema } from './ranking'
import { type ReportHeading, reportSchema } from './report-headings'
import { type Labels, labelsSchema, type Synonyms, synonymsSchema, type Taxonomy, taxonomySchema } from './taxonomy'
import { readYaml } from './yaml'

export interface Entry<Value> {
  value: Value
  /** The name of the folder it came from. */
  pack: string
}

/** What content folders say, checked. */
export interface Content {
  taxonomy: Taxonomy
  labels: Labels
  synonyms: Synonyms
  exchangeRates: ExchangeRates
  report: ReportHeading[]
  /** By slug. */
  organizations: Entry<Organization>[]
  rankings: Entry<Ranking>[]
}

export interface CheckOptions {
  /** Called while entries are read, with how many of how many are done. */
  onProgress?: (done: number, total: number) => void
}

/** Check what folders hold. @returns the content, or every problem of it; files under a broken taxonomy wait until that is mended. */
export function checkContent(folders: Folders, options: CheckOptions = {}): { content: Content } | { problems: ContentProblem[] } {
  const check = new Check(folders, options)
  const content = check.run()
  return content && check.problems.length === 0 ? { content } : { problems: check.problems }
}

class Check {
  readonly problems: ContentProblem[] = []
  #done = 0

  constructor(
    readonly folders: Folders,
    readonly options: CheckOptions,
  ) {}

  run(): Content | undefined {
    const taxonomy = this.#vocabulary('taxonomy.yaml', taxonomySchema)
    const synonyms = this.#vocabulary('synonyms.yaml', synonymsSchema, { groups: [], oneWay: [] })
    const exchangeRates = this.#vocabulary('exchange-rates.yaml', exchangeRatesSchema)
    const report = this.#vocabulary('report.yaml', reportSchema, [])
    const labels = taxonomy && this.#vocabulary('labels.yaml', labelsSchema(taxonomy))
    if (!taxonomy) {
      if (this.folders.organizations.length + this.folders.lists.length > 0) {
        const message = 'organizations and lists are not checked before taxonomy.yaml is right'
        this.problems.push({ file: this.folders.folders.join(', '), path: '', message })
      }
      return undefined
    }

    const organizations = this.#entries('organizations', organizationSchema(taxonomy, labels?.regions ?? {}))
    const slugs = new Set(this.folders.organizations.map((file) => slugOf(file)))
    const rankings = this.#entries('lists', rankingSchema(slugs))
    if (!labels || !synonyms || !exchangeRates || !report) return undefined
    return { taxonomy, labels, synonyms, exchangeRates, report, organizations, rankings }
  }

  /** The file that the last folder with one provides; `otherwise` stands for it where no folder has one. */
  #vocabulary<Schema extends z.ZodType>(name: VocabularyFile, schema: Schema, otherwise?: z.infer<Schema>): z.infer<Schema> | undefined {
    const file = this.folders.vocabulary[name]
    if (file) return this.#read(file, schema)
    if (otherwise === undefined) {
      const message = 'stands in none of the folders: name the folder that has it before this one'
      this.problems.push({ file: this.folders.folders.join(', '), path: name, message })
    }
    return otherwise
  }

  #entries<Schema extends z.ZodType<{ slug: string }>>(kind: EntryFolder, schema: Schema): Entry<z.infer<Schema>>[] {
    const entries: Entry<z.infer<Schema>>[] = []
    const firstFile = new Map<string, string>()
    const total = this.folders.organizations.length + this.folders.lists.length
    for (const file of this.folders[kind]) {
      const slug = slugOf(file)
      const value = this.#read(file, schema, (raw) => fitsName(raw, slug))
      if (!file.name.endsWith('.yaml')) this.problems.push({ file: file.shown, path: '', message: 'has to end in .yaml' })
      const other = firstFile.get(slug)
      if (other !== undefined) this.problems.push({ file: file.shown, path: 'slug', message: `is the slug of ${other} too` })
      firstFile.set(slug, file.shown)
      if (value) entries.push({ value, pack: file.pack })
      this.#done += 1
      this.options.onProgress?.(this.#done, total)
    }
    return entries.sort((a, b) => (a.value.slug < b.value.slug ? -1 : 1))
  }

  #read<Schema extends z.ZodType>(file: ContentFile, schema: Schema, more?: (raw: unknown) => Finding[]): z.infer<Schema> | undefined {
    const read = readYaml(file, schema, more)
    if ('value' in read) return read.value
    this.problems.push(...read.problems)
    return undefined
  }
}

const slugOf = (file: ContentFile) => file.name.replace(/\.ya?ml$/i, '')

/** An entry's slug is the name of its file. */
function fitsName(raw: unknown, slug: string): Finding[] {
  if (typeof raw !== 'object' || raw === null || !('slug' in raw) || raw.slug === slug) return []
  return [{ path: ['slug'], value: raw.slug, message: `does not fit the name of the file, which asks for ${slug}` }]
}
