/** After any writes the engine that followed them answers as one that is built from the rows as they are now. */
import { once } from 'node:events'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Collection, FILTERS, parseQuestion, type Question } from '@/db/question'
import { readOrganizationHits, readProductHits } from '@/db/records/hits'
import { EmbeddedEngine } from '@/db/search/embedded'
import type { SearchEngine } from '@/db/search/engine'
import { PACK } from '../contract/cases'
import { openPack } from '../contract/fixture'
import { readEntries, synonymTexts } from './entries'
import { questions } from './questions'
import { type Write, writes } from './writes'

const SEED = 20030101
const RUNS = 25
const PATIENCE_MS = 600_000
const COLLECTIONS: readonly Collection[] = ['organizations', 'products']
const NO_TEXT = { needs: [] }

const open = () => openPack(PACK, (dataFolder) => new EmbeddedEngine(dataFolder))

describe('the embedded engine after writes', () => {
  let steps: fc.Arbitrary<{ write: Write; asked: Question[] }[]>

  beforeAll(async () => {
    const { directory, close } = await open()
    const vocabulary = directory.vocabulary()
    const plain = (collection: Collection) => parseQuestion(collection, [], vocabulary)
    const everything = async (collection: Collection) => [...(await directory.engine.matches(plain(collection)))]
    const entries = readEntries(
      PACK,
      readOrganizationHits(directory, await everything('organizations'), NO_TEXT),
      readProductHits(directory, await everything('products'), NO_TEXT),
    )
    const texts = synonymTexts(PACK)
    const values = new Map(COLLECTIONS.flatMap((of) => FILTERS[of].map((name) => [name, vocabulary.values(name)] as const)))
    const asked = COLLECTIONS.map((of) => questions(plain(of), entries[of], texts, (filter) => values.get(filter) ?? []))
    const words = [...new Set(entries.organizations.flatMap((entry) => entry.texts.flatMap((text) => text.split(/\s+/))))].filter(Boolean)
    const step = fc.record({
      write: writes(words),
      asked: fc.array(fc.oneof(...asked), { minLength: 6, maxLength: 6 }).map((some) => [...some, ...COLLECTIONS.map(plain)]),
    })
    steps = fc.array(step, { minLength: 8, maxLength: 30 })
    await close()
  })

  it(
    'answers as one built anew',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          const { directory, dataFolder, close } = await open()
          try {
            for (const { write, asked } of sequence) {
              write.make(directory.database.sqlite)
              await expectAsBuiltAnew(directory.engine, dataFolder, asked, write.name)
            }
          } finally {
            await close()
          }
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      )
    },
    PATIENCE_MS,
  )

  it(
    'answers as one built anew while and after its large indexes are built in another thread',
    async () => {
      const { directory, dataFolder, close } = await open()
      try {
        const { sqlite } = directory.database
        const [sequence = []] = fc.sample(steps, { seed: SEED, numRuns: 1 })
        const asked = sequence.flatMap((step) => step.asked)
        // A directory so small that all of it is soon built anew is no proof: it is to be large enough, and to change by less than half.
        for (let copy = 0; copy < 4; copy++) sqlite.prepare(COPY_ALL).run({ copy: String(copy) })
        await directory.engine.status()
        const begun = once(process, 'worker')
        sqlite.prepare("UPDATE organizations SET name = name || ' Renamed' WHERE id % 3 = 0").run()
        await expectAsBuiltAnew(directory.engine, dataFolder, asked, 'at first')
        const [thread] = await begun
        sqlite.prepare("UPDATE organizations SET name = name || ' Again' WHERE id % 7 = 0").run()
        await expectAsBuiltAnew(directory.engine, dataFolder, asked, 'meanwhile')
        await once(thread, 'exit')
        await expectAsBuiltAnew(directory.engine, dataFolder, asked, 'when built')
        sqlite.prepare('DELETE FROM organizations WHERE id = (SELECT min(id) FROM organizations)').run()
        await expectAsBuiltAnew(directory.engine, dataFolder, asked, 'afterwards')
      } finally {
        await close()
      }
    },
    PATIENCE_MS,
  )
})

async function expectAsBuiltAnew(engine: SearchEngine, dataFolder: string, asked: readonly Question[], after: string): Promise<void> {
  const anew = new EmbeddedEngine(dataFolder)
  try {
    for (const question of asked) expect(await said(engine, question), after).toEqual(await said(anew, question))
    expect(await engine.status(), after).toEqual(await anew.status())
  } finally {
    await anew.close()
  }
}

const COPY_ALL = `INSERT INTO organizations (slug, name, pack, fingerprint, tier, tier_estimated, tier_reason, country, region, city, overview, product_count, in_report)
  SELECT slug || '-' || :copy, name, pack, fingerprint, tier, tier_estimated, tier_reason, country, region, city, overview, product_count, in_report FROM organizations`

/** All that an engine says to a question. */
async function said(engine: SearchEngine, question: Question): Promise<unknown> {
  const [facet] = FILTERS[question.collection]
  return {
    answer: await engine.search(question),
    matches: [...(await engine.matches(question))],
    unordered: new Set(await engine.unordered(question)),
    best: await engine.best(question.collection, question.q, 5),
    values: await engine.facetValues(question, facet, '', 100),
  }
}
