/** A synthetic directory of any size with the shape of a measured pack, in the real tables; the same seed makes the same rows. */
import { rmSync } from 'node:fs'
import { slugFrom } from '../content/slug'
import { Problem } from '../problem'
import { openDatabaseFile, type Sqlite } from '../sqlite'
import { Random } from './random'
import type { ProductModel, Shape } from './shape'

/** Changes with what this file writes, so that a kept directory of an older make is made anew. */
const MAKE = 1
const MARK = 'synthetic'

export interface Made {
  /** Whether a kept directory of the same make was found. */
  kept: boolean
  seconds: number
}

/**
 * Make a synthetic directory in a folder, or keep the one that is there when it has the same make, seed, size and shape.
 * A smaller directory of the same seed is the beginning of a larger one.
 * @param pack The database file with the loaded pack, whose vocabulary and synonyms are copied.
 */
export function makeSynthetic(folder: string, size: number, seed: number, shape: Shape, pack: string): Made {
  const start = performance.now()
  const mark = JSON.stringify({ make: MAKE, size, seed, shape: shape.fingerprint })
  const found = openOwn(folder, openDatabaseFile)
  const kept = found.sqlite.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(MARK) === mark
  found.close()
  if (kept) return { kept, seconds: (performance.now() - start) / 1000 }
  rmSync(folder, { recursive: true })
  const { sqlite, close } = openDatabaseFile(folder)
  try {
    sqlite.pragma('synchronous = OFF')
    sqlite.pragma('cache_size = -262144')
    sqlite.prepare('ATTACH ? AS pack').run(pack)
    sqlite.transaction(() => {
      const restore = withoutTriggers(sqlite)
      sqlite.exec('INSERT INTO terms SELECT * FROM pack.terms; INSERT INTO synonyms SELECT * FROM pack.synonyms')
      const writer = new Writer(sqlite, shape, new Random(seed))
      for (let id = 1; id <= size; id++) writer.write(id)
      sqlite.exec('INSERT INTO changes (organization_id) SELECT id FROM organizations')
      restore()
      sqlite.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(MARK, mark)
    })()
    sqlite.exec('DETACH pack; ANALYZE')
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    close()
  }
  return { kept: false, seconds: (performance.now() - start) / 1000 }
}

/** Open a database of the bench's own; one of other migrations, or a damaged one, is only a copy to be made again. */
export function openOwn<Opened>(folder: string, open: (folder: string) => Opened): Opened {
  try {
    return open(folder)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    rmSync(folder, { recursive: true, force: true })
    return open(folder)
  }
}

/** Millions of rows need no note each that they are new: the triggers rest meanwhile. @returns what puts them back. */
function withoutTriggers(sqlite: Sqlite): () => void {
  const triggers = sqlite.prepare("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  return () => {
    for (const { sql } of triggers) sqlite.exec(sql)
  }
}

const ORGANIZATION_COLUMNS = [
  'id',
  'slug',
  'name',
  'legal_name',
  'pack',
  'fingerprint',
  'tier',
  'tier_estimated',
  'tier_reason',
  'revenue_amount',
  'revenue_currency',
  'revenue_usd',
  'revenue_year',
  'city',
  'region',
  'country',
  'founded',
  'ownership',
  'ticker',
  'website',
  'employees',
  'employees_year',
  'overview',
  'product_count',
  'in_report',
]
const PRODUCT_COLUMNS = [
  'id',
  'organization_id',
  'position',
  'slug',
  'name',
  'segment',
  'hal',
  'summary',
  'introduced',
  'status',
  'price_amount',
  'price_currency',
  'price_usd',
]

/** Writes one organization after the other, each modelled on a random one of the pack. */
class Writer {
  readonly #organization
  readonly #alias
  readonly #term
  readonly #person
  readonly #product
  readonly #os
  #lastProduct = 0

  constructor(
    sqlite: Sqlite,
    readonly shape: Shape,
    readonly random: Random,
  ) {
    const insert = (table: string, columns: readonly string[]) =>
      sqlite.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
    this.#organization = insert('organizations', ORGANIZATION_COLUMNS)
    this.#alias = insert('aliases', ['organization_id', 'position', 'name'])
    this.#term = insert('organization_terms', ['organization_id', 'kind', 'term', 'position'])
    this.#person = insert('people', ['organization_id', 'position', 'name', 'title'])
    this.#product = insert('products', PRODUCT_COLUMNS)
    this.#os = insert('product_os', ['product_id', 'position', 'os'])
  }

  write(id: number): void {
    const { random, shape } = this
    const { words } = shape
    const model = random.pick(shape.models)
    const name = words.name.phrase(random)
    const growth = 0.8 + random.next() * 0.45
    this.#organization.run(
      id,
      `${slugFrom(name)}-${id}`,
      name,
      model.hasLegalName ? `${name} ${random.pick(shape.legalForms)}` : null,
      MARK,
      '',
      model.tier,
      model.tierEstimated,
      model.tierReason,
      scaled(model.revenueAmount, growth),
      model.revenueCurrency,
      scaled(model.revenueUsd, growth),
      model.revenueYear,
      model.hasCity ? words.city.place(random) : null,
      model.region,
      model.country,
      model.founded,
      model.ownership,
      model.ticker,
      model.website,
      scaled(model.employees, growth),
      model.employeesYear,
      model.overviewLength > 0 ? words.overview.prose(model.overviewLength, random) : null,
      model.products.length,
      model.inReport,
    )
    for (let position = 0; position < model.aliases; position++) this.#alias.run(id, position, words.alias.phrase(random))
    for (const { kind, term, position } of model.terms) this.#term.run(id, kind, term, position)
    model.titles.forEach((title, position) => {
      this.#person.run(id, position, words.person.phrase(random), title)
    })
    model.products.forEach((product, position) => {
      this.#writeProduct(id, position, product)
    })
  }

  #writeProduct(organizationId: number, position: number, model: ProductModel): void {
    const { random } = this
    const { words } = this.shape
    const id = ++this.#lastProduct
    const name = words.product.phrase(random)
    this.#product.run(
      id,
      organizationId,
      position,
      `${slugFrom(name)}-${position + 1}`,
      name,
      model.segment,
      model.hal,
      model.summaryLength > 0 ? words.summary.prose(model.summaryLength, random) : null,
      model.introduced,
      model.status,
      model.priceAmount,
      model.priceCurrency,
      model.priceUsd,
    )
    model.os.forEach((os, at) => {
      this.#os.run(id, at, os)
    })
  }
}

/** Figures differ a little from their model's, so that an order by them has few ties. */
const scaled = (figure: number | null, growth: number) => (figure === null ? null : Math.round(figure * growth))
