/** The index follows the data: what another process has written, the very next question sees. */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Collection, parseQuestion } from '@/db/question'
import { PACK } from './cases'
import { answer, type OpenEngine, type OpenPack, openPack, slugsOf } from './fixture'
import type { WriteName } from './writes'

interface Seen {
  of: Collection
  ask: string
  before: string[]
  after: string[]
}

const organizations = (ask: string, before: string[], after: string[]): Seen => ({ of: 'organizations', ask, before, after })
const products = (ask: string, before: string[], after: string[]): Seen => ({ of: 'products', ask, before, after })
const [A, MODEL, AVOCET] = ['products-a', 'products-a/model-a', 'products-a/avocet'] as const

/** What each write changes for whom, in their order: each builds on those before it. */
const STEPS: { write: WriteName; seen: Seen[] }[] = [
  {
    write: 'rename',
    seen: [
      organizations('q=sandpiper', [], [A]),
      organizations('q=godwit', ['products-b', A], ['products-b']),
      products('q=sandpiper', [], [MODEL]),
    ],
  },
  { write: 'alias', seen: [organizations('q=redshank', [], [A]), products('q=redshank', [], [MODEL])] },
  { write: 'person', seen: [organizations('q=turnstone', [], [A])] },
  { write: 'role', seen: [organizations('q=redshank&role=isp', [], [A])] },
  {
    write: 'product',
    seen: [
      organizations('q=avocet', [], [A]),
      organizations('q=redshank&segment=storage/tape', [], [A]),
      products('q=avocet', [], [AVOCET]),
    ],
  },
  {
    write: 'productRename',
    seen: [organizations('q=whimbrel', [], [A]), products('q=whimbrel', [], [AVOCET]), products('q=avocet', [AVOCET], [])],
  },
  {
    write: 'productOs',
    seen: [organizations('q=redshank&os=unix/irix', [], [A]), products('q=redshank&os=unix', [], [AVOCET])],
  },
  { write: 'tier', seen: [organizations('q=redshank&tier=0', [], [A]), products('q=whimbrel&tier=0', [], [AVOCET])] },
  { write: 'place', seen: [organizations('q=texel', [], [A])] },
  {
    write: 'productRemoval',
    seen: [
      organizations('q=whimbrel', [A], []),
      organizations('q=redshank&os=unix', [A], []),
      products('q=whimbrel', [AVOCET], []),
      products('q=redshank&sort=name', [MODEL, AVOCET], [MODEL]),
    ],
  },
  { write: 'aliasRemoval', seen: [organizations('q=redshank', [A], []), products('q=redshank', [MODEL], [])] },
  { write: 'removal', seen: [organizations('q=sandpiper', [A], []), products('q=sandpiper', [MODEL], [])] },
]

/**
 * Register the tests that an engine sees what other processes write.
 * @param name What the engine is called in the report.
 */
export function engineFollowsData(name: string, openEngine: OpenEngine): void {
  const slugs = async ({ directory }: OpenPack, { of, ask }: Seen) =>
    slugsOf(await answer(directory, parseQuestion(of, new URLSearchParams(ask), directory.vocabulary())))

  describe(`writes of another process, seen by ${name}`, () => {
    let opened: OpenPack
    let writer: ChildProcess

    beforeAll(async () => {
      opened = await openPack(PACK, openEngine)
      writer = fork(join('e2e', 'contract', 'writes.ts'), [opened.dataFolder], { execArgv: ['--import', 'tsx'] })
    })
    afterAll(async () => {
      writer.kill()
      await opened.close()
    })

    const make = async (write: WriteName) => {
      const made = Promise.race([once(writer, 'message'), once(writer, 'exit')])
      writer.send(write)
      expect(await made).toContain(write)
    }

    it.each(['event', 'relationship'] as const)('%s: what no engine holds changes no answer', async (write) => {
      const { directory } = opened
      const asked = parseQuestion('organizations', [['q', 'curlew']], directory.vocabulary())
      const before = await directory.engine.search(asked)
      await make(write)
      expect(await directory.engine.search(asked)).toEqual(before)
    })

    it.each(STEPS)('$write', async ({ write, seen }) => {
      for (const each of seen) expect(await slugs(opened, each), `${each.of}?${each.ask} before`).toEqual(each.before)
      await make(write)
      for (const each of seen) expect(await slugs(opened, each), `${each.of}?${each.ask}`).toEqual(each.after)
    })

    it('holds as many as the database when all is written', async () => {
      const { engine } = opened.directory
      await expect
        .poll(() => engine.status(), { timeout: 20_000 })
        .toMatchObject({ engine: engine.name, organizations: 57, products: 39, lag: 0 })
    })
  })

  describe(`a load from the terminal, seen by ${name}`, () => {
    const pack = mkdtempSync(join(tmpdir(), 'tierbook-pack-'))
    let opened: OpenPack

    beforeAll(async () => {
      cpSync(PACK, pack, { recursive: true })
      opened = await openPack(pack, openEngine)
    })
    afterAll(async () => {
      await opened.close()
      rmSync(pack, { recursive: true })
    })

    it('renames, removes and adds entries, synonyms and labels', async () => {
      const seen: Seen[] = [
        organizations('q=phalarope', [], ['slug-a']),
        organizations('q=plover', ['slug-a', 'slug-b'], []),
        organizations('q=knot', [], ['slug-c']),
        organizations('q=stint+extraordinary', [], ['rung-7-start']),
        organizations('q=halyard+makers', ['label-over-people-2'], []),
        organizations('q=ropes', [], ['label-over-people-2']),
      ]
      const edit = (file: string, change: (text: string) => string, into = file) =>
        writeFileSync(join(pack, into), change(readFileSync(join(pack, file), 'utf8')))
      for (const each of seen) expect(await slugs(opened, each), `${each.ask} before`).toEqual(each.before)

      edit('organizations/slug-a.yaml', (text) => text.replace('Plover West', 'Phalarope West'))
      edit(
        'organizations/slug-b.yaml',
        (text) => text.replaceAll('slug-b', 'slug-c').replace('Plover East', 'Knot East'),
        'organizations/slug-c.yaml',
      )
      rmSync(join(pack, 'organizations', 'slug-b.yaml'))
      edit('synonyms.yaml', (text) => text.replace('groups:', 'groups:\n  - [stint, marlin]'))
      edit('taxonomy.yaml', (text) => text.replace('Halyard makers', 'Makers of ropes'))
      await promisify(execFile)(process.execPath, ['--import', 'tsx', join('scripts', 'load.ts'), pack], {
        env: { ...process.env, DATA_DIR: opened.dataFolder },
      })

      for (const each of seen) expect(await slugs(opened, each), each.ask).toEqual(each.after)
    })
  })
}
