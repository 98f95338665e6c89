/** The engine against the oracle: thousands of questions, every answer compared. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directory } from '@/db/directory'
import { type Collection, parseQuestion, type Question } from '@/db/question'
import { readOrganizationHits, readProductHits } from '@/db/records/hits'
import { EmbeddedEngine } from '@/db/search/embedded'
import { PACK } from '../contract/cases'
import { type OpenPack, openPack } from '../contract/fixture'
import { Oracle } from './answer'
import { type Entry, readEntries, readSynonyms, synonymTexts } from './entries'
import { questions } from './questions'

const SEED = 20021231
/** Far more than it takes where nothing else runs. */
const PATIENCE_MS = 300_000
const NO_TEXT = { needs: [] }

const PACKS = [
  { pack: PACK, runs: { organizations: 1200, products: 800 } },
  { pack: 'content', runs: { organizations: 300, products: 500 } },
]

describe.each(PACKS)('the embedded engine answers as the oracle does, on $pack', ({ pack, runs }) => {
  let opened: OpenPack
  let directory: Directory
  let entries: Record<Collection, Entry[]>
  /** By collection the slug of each row. */
  let slugs: Record<Collection, Map<number, string>>

  beforeAll(async () => {
    opened = await openPack(pack, (dataFolder) => new EmbeddedEngine(dataFolder))
    directory = opened.directory
    const everything = async (collection: Collection) => [
      ...(await directory.engine.matches(parseQuestion(collection, [], directory.vocabulary()))),
    ]
    const organizationIds = await everything('organizations')
    const productIds = await everything('products')
    const organizations = readOrganizationHits(directory, organizationIds, NO_TEXT)
    const products = readProductHits(directory, productIds, NO_TEXT)
    entries = readEntries(pack, organizations, products)
    slugs = {
      organizations: new Map(organizations.map(({ slug }, index) => [organizationIds[index] ?? 0, slug])),
      products: new Map(products.map(({ supplier, slug }, index) => [productIds[index] ?? 0, `${supplier}/${slug}`])),
    }
    expect(slugs.organizations.size).toBe(entries.organizations.length)
    expect(slugs.products.size).toBe(entries.products.length)
  })
  afterAll(() => opened.close())

  it.each(['organizations', 'products'] as const)(
    '%s',
    async (collection) => {
      const vocabulary = directory.vocabulary()
      const oracle = new Oracle(entries[collection], readSynonyms(pack), vocabulary)
      const slugsOf = (ids: Iterable<number>) => Array.from(ids, (id) => slugs[collection].get(id))
      const plain = parseQuestion(collection, [], vocabulary)
      const asked = questions(plain, entries[collection], synonymTexts(pack), (filter) => vocabulary.values(filter))
      await fc.assert(
        fc.asyncProperty(asked, async (question: Question) => {
          const wanted = oracle.answer(question)
          const found = await directory.engine.search(question)
          const all = slugsOf(await directory.engine.matches(question))
          expect(all.toSorted()).toEqual(wanted.order.flat().toSorted())
          expect(found.total).toBe(wanted.total)
          expect(found.facets).toEqual(wanted.facets)
          let from = 0
          for (const group of wanted.order) {
            expect(all.slice(from, from + group.length).toSorted()).toEqual(group.toSorted())
            from += group.length
          }
          expect(slugsOf(found.ids)).toEqual(all.slice((question.page - 1) * question.size, question.page * question.size))
        }),
        { seed: SEED, numRuns: runs[collection] },
      )
    },
    PATIENCE_MS,
  )
})
