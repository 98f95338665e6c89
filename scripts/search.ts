/** `npm run -s search -- veritas --tier 1,2`: the answer as a table, or with `--json` as the API gives it. */
import { type Answer, ask, type OrganizationHit, type ProductHit } from '@/db/answer'
import type { Directory } from '@/db/directory'
import type { Question } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import { asking } from './asking'
import { run } from './run'
import { counted, textTable } from './table'

async function answer(directory: Directory, question: Question, switches: ReadonlySet<string>): Promise<void> {
  const words = directory.vocabulary()
  const print = <Hit>(found: Answer<Hit>, table: (hits: readonly Hit[], vocabulary: DirectoryVocabulary) => string) =>
    process.stdout.write(
      switches.has('json')
        ? `${JSON.stringify(found)}\n`
        : `${found.hits.length > 0 ? table(found.hits, words) : ''}\n${summary(found, question)}`,
    )
  if (question.collection === 'organizations') print(await ask(directory, { ...question, collection: 'organizations' }), organizationTable)
  else print(await ask(directory, { ...question, collection: 'products' }), productTable)
}

const UNKNOWN = '–'

function organizationTable(hits: readonly OrganizationHit[], vocabulary: DirectoryVocabulary): string {
  return textTable(
    [
      { title: 'NAME', most: 34 },
      { title: 'TIER', most: 6 },
      { title: 'ROLES', most: 26 },
      { title: 'HEADQUARTERS', most: 24 },
      { title: 'REVENUE', most: 16, align: 'right' },
      { title: 'PRODUCTS', most: 8, align: 'right' },
      { title: 'SLUG', most: 40 },
    ],
    hits.map((hit) => [
      hit.name,
      tier(hit),
      hit.roles.map((role) => vocabulary.labelOf('role', role)).join(', '),
      hit.headquarters === null
        ? UNKNOWN
        : [hit.headquarters.city, hit.headquarters.region, hit.headquarters.country].filter((part) => part !== null).join(', '),
      hit.revenue === null ? UNKNOWN : money(hit.revenue),
      String(hit.products),
      hit.slug,
    ]),
  )
}

function productTable(hits: readonly ProductHit[], vocabulary: DirectoryVocabulary): string {
  return textTable(
    [
      { title: 'NAME', most: 38 },
      { title: 'SUPPLIER', most: 24 },
      { title: 'SEGMENT', most: 34 },
      { title: 'OS', most: 30 },
      { title: 'HAL', most: 3, align: 'right' },
      { title: 'PRICE', most: 12, align: 'right' },
      { title: 'SLUG', most: 60 },
    ],
    hits.map((hit) => [
      hit.name,
      hit.supplierName,
      vocabulary.labelOf('segment', hit.segment),
      hit.os.map((os) => vocabulary.label('os', os) ?? os).join(', ') || UNKNOWN,
      hit.hal === null ? UNKNOWN : String(hit.hal),
      hit.price === null ? UNKNOWN : money(hit.price),
      `${hit.supplier}/${hit.slug}`,
    ]),
  )
}

const tier = (hit: OrganizationHit) => (hit.tier === null ? UNKNOWN : `${hit.tier}${hit.tierEstimated ? ' est.' : ''}`)

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 })
const money = ({ amount, currency }: { amount: number; currency: string }) => `${currency} ${short.format(amount)}`

/** Of each facet the values worth a hint. */
const HINTS = 4

function summary({ total, page, size, ms, engine, facets, suggestions }: Answer<unknown>, question: Question): string {
  const pages = Math.ceil(total / size)
  const place = pages > 1 ? `, page ${page} of ${pages.toLocaleString('en-US')}` : ''
  const lines = [`${counted(total, question.collection)} in ${ms} ms (${engine})${place}`]
  for (const { q, total: count } of suggestions.words) lines.push(`Did you mean “${q}”? It finds ${count}.`)
  for (const { name, total: count } of suggestions.dropFilters) lines.push(`Without --${name} there are ${count}.`)
  if (suggestions.names.length > 0) lines.push(`Near names: ${suggestions.names.map(({ name }) => name).join(', ')}.`)
  if (total > 1) {
    for (const [name, values] of Object.entries(facets)) {
      const useful = values.filter(({ count, selected, excluded }) => count > 0 && count < total && !selected && !excluded).slice(0, HINTS)
      if (useful.length > 0) lines.push(`  --${name} ${useful.map(({ value, count }) => `${value} (${count})`).join('  ')}`)
    }
  }
  return lines.map((line) => `${line}\n`).join('')
}

await run((args) =>
  asking(
    {
      door: 'search',
      switches: { json: 'print the answer as the API gives it' },
      examples: ['npm run -s search -- veritas --tier 1,2', 'npm run -s search -- cluster --products --os unix --json'],
      answer,
    },
    args,
  ),
)
