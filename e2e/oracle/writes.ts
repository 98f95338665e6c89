/** Writes as people and programs might make them to a loaded pack: entries added, changed, moved and removed, few or many at once, and its words. */
import fc from 'fast-check'
import type { Sqlite } from '@/db/sqlite'

/** A write, and what it is called where a sequence of them fails. */
export interface Write {
  name: string
  make(sqlite: Sqlite): void
}

const ORGANIZATION_FIGURES = ['tier', 'revenue_usd', 'employees', 'founded', 'product_count', 'in_report'] as const
const TERM_KINDS = { role: 'role', segment: 'segment', os: 'os', hal: 'hal', category: 'category' } as const
const PLACES = [
  ['US', 'MA', 'Boston'],
  ['US', 'NY', 'Albany'],
  ['NL', null, 'Texel'],
  ['FR', 'Île-de-France', 'Paris'],
  [null, null, null],
] as const

/** @param words Words that names and texts are made of. */
export function writes(words: readonly string[]): fc.Arbitrary<Write> {
  const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join(' '))
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((some) => some.join(' '))
  /** Stands for one of the rows there are when the write is made. */
  const which = fc.nat({ max: 9999 })
  const figure = fc.option(fc.integer({ min: 0, max: 3 }))
  const one = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(which, name, text, fc.constantFrom(...PLACES))
        .map((made) => write('add an organization', addOrganization, ...made)),
    },
    { weight: 3, arbitrary: fc.tuple(which, name).map((made) => write('rename an organization', rename, ...made)) },
    { weight: 2, arbitrary: fc.tuple(which, name).map((made) => write('give an alias', addAlias, ...made)) },
    { weight: 2, arbitrary: fc.tuple(which, name).map((made) => write('employ a person', addPerson, ...made)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(which, fc.constantFrom(...ORGANIZATION_FIGURES), figure)
        .map((made) => write('change a figure', setFigure, ...made)),
    },
    { weight: 2, arbitrary: fc.tuple(which, fc.constantFrom(...PLACES)).map((made) => write('move an organization', setPlace, ...made)) },
    {
      weight: 2,
      arbitrary: fc.tuple(which, which, fc.constantFrom(...Object.keys(TERM_KINDS))).map((made) => write('give a term', addTerm, ...made)),
    },
    { weight: 1, arbitrary: which.map((row) => write('take the terms away', removeTerms, row)) },
    { weight: 3, arbitrary: fc.tuple(which, which, name, text, figure).map((made) => write('add a product', addProduct, ...made)) },
    { weight: 2, arbitrary: fc.tuple(which, name).map((made) => write('rename a product', renameProduct, ...made)) },
    { weight: 1, arbitrary: fc.tuple(which, which).map((made) => write('move a product', moveProduct, ...made)) },
    { weight: 1, arbitrary: fc.tuple(which, which).map((made) => write('port a product', addOs, ...made)) },
    { weight: 2, arbitrary: which.map((row) => write('remove a product', removeProduct, row)) },
    { weight: 3, arbitrary: which.map((row) => write('remove an organization', removeOrganization, row)) },
  )
  const several = fc.array(one, { minLength: 2, maxLength: 12 }).map((all) => ({
    name: `at once: ${all.map((each) => each.name).join(', ')}`,
    make: (sqlite: Sqlite) =>
      sqlite.transaction(() => {
        for (const each of all) each.make(sqlite)
      })(),
  }))
  return fc.oneof(
    { weight: 8, arbitrary: one },
    { weight: 2, arbitrary: several },
    { weight: 1, arbitrary: fc.tuple(which, name).map((made) => write('call a term otherwise', renameTerm, ...made)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...words), fc.constantFrom(...words))
        .map((made) => write('make two words synonyms', addSynonyms, ...made)),
    },
    { weight: 1, arbitrary: which.map((row) => write('write what nobody searches', writeNothing, row)) },
  )
}

const write = <Args extends unknown[]>(name: string, make: (sqlite: Sqlite, ...args: Args) => void, ...args: Args): Write => ({
  name: `${name} (${args.join(', ')})`,
  make: (sqlite) => make(sqlite, ...args),
})

/** The id of a row, which `which` chooses; undefined where there is none. */
function rowOf(sqlite: Sqlite, table: 'organizations' | 'products', which: number): number | undefined {
  const ids = sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
  return ids[which % ids.length]
}

const termOf = (sqlite: Sqlite, kind: string, which: number) => {
  const ids = sqlite.prepare('SELECT id FROM terms WHERE kind = ? ORDER BY position').pluck().all(kind) as string[]
  return ids[which % ids.length]
}

const slugFor = (sqlite: Sqlite) => `made-${Number(sqlite.prepare('SELECT coalesce(max(seq), 0) FROM changes').pluck().get()) + 1}`

type Place = (typeof PLACES)[number]

function addOrganization(sqlite: Sqlite, which: number, name: string, overview: string, [country, region, city]: Place): void {
  sqlite
    .prepare(
      `INSERT INTO organizations (slug, name, pack, fingerprint, tier_estimated, tier_reason, country, region, city, overview, product_count, in_report)
       VALUES (?, ?, '', '', 0, '', ?, ?, ?, ?, 0, ?)`,
    )
    .run(slugFor(sqlite), name, country, region, city, overview, which % 2)
}

function rename(sqlite: Sqlite, which: number, name: string): void {
  sqlite.prepare('UPDATE organizations SET name = ? WHERE id = ?').run(name, rowOf(sqlite, 'organizations', which))
}

const NEXT = (table: string) => `(SELECT coalesce(max(position), 0) + 1 FROM ${table} WHERE organization_id = :owner)`

function addAlias(sqlite: Sqlite, which: number, name: string): void {
  const owner = rowOf(sqlite, 'organizations', which)
  if (owner !== undefined)
    sqlite.prepare(`INSERT INTO aliases (organization_id, position, name) VALUES (:owner, ${NEXT('aliases')}, :name)`).run({ owner, name })
}

function addPerson(sqlite: Sqlite, which: number, name: string): void {
  const owner = rowOf(sqlite, 'organizations', which)
  if (owner !== undefined)
    sqlite
      .prepare(`INSERT INTO people (organization_id, position, name, title) VALUES (:owner, ${NEXT('people')}, :name, 'Chair')`)
      .run({ owner, name })
}

function setFigure(sqlite: Sqlite, which: number, column: (typeof ORGANIZATION_FIGURES)[number], figure: number | null): void {
  const needed = column === 'product_count' || column === 'in_report'
  const value = needed ? (figure ?? 0) : figure
  sqlite
    .prepare(`UPDATE organizations SET ${column} = ? WHERE id = ?`)
    .run(column === 'in_report' ? Math.min(1, value ?? 0) : value, rowOf(sqlite, 'organizations', which))
}

function setPlace(sqlite: Sqlite, which: number, [country, region, city]: Place): void {
  sqlite
    .prepare('UPDATE organizations SET country = ?, region = ?, city = ? WHERE id = ?')
    .run(country, region, city, rowOf(sqlite, 'organizations', which))
}

function addTerm(sqlite: Sqlite, which: number, term: number, kind: string): void {
  const owner = rowOf(sqlite, 'organizations', which)
  const id = termOf(sqlite, kind, term)
  if (owner === undefined || id === undefined) return
  sqlite
    .prepare(
      `INSERT INTO organization_terms (organization_id, kind, term, position) VALUES (:owner, :kind, :id, ${NEXT('organization_terms')})`,
    )
    .run({ owner, kind, id })
}

function removeTerms(sqlite: Sqlite, which: number): void {
  sqlite.prepare('DELETE FROM organization_terms WHERE organization_id = ?').run(rowOf(sqlite, 'organizations', which))
}

function addProduct(sqlite: Sqlite, which: number, segment: number, name: string, summary: string, hal: number | null): void {
  const owner = rowOf(sqlite, 'organizations', which)
  if (owner === undefined) return
  sqlite
    .prepare(
      `INSERT INTO products (organization_id, position, slug, name, segment, hal, summary, introduced)
       VALUES (:owner, ${NEXT('products')}, :slug, :name, :segment, :hal, :summary, :introduced)`,
    )
    .run({
      owner,
      slug: slugFor(sqlite),
      name,
      segment: termOf(sqlite, 'segment', segment),
      hal: hal === null ? null : hal + 1,
      summary,
      introduced: 1990 + (segment % 12),
    })
}

function renameProduct(sqlite: Sqlite, which: number, name: string): void {
  sqlite.prepare('UPDATE products SET name = ? WHERE id = ?').run(name, rowOf(sqlite, 'products', which))
}

/** Its sources are the organization's, and stay there. */
function moveProduct(sqlite: Sqlite, which: number, to: number): void {
  const owner = rowOf(sqlite, 'organizations', to)
  const id = rowOf(sqlite, 'products', which)
  if (owner === undefined || id === undefined) return
  sqlite.prepare('DELETE FROM product_sources WHERE product_id = ?').run(id)
  sqlite
    .prepare('UPDATE products SET organization_id = :owner, slug = :slug, price_source_id = NULL WHERE id = :id')
    .run({ owner, slug: slugFor(sqlite), id })
}

function addOs(sqlite: Sqlite, which: number, os: number): void {
  const id = rowOf(sqlite, 'products', which)
  if (id === undefined) return
  sqlite
    .prepare(
      'INSERT OR IGNORE INTO product_os (product_id, position, os) VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM product_os WHERE product_id = ?), ?)',
    )
    .run(id, id, termOf(sqlite, 'os', os))
}

function removeProduct(sqlite: Sqlite, which: number): void {
  sqlite.prepare('DELETE FROM products WHERE id = ?').run(rowOf(sqlite, 'products', which))
}

function removeOrganization(sqlite: Sqlite, which: number): void {
  sqlite.prepare('DELETE FROM organizations WHERE id = ?').run(rowOf(sqlite, 'organizations', which))
}

/** As a load does: the words change, and the note that they did. */
function renameTerm(sqlite: Sqlite, which: number, label: string): void {
  sqlite.transaction(() => {
    sqlite.prepare("UPDATE terms SET label = ? WHERE kind = 'segment' AND id = ?").run(label, termOf(sqlite, 'segment', which))
    noteVocabulary(sqlite)
  })()
}

function addSynonyms(sqlite: Sqlite, one: string, other: string): void {
  sqlite.transaction(() => {
    const set = Number(sqlite.prepare('SELECT coalesce(max("set"), 0) + 1 FROM synonyms').pluck().get())
    const add = sqlite.prepare("INSERT INTO synonyms (\"set\", kind, role, phrase, position) VALUES (?, 'group', 'word', ?, ?)")
    for (const [position, phrase] of [one, other].entries()) add.run(set, phrase, position)
    noteVocabulary(sqlite)
  })()
}

function noteVocabulary(sqlite: Sqlite): void {
  sqlite.prepare("INSERT INTO settings (key, value) VALUES ('vocabulary', '1') ON CONFLICT (key) DO UPDATE SET value = value || '1'").run()
}

function writeNothing(sqlite: Sqlite, which: number): void {
  sqlite
    .prepare("INSERT INTO settings (key, value) VALUES ('seen', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
    .run(String(which))
}
