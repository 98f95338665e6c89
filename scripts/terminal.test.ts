/** `search` and `export` as a person calls them, over the pack that ships. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '@/db/answer'
import { type Directory, openDirectory } from '@/db/directory'
import { exportCsv } from '@/db/export/csv'
import { load } from '@/db/load'
import { parseQuestion } from '@/db/question'
import { readSettings } from '@/db/settings'

const folder = mkdtempSync(join(tmpdir(), 'tierbook-terminal-'))
const empty = mkdtempSync(join(tmpdir(), 'tierbook-empty-'))
let directory: Directory

const call = (script: string, args: string[], dataFolder = folder): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataFolder },
  })

beforeAll(() => {
  directory = openDirectory({ ...readSettings({ NODE_ENV: 'test' }), dataFolder: folder })
  load(directory.database, ['content'])
})
afterAll(async () => {
  await directory.close()
  rmSync(folder, { recursive: true })
  rmSync(empty, { recursive: true })
})

describe('search', () => {
  it('prints a table with the total', () => {
    const { stdout, status } = call('search', ['veritas', '--tier', '1,2'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^NAME +TIER +ROLES/)
    expect(stdout).toMatch(/^VERITAS Software +1 +Supplier +Mountain View, CA, US .* veritas-software$/m)
    expect(stdout).toMatch(/^\d+ organizations? in [\d.]+ ms \(embedded\)$/m)
  })

  it('prints the API’s answer', async () => {
    const { ms, ...printed } = JSON.parse(call('search', ['cluster', '--products', '--os', 'unix', '--size', '3', '--json']).stdout)
    const pairs: [string, string][] = [
      ['q', 'cluster'],
      ['os', 'unix'],
      ['size', '3'],
    ]
    const answer = await ask(directory, { ...parseQuestion('products', pairs, directory.vocabulary()), collection: 'products' })
    expect({ ms, ...printed }).toEqual({ ...answer, ms })
  })

  it('leaves out what is excluded', () => {
    const { stdout, status } = call('search', ['veritas', '--tier=-1'])
    expect(status).toBe(0)
    expect(stdout).not.toMatch(/^VERITAS Software /m)
  })

  it('names what is near where nothing is found', () => {
    expect(call('search', ['veritas softwear zzz']).stdout).toMatch(/^0 organizations .*\n(.*\n)*Near names: .*VERITAS Software/m)
  })

  it('says what can be asked', () => {
    const { stdout, status } = call('search', ['--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ {2}--tier +0 1 2 3 unrated$/m)
  })

  it('refuses what cannot be asked with code 2 and no stack', () => {
    const { stderr, stdout, status } = call('search', ['veritas', '--tier', '9'])
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toBe('“9” is not a value of “tier”. It is one of: 0, 1, 2, 3, unrated.\n')
  })

  it('says that nothing is loaded with code 1 and no stack', () => {
    const { stderr, status } = call('search', ['veritas'], empty)
    expect(status).toBe(1)
    expect(stderr).toMatch(/is empty\.\nLoad content into it first: npm run -s load\n$/)
  })
})

describe('export', () => {
  it('writes what the other doors give, and a summary beside it', async () => {
    const { stdout, stderr, status } = call('export', ['veritas', '--segment', 'software', '--columns', 'name,tier,website'])
    const pairs: [string, string][] = [
      ['q', 'veritas'],
      ['segment', 'software'],
      ['columns', 'name,tier,website'],
    ]
    const { pieces, total } = await exportCsv(directory, parseQuestion('organizations', pairs, directory.vocabulary(), 'export'))
    expect(status).toBe(0)
    expect(stdout).toBe([...pieces].join(''))
    expect(stderr).toMatch(new RegExp(`^${total} organizations? exported in `))
  })

  it('ends quietly when nobody reads on', () => {
    const command = `"${process.execPath}" --import tsx scripts/export.ts | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', env: { ...process.env, DATA_DIR: folder } })
    expect(stdout).toMatch(/^slug,name,.*\r\n0\n$/)
    expect(stderr).not.toContain('EPIPE')
  })
})
