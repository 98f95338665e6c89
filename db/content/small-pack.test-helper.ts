/** A small content pack for tests, with a vocabulary of its own, written to a folder that goes when the test ends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { stringify } from 'yaml'
import { checkContent } from './check'
import { readFolders } from './folders'
import { printProblem } from './problems'

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tierbook-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const TAXONOMY = {
  roles: { supplier: 'Sells under its own name', var: 'Resells with value added' },
  segments: { 'servers/cluster': 'Cluster servers', 'software/clustering': 'Clustering software' },
  osFamilies: { unix: ['solaris', 'hp-ux'], linux: ['linux'] },
  halLevels: { 3: 'Availability clusters', 4: 'Scalability clusters' },
  tiers: {
    0: 'USD 10 billion and more',
    1: 'USD 1 billion to under 10 billion',
    2: 'USD 100 million to under 1 billion',
    3: 'under USD 100 million',
  },
  tiersByEmployees: { 0: 50_000, 1: 5_000, 2: 500, 3: 0 },
  relationshipTypes: ['resells', 'resold-by', 'renamed-from'],
  ownershipTypes: ['public', 'private'],
  metrics: { money: ['revenue'], count: ['subscribers'] },
  periods: ['year', 'half', 'nine-months', 'quarter'],
  bases: ['reported', 'estimate', 'forecast'],
  features: {
    minNodes: { label: 'Fewest nodes', kind: 'number', unit: 'nodes', groups: ['software'], meaning: 'Fewest nodes.' },
    maxNodes: { label: 'Most nodes', kind: 'number', unit: 'nodes', groups: ['software'], meaning: 'Most nodes.' },
    lockstep: { label: 'Lockstep', kind: 'boolean', groups: ['servers'], meaning: 'Runs in step.' },
    drives: { label: 'Drives', kind: 'range', unit: 'drives', groups: ['servers'], meaning: 'Drives it takes.' },
    agents: { label: 'Agents', kind: 'list', groups: ['software'], meaning: 'Ready-made agents.' },
  },
  categories: { vars: ['VARs', 8, 28] },
}

export const LABELS = {
  report: { title: 'The report', publisher: 'Its publisher' },
  roles: { supplier: 'Supplier', var: 'VAR' },
  segmentGroups: { servers: 'Servers', software: 'Software' },
  osFamilies: { unix: 'Unix', linux: 'Linux' },
  oses: { solaris: 'Solaris', 'hp-ux': 'HP-UX', linux: 'Linux' },
  halLevels: { 3: 'HAL 3', 4: 'HAL 4' },
  tiers: { 0: 'Tier 0', 1: 'Tier 1', 2: 'Tier 2', 3: 'Tier 3' },
  ownershipTypes: { public: 'Public', private: 'Private' },
  statuses: { announced: 'Announced', shipping: 'Shipping', discontinued: 'Discontinued' },
  relationshipTypes: { resells: ['sells for', 'is sold by'], 'resold-by': ['is sold by', 'sells for'], 'renamed-from': ['was', 'is now'] },
  metrics: { revenue: 'Revenue', subscribers: 'Subscribers' },
  periods: { year: 'Year', half: 'Half year', 'nine-months': 'Nine months', quarter: 'Quarter' },
  bases: { reported: 'Reported', estimate: 'Estimate', forecast: 'Forecast' },
  regions: { US: { MA: 'Massachusetts', CA: 'California' } },
}

export const RATES = {
  sources: { s1: { url: 'https://rates.example/', title: 'Rates' } },
  unitsPerUsd: { 2002: { JPY: 125 } },
  usdPerUnit: { 2002: { EUR: 0.9 }, 2003: { EUR: 1.1 } },
  currencySources: { JPY: ['s1'], EUR: ['s1'] },
}

export const VOCABULARY = { 'taxonomy.yaml': TAXONOMY, 'labels.yaml': LABELS, 'exchange-rates.yaml': RATES }

/** A file of an organization that passes the check, with what a test adds or changes. */
export function organization(slug: string, more: Record<string, unknown> = {}) {
  return {
    slug,
    name: slug.toUpperCase(),
    roles: ['supplier'],
    segments: ['servers/cluster'],
    founded: { year: 1990, source: 's1' },
    sources: { s1: { url: `https://${slug}.example/`, title: slug } },
    ...more,
  }
}

/** Files of a folder by path; a value that is no text is written as YAML. */
export type Files = Record<string, unknown>

/** Entries as files under `organizations/`. */
export const organizations = (...entries: { slug: string; [key: string]: unknown }[]): Files =>
  Object.fromEntries(entries.map((entry) => [`organizations/${entry.slug}.yaml`, entry]))

/** Write files into a folder, into a new one unless said. @returns the folder. */
export function writePack(files: Files, folder = temporaryFolder()): string {
  for (const [path, value] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof value === 'string' ? value : stringify(value))
  }
  return folder
}

/** The check's problems with folders, each as its line without the folder's own path. */
export function problemsOf(...folders: string[]): string[] {
  const checked = checkContent(readFolders(folders))
  return 'content' in checked
    ? []
    : checked.problems.map((problem) => folders.reduce((line, folder) => line.replace(`${folder}/`, ''), printProblem(problem)))
}
