/** Exporting what a person has ticked: the selection alone names the rows, the question puts them in order. */

import type { Directory } from '../directory'
import { type Collection, defaultSort, type Question, QuestionError } from '../question'
import { keyOf } from '../records/links'
import { closestOrganizations, closestProducts } from '../records/names'
import type { SearchEngine } from '../search/engine'
import type { Sqlite } from '../sqlite'

/** How many unknown entries get the closest names that exist; looking for them takes time. */
const MOST_HELPED = 10
const CLOSEST = 5

const SELECTED: Record<Collection, string> = {
  organizations:
    'SELECT wanted.value AS slug, organizations.id FROM json_each(?) AS wanted LEFT JOIN organizations ON organizations.slug = wanted.value',
  products: `SELECT wanted.value AS slug, products.id FROM json_each(?) AS wanted
    LEFT JOIN organizations ON organizations.slug = substr(wanted.value, 1, instr(wanted.value, '/') - 1)
    LEFT JOIN products ON products.organization_id = organizations.id AND products.slug = substr(wanted.value, instr(wanted.value, '/') + 1)`,
}

/**
 * The ids of a question's selection.
 * @throws {QuestionError} with every slug that leads to no entry.
 */
export async function readSelection(directory: Directory, sqlite: Sqlite, question: Question): Promise<Set<number>> {
  const rows = sqlite.prepare(SELECTED[question.collection]).all(JSON.stringify(question.selection)) as {
    slug: string
    id: number | null
  }[]
  const missing = rows.filter((row) => row.id === null)
  if (missing.length > 0) {
    throw new QuestionError(
      await Promise.all(
        missing.map(async ({ slug }, rank) => {
          const allowed = rank < MOST_HELPED ? await closestSlugs(directory, question.collection, slug) : []
          const hint = allowed.length > 0 ? ` Closest: ${allowed.join(', ')}.` : ''
          return {
            parameter: 'slug',
            value: slug,
            message: `There is no entry “${slug}” among the ${question.collection}.${hint}`,
            allowed,
          }
        }),
      ),
    )
  }
  return new Set(rows.flatMap((row) => row.id ?? []))
}

async function closestSlugs(directory: Directory, collection: Collection, slug: string): Promise<string[]> {
  if (collection === 'organizations') return (await closestOrganizations(directory, slug, CLOSEST)).map(keyOf)
  const [supplier = '', product = ''] = slug.split('/')
  return (await closestProducts(directory, supplier, product, CLOSEST)).map(keyOf)
}

/** Those that the question finds come first, in its order; the others of the selection follow by name. */
export async function orderSelection(engine: SearchEngine, question: Question, selected: ReadonlySet<number>): Promise<Uint32Array> {
  const found = (await engine.matches(question)).filter((id) => selected.has(id))
  if (found.length === selected.size) return found
  const placed = new Set(found)
  const everything = await engine.matches({ ...question, q: '', filters: {}, sort: defaultSort('') })
  const others = everything.filter((id) => selected.has(id) && !placed.has(id))
  const ordered = new Uint32Array(selected.size)
  ordered.set(found)
  ordered.set(others, found.length)
  return ordered
}
