import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../answer'
import type { Directory } from '../directory'
import { Problem } from '../problem'
import { COLUMNS, parseQuestion, QuestionError } from '../question'
import { readOrganization } from '../records/organization'
import { type LoadedPack, loadMadeUpPack, loadRealPack } from '../records/pack.test-helper'
import type { SearchEngine } from '../search/engine'
import { csvStream, exportCsv } from './csv'
import { exportQuestion, exportText, openPack, readCsv } from './export.test-helper'

const organization = (slug: string, more = '') => `
slug: ${slug}
name: ${slug}
roles: [supplier, var]
segments: [software/clustering]
os: [linux]
hal: [4]
founded: {year: 1990, source: s1}
${more}
sources:
  s1: {url: "https://example.org/1", title: One}
`

const PRODUCTS = `products:
  - {name: Zeta, segment: storage/raid, os: [solaris, linux], hal: 2, summary: The first., price: {amount: 1.5, currency: USD, source: s1}, sources: [s1]}
  - {name: Alpha, segment: software/clustering, os: [], hal: 4, summary: "A, b", introduced: 2001, status: shipping, sources: [s1]}
`

describe('an export', () => {
  let pack: LoadedPack
  let directory: Directory
  const write = (slug: string, column: string, value: string | number | null) =>
    pack.database.sqlite.prepare(`UPDATE organizations SET ${column} = ? WHERE slug = ?`).run(value, slug)

  beforeEach(() => {
    pack = loadMadeUpPack({ a: organization('a', PRODUCTS), b: organization('b', 'aliases: [Bee, "B; C"]'), c: organization('c') })
    directory = openPack(pack)
  })
  afterEach(async () => {
    await directory.close()
    pack.remove()
  })

  it('begin with the names of all columns', async () => {
    for (const collection of ['organizations', 'products'] as const) {
      const [header] = (await exportText(directory, collection)).split('\r\n')
      expect(header).toBe(COLUMNS[collection].join(','))
    }
  })

  it('hold the asked columns in the asked order, unknown facts as empty cells', async () => {
    write('b', 'name', 'b "B", Inc.')
    write('b', 'city', '=SUM(A1)')
    write('b', 'revenue_amount', -5)
    write('c', 'overview', 'one\r\ntwo')
    expect(await exportText(directory, 'organizations', [['columns', 'name,city,revenue,overview,slug']])).toBe(
      'name,city,revenue,overview,slug\r\na,,,,a\r\n"b ""B"", Inc.",\'=SUM(A1),-5,,b\r\nc,,,"one\r\ntwo",c\r\n',
    )
  })

  it('join several values, an organization’s own before those of its products, each once', async () => {
    expect(
      await exportText(directory, 'organizations', [['columns', 'slug,aliases,roles,segments,os,hal,products,tierEstimated,url']]),
    ).toBe(
      'slug,aliases,roles,segments,os,hal,products,tierEstimated,url\r\n' +
        'a,,supplier; var,software/clustering; storage/raid,linux/linux; unix/solaris,2; 4,2,false,/organizations/a\r\n' +
        'b,Bee; B; C,supplier; var,software/clustering,linux/linux,4,0,false,/organizations/b\r\n' +
        'c,,supplier; var,software/clustering,linux/linux,4,0,false,/organizations/c\r\n',
    )
  })

  it('are the same for products', async () => {
    const columns = 'supplier,supplierName,name,segment,os,hal,status,introduced,price,priceCurrency,summary,url'
    expect(await exportText(directory, 'products', [['columns', columns]])).toBe(
      `${columns}\r\n` +
        'a,a,Alpha,software/clustering,,4,shipping,2001,,,"A, b",/products/a/alpha\r\n' +
        'a,a,Zeta,storage/raid,unix/solaris; linux/linux,2,,,1.5,USD,The first.,/products/a/zeta\r\n',
    )
  })

  it('begin with a byte order mark where it is asked for', async () => {
    expect(
      await exportText(directory, 'organizations', [
        ['columns', 'slug'],
        ['bom', '1'],
      ]),
    ).toBe('\ufeffslug\r\na\r\nb\r\nc\r\n')
  })

  it('have no empty line where the only column is unknown', async () => {
    expect(await exportText(directory, 'organizations', [['columns', 'city']])).toBe('city\r\n""\r\n""\r\n""\r\n')
  })

  it('are a header alone where nothing matches', async () => {
    expect(
      await exportText(directory, 'organizations', [
        ['q', 'nothing has this'],
        ['columns', 'slug'],
      ]),
    ).toBe('slug\r\n')
  })

  it('starts again when the data changed under the question, and gives up in words when it always does', async () => {
    const { sqlite } = pack.database
    let write: (() => void) | undefined = () => {
      sqlite.exec("DELETE FROM organizations WHERE slug = 'c'")
      write = undefined
    }
    const matches: SearchEngine['matches'] = async (question) => {
      const ids = await directory.engine.matches(question)
      write?.()
      return ids
    }
    const restless: Directory = { ...directory, engine: { ...directory.engine, matches } }
    const question = exportQuestion(directory, 'organizations', [['columns', 'slug']])
    const { pieces, total } = await exportCsv(restless, question)
    expect(total).toBe(2)
    expect([...pieces].join('')).toBe('slug\r\na\r\nb\r\n')
    write = () => sqlite.exec('UPDATE organizations SET founded = founded + 1')
    await expect(exportCsv(restless, question)).rejects.toBeInstanceOf(Problem)
  })
})

describe('an export of the pack', () => {
  let pack: LoadedPack
  let directory: Directory
  beforeAll(() => {
    pack = loadRealPack()
    directory = openPack(pack)
  })
  afterAll(async () => {
    await directory.close()
    pack.remove()
  })

  const slugs = async (pairs: [string, string][]) => readCsv(await exportText(directory, 'organizations', pairs)).map((row) => row.slug)

  it('says of each organization what its record says', async () => {
    const rows = readCsv(await exportText(directory, 'organizations'))
    const stored = pack.database.sqlite.prepare('SELECT count(*) FROM organizations').pluck().get()
    expect(rows).toHaveLength(Number(stored))
    const cell = (value: unknown) => (value === null || value === undefined ? '' : String(value).replace(/^([=+\-@\t\r])/, "'$1"))
    for (const row of rows) {
      const record = readOrganization(directory, row.slug ?? '')
      expect(record).not.toBeNull()
      if (record === null) continue
      const values = (terms: { value: string }[]) => terms.map((term) => term.value).join('; ')
      expect(row).toMatchObject({
        name: cell(record.name),
        legalName: cell(record.legalName),
        aliases: cell(record.aliases.join('; ')),
        roles: values(record.roles),
        segments: values(record.segments),
        os: values(record.os),
        hal: values(record.hal),
        categories: values(record.categories),
        city: cell(record.headquarters?.city),
        region: cell(record.headquarters?.region),
        country: cell(record.headquarters?.country),
        ownership: cell(record.ownership?.value),
        ticker: cell(record.ticker?.symbol),
        parent: cell(record.parent?.name),
        employees: cell(record.employees?.count),
        employeesYear: cell(record.employees?.asOf),
        founded: cell(record.founded?.year),
        products: String(record.products.length),
        website: cell(record.website?.url),
        overview: cell(record.overview?.text),
        url: record.url,
      })
    }
  })

  it('says of each entry what the screen says', async () => {
    const rows = readCsv(await exportText(directory, 'products', [['sort', 'supplier']]))
    for (let page = 1; (page - 1) * 200 < rows.length; page++) {
      const question = parseQuestion(
        'products',
        [
          ['sort', 'supplier'],
          ['size', '200'],
          ['page', String(page)],
        ],
        directory.vocabulary(),
      )
      const { hits } = await ask(directory, { ...question, collection: 'products' })
      hits.forEach((hit, at) => {
        expect(rows[(page - 1) * 200 + at]).toMatchObject({
          slug: hit.slug,
          supplier: hit.supplier,
          segment: hit.segment,
          os: hit.os.join('; '),
          hal: String(hit.hal ?? ''),
          status: hit.status ?? '',
          introduced: String(hit.introduced ?? ''),
          price: String(hit.price?.amount ?? ''),
          priceCurrency: hit.price?.currency ?? '',
          url: hit.url,
        })
      })
    }
  })

  it('holds a selection and nothing else, in the order of the question', async () => {
    expect(
      await slugs([
        ['slug', 'veritas-software'],
        ['slug', 'ibm'],
        ['slug', 'legato'],
      ]),
    ).toEqual(['ibm', 'legato', 'veritas-software'])
    expect(
      await slugs([
        ['slug', 'ibm'],
        ['slug', 'veritas-software'],
        ['sort', '-name'],
      ]),
    ).toEqual(['veritas-software', 'ibm'])
  })

  it('puts those of a selection first that the question finds', async () => {
    expect(
      await slugs([
        ['q', 'veritas'],
        ['slug', 'ibm'],
        ['slug', 'legato'],
        ['slug', 'veritas-software'],
      ]),
    ).toEqual(['veritas-software', 'legato', 'ibm'])
  })

  it('takes a selection of products by supplier and slug', async () => {
    const [product] = readCsv(await exportText(directory, 'products'))
    const key = `${product?.supplier}/${product?.slug}`
    expect(readCsv(await exportText(directory, 'products', [['slug', key]]))).toEqual([product])
  })

  it('refuses a selection with entries that do not exist, naming the closest', async () => {
    const pairs: [string, string][] = [
      ['slug', 'ibm'],
      ['slug', 'hewlet-packard'],
      ['slug', ''],
    ]
    const failed = await exportCsv(directory, exportQuestion(directory, 'organizations', pairs)).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(QuestionError)
    const { mistakes } = failed as QuestionError
    expect(mistakes.map((mistake) => mistake.value)).toEqual(['hewlet-packard', ''])
    expect(mistakes[0]).toMatchObject({ parameter: 'slug', allowed: expect.arrayContaining(['hewlett-packard']) })
  })

  describe('while others write', () => {
    it('is of one state of the data', async () => {
      const before = await exportText(directory, 'organizations')
      const { pieces, total } = await exportCsv(directory, exportQuestion(directory, 'organizations', []))
      pack.database.sqlite.exec("UPDATE organizations SET name = 'Z' || name, overview = 'changed'; DELETE FROM product_os")
      const text = [...pieces].join('')
      expect(text).toBe(before)
      expect(readCsv(text)).toHaveLength(total)
      const after = readCsv(await exportText(directory, 'organizations'))
      expect(after.every((row) => row.name?.startsWith('Z') && row.overview === 'changed')).toBe(true)
    })

    it('lets go of the data when its reader leaves', async () => {
      const checkpoint = () => pack.database.sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      const reader = csvStream(await exportCsv(directory, exportQuestion(directory, 'organizations', []))).getReader()
      await reader.read()
      pack.database.sqlite.exec("UPDATE organizations SET overview = 'later'")
      pack.database.sqlite.pragma('busy_timeout = 0')
      expect(checkpoint()[0].busy).toBe(1)
      await reader.cancel()
      expect(checkpoint()[0].busy).toBe(0)
    })
  })
})
