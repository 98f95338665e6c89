/** The report's own competitor matrices, filled with the products that the directory has of the companies on them. */
import { asc, count, eq, sql } from 'drizzle-orm'
import { placeKey } from '../content/report-links'
import type { Directory } from '../directory'
import { parseQuestion } from '../question'
import { categoryUrl, compareUrl } from '../records/links'
import { organizations, organizationTerms, productFeatures, products, reportHeadings } from '../schema'
import { append } from '../search/append'
import { keptWhileUnchanged } from '../unchanged'
import type { TermRow } from '../vocabulary'
import { MOST_COLUMNS, MOST_PARTS } from './limits'

export interface Matrix {
  /** The category that stands for it. */
  id: string
  title: string
  printed: { section: number; page: number } | null
  /** The products that are its columns, by `supplier/slug`. */
  ids: string[]
  /** The comparisons that show the first of them, as many to a page as fit. */
  parts: { from: number; to: number; url: string }[]
  /** Where the directory shows the companies on the report's list. */
  companiesUrl: string
  /** Companies on the report's list that have no product of the kind here. */
  without: number
}

/** What a product must be to stand in a matrix for its company, where the report does not name the product. */
const MATRICES: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  'matrix-ha-software': [['segment', 'software']],
  'matrix-ha-servers': [['segment', 'servers']],
  'nt-clustering': [
    ['os', 'windows'],
    ['segment', 'software/clustering'],
    ['segment', 'software/load-balancing'],
    ['segment', 'software/replication'],
    ['segment', 'servers/cluster'],
    ['segment', 'servers/fault-tolerant'],
  ],
}

/** Every page of a comparison shows them, and choosing their products takes longer than all else on it. */
const known = keptWhileUnchanged<Directory, Map<string, Matrix>>(() => new Map())

/** The matrices whose lists the loaded packs have. */
export async function readMatrices(directory: Directory): Promise<Matrix[]> {
  const vocabulary = directory.vocabulary()
  const terms = Object.keys(MATRICES).flatMap((id) => vocabulary.term('category', id) ?? [])
  const kept = known(directory)
  for (const term of terms) if (!kept.has(term.id)) kept.set(term.id, await readMatrix(directory, term))
  return terms.flatMap(({ id }) => kept.get(id) ?? [])
}

async function readMatrix(directory: Directory, { id, label, section, page }: TermRow): Promise<Matrix> {
  const companies = countMembers(directory, id)
  const chosen = await chooseProducts(directory, id)
  const ids = chosen.map(({ supplier, slug }) => `${supplier}/${slug}`)
  return {
    id,
    title: label,
    printed: section === null || page === null ? null : { section, page },
    ids,
    parts: partsOf(ids),
    companiesUrl: categoryUrl(id),
    without: companies - new Set(chosen.map(({ supplier }) => supplier)).size,
  }
}

function partsOf(ids: readonly string[]): Matrix['parts'] {
  return Array.from({ length: Math.min(MOST_PARTS, Math.ceil(ids.length / MOST_COLUMNS)) }, (_, part) => {
    const shown = ids.slice(part * MOST_COLUMNS, (part + 1) * MOST_COLUMNS)
    const from = part * MOST_COLUMNS + 1
    return { from, to: from + shown.length - 1, url: compareUrl(shown) }
  })
}

const isMember = (category: string) => sql`${organizationTerms.kind} = 'category' AND ${organizationTerms.term} = ${category}`

const countMembers = ({ database }: Directory, category: string) =>
  database.drizzle.select({ companies: count() }).from(organizationTerms).where(isMember(category)).get()?.companies ?? 0

interface Candidate {
  supplier: string
  slug: string
  /** Its place among the headings that follow the matrix's in the report; null where it is not named there. */
  named: number | null
}

/** Of each company the products that the report names in the matrix; of the others the one of the kind of which most is known. */
async function chooseProducts(directory: Directory, matrix: string): Promise<Candidate[]> {
  const named = namedAfter(directory, matrix)
  const ofKind = new Set(await idsOfKind(directory, matrix))
  const products = new Map<string, Product[]>()
  for (const product of readProducts(directory, matrix)) append(products, product.supplier, product)
  const chosen = [...products.values()].flatMap((own): Candidate[] => {
    const rows = own.map((row) => ({ ...row, named: row.heading === null ? null : (named.get(plain(row.heading)) ?? null) }))
    const printed = rows.filter((row) => row.named !== null)
    if (printed.length > 0) return printed
    return rows
      .filter(({ id }) => ofKind.has(id))
      .toSorted((a, b) => b.known - a.known)
      .slice(0, 1)
  })
  return chosen.toSorted((a, b) => (a.named ?? Number.POSITIVE_INFINITY) - (b.named ?? Number.POSITIVE_INFINITY) || 0)
}

type Product = ReturnType<typeof readProducts>[number]

/** Every product of the companies on a list, those of one company together, with how many features are known of it. */
const readProducts = ({ database }: Directory, category: string) =>
  database.drizzle
    .select({
      id: products.id,
      slug: products.slug,
      supplier: organizations.slug,
      heading: products.reportHeading,
      known: sql<number>`(SELECT count(*) FROM ${productFeatures} WHERE ${productFeatures.productId} = ${products.id})`,
    })
    .from(organizationTerms)
    .innerJoin(organizations, eq(organizations.id, organizationTerms.organizationId))
    .innerJoin(products, eq(products.organizationId, organizations.id))
    .where(isMember(category))
    .orderBy(asc(organizations.slug), asc(products.position))
    .all()

const idsOfKind = (directory: Directory, matrix: string): Promise<Uint32Array> =>
  directory.engine.unordered(parseQuestion('products', MATRICES[matrix] ?? [], directory.vocabulary()))

/** The topics that follow the matrix's heading in its section, by their words, with their places. */
function namedAfter({ database }: Directory, matrix: string): Map<string, number> {
  const headings = database.drizzle.select().from(reportHeadings).orderBy(asc(reportHeadings.position)).all()
  const start = headings.find(({ category }) => category === matrix)
  if (start === undefined) return new Map()
  const after = headings.filter(({ section, position, kind }) => section === start.section && position > start.position && kind === 'topic')
  return new Map(after.map(({ heading, position }) => [plain(heading), position]))
}

/** A heading as it is compared, whatever its place. */
const plain = (heading: string) => placeKey({ section: 0, page: 0, heading })
