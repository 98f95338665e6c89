/**
 * What can be wrong with a machine, a disk or a pack: every script says it in one clear message with what to do, exits with 1,
 * and leaves what is stored as it was, byte for byte.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isRoot } from './browser'

const TSX = ['--import', 'tsx']
const VOCABULARY = ['taxonomy.yaml', 'labels.yaml', 'synonyms.yaml', 'exchange-rates.yaml']
const SQLITE_PAGE = 4096

const folder = mkdtempSync(join(tmpdir(), 'tierbook-bad-input-'))
const pack = join(folder, 'pack')
const good = join(folder, 'good')
let data: string
let count = 0

beforeAll(() => {
  mkdirSync(join(pack, 'organizations'), { recursive: true })
  for (const file of VOCABULARY) cpSync(join('content', file), join(pack, file))
  for (const file of readdirSync('content/organizations').slice(0, 20)) {
    cpSync(join('content/organizations', file), join(pack, 'organizations', file))
  }
  const loaded = script('load', [pack], good)
  expect(loaded.stderr).toBe('')
  expect(loaded.status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  count += 1
  data = join(folder, `data${count}`)
  cpSync(good, data, { recursive: true })
})

/** Run a script on a data folder as its own process, the way npm does. */
function script(name: string, args: readonly string[], dataFolder: string, env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [...TSX, `scripts/${name}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...clean(), DATA_DIR: dataFolder, ...env },
  })
}

/** The environment without what this process was told about Tierbook. */
function clean(): NodeJS.ProcessEnv {
  const { DATA_DIR, CONTENT_DIR, HOST, PORT, ...env } = process.env
  return env
}

/** Every file of a folder with its bytes. */
function bytes(of: string): Record<string, string> {
  const files = readdirSync(of, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(of, path)).isFile())
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(of, path), 'latin1')]))
}

/** The whole of a failure: status 1, what is wrong and what to do in a line each (for content, a line more for each problem), and no stack. */
function expectProblem(run: { status: number | null; stderr: string }, wrong: string | RegExp, remedy: string | RegExp) {
  const inContent = run.stderr.match(/^ {2}\S/gm)?.length ?? 0
  expect(run.stderr).toMatch(wrong)
  expect(run.stderr).toMatch(remedy)
  expect(run.stderr).not.toMatch(/^\s+at /m)
  expect(run.stderr.trim().split('\n')).toHaveLength(2 + inContent)
  expect(run.status).toBe(1)
}

describe('a data folder', () => {
  it.each(['start', 'load'])('that cannot exist, because a file is in its way, stops %s', (name) => {
    const file = join(folder, 'a-file')
    writeFileSync(file, 'mine')
    expectProblem(script(name, [], join(file, 'data')), 'cannot be created', 'DATA_DIR')
    expectProblem(script(name, [], file), 'cannot be created', 'DATA_DIR')
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('that may not be written stops a load and is not touched', (context) => {
    const before = bytes(data)
    const empty = join(folder, 'read-only')
    mkdirSync(empty)
    if (isRoot()) {
      // Root may write whatever its permissions say, but not to a file system that is mounted for reading.
      if (!canMount()) return context.skip('this machine lets root mount nothing')
      for (const target of [data, empty]) {
        const run = inNamespace(`mount --bind "${target}" "${target}" && mount -o remount,bind,ro "${target}"`, 'load', ['content'], target)
        expectProblem(run, /cannot be (written|created)/, 'DATA_DIR')
      }
    } else {
      for (const file of readdirSync(data)) chmodSync(join(data, file), 0o444)
      for (const target of [data, empty]) {
        chmodSync(target, 0o555)
        expectProblem(script('load', ['content'], target), /cannot be (written|created)/, 'DATA_DIR')
        chmodSync(target, 0o755)
      }
    }
    expect(bytes(data)).toEqual(before)
    expect(bytes(empty)).toEqual({})
  })

  it('on a full disk stops a load, and what was loaded before stays', (context) => {
    if (!canMount()) return context.skip('this machine lets this user mount no small disk')
    const before = bytes(data)
    const disk = join(folder, 'disk')
    const after = join(folder, 'after')
    mkdirSync(disk)
    mkdirSync(after)
    const room = Math.ceil(statSync(join(data, 'tierbook.db')).size / 1024) + 256
    const mount = `mount -t tmpfs -o size=${room}k none "${disk}" && cp "${data}"/* "${disk}"`
    expectProblem(inNamespace(mount, 'load', ['content'], disk, `cp "${disk}"/tierbook.db "${after}"`), 'is full', 'Free some space')
    expect(bytes(after)).toEqual(before)

    const tiny = `mount -t tmpfs -o size=16k none "${disk}"`
    expectProblem(inNamespace(tiny, 'load', [pack], disk), 'is full', 'Free some space')
  })
})

describe('a database', () => {
  it.each(['start', 'load'])('whose file is something else stops %s', (name) => {
    const file = join(data, 'tierbook.db')
    writeFileSync(file, 'This is a letter to my aunt. '.repeat(1_000))
    const before = bytes(data)
    expectProblem(script(name, [], data), 'damaged or is no SQLite database', 'backup')
    expect(bytes(data)).toEqual(before)
  })

  it.each(['start', 'load'])('with garbage in its middle stops %s', (name) => {
    const file = join(data, 'tierbook.db')
    const content = readFileSync(file)
    content.fill(0xa5, SQLITE_PAGE)
    writeFileSync(file, content)
    const before = bytes(data)
    expectProblem(script(name, [], data), 'damaged', 'backup')
    expect(bytes(data)).toEqual(before)
  })

  it('that was cut off stops a load', () => {
    truncateSync(join(data, 'tierbook.db'), 10 * SQLITE_PAGE)
    const before = bytes(data)
    expectProblem(script('load', ['content'], data), 'damaged', 'backup')
    expect(bytes(data)).toEqual(before)
  })
})

describe('content', () => {
  /** A copy of the small pack to spoil. */
  function copy(): string {
    const spoilt = join(folder, `pack${count}`)
    cpSync(pack, spoilt, { recursive: true })
    return spoilt
  }

  it('in a folder that does not exist, or is none, or is empty, is missed', () => {
    const before = bytes(data)
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    expectProblem(script('load', [join(folder, 'nowhere')], data), 'There is no content folder', 'existing folder')
    expectProblem(script('start', [], data, { CONTENT_DIR: join(folder, 'nowhere') }), 'There is no content folder', 'existing folder')
    expectProblem(script('load', [join(pack, 'taxonomy.yaml')], data), 'is no folder', 'Name the folder')
    expectProblem(script('load', [empty], data), 'holds no content', 'organizations')
    expect(bytes(data)).toEqual(before)
  })

  it('that is no YAML is named with its place, and nothing is loaded', () => {
    const spoilt = copy()
    const [name = ''] = readdirSync(join(spoilt, 'organizations'))
    writeFileSync(join(spoilt, 'organizations', name), 'slug: [unclosed\nname: "Acme\n')
    const before = bytes(data)
    for (const run of [script('load', [spoilt], data), script('start', [], data, { CONTENT_DIR: spoilt })]) {
      expectProblem(run, name, 'content:check')
    }
    expect(bytes(data)).toEqual(before)
  })

  it('that breaks the format is named with its place, and nothing is loaded', () => {
    const spoilt = copy()
    const [name = ''] = readdirSync(join(spoilt, 'organizations'))
    const file = join(spoilt, 'organizations', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^roles:.*$/m, 'roles: [astronaut]'))
    const before = bytes(data)
    expectProblem(script('load', [spoilt], data), /roles\[0\].*astronaut/, 'content:check')
    expect(bytes(data)).toEqual(before)
  })
})

describe('an address', () => {
  let server: Server
  let port: number

  beforeAll(async () => {
    server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  })
  afterAll(() => server.close())

  it('whose port is in use is told at once, before anything is made', () => {
    const untouched = join(folder, 'untouched')
    expectProblem(script('start', [], untouched, { PORT: String(port) }), `Port ${port}`, /PORT=\d+ npm start/)
    expect(existsSync(untouched)).toBe(false)
  })

  it('that is none is told', () => {
    expectProblem(script('start', [], data, { PORT: 'eighty' }), 'PORT is “eighty”', '0 to 65535')
    expectProblem(script('start', [], data, { HOST: '192.0.2.1' }), '192.0.2.1', 'HOST')
  })

  it('given as an argument is told where it belongs', () => {
    expectProblem(script('start', ['--port=4000'], data), '--port=4000', 'README')
  })
})

/** Whether a mount is possible that only a child process sees. */
function canMount(): boolean {
  return spawnSync('unshare', [...NAMESPACE, 'mount', '-t', 'tmpfs', 'none', folder]).status === 0
}
const NAMESPACE = isRoot() ? ['--mount'] : ['--user', '--map-root-user', '--mount']

/** Run a script where only it and `mount` see what is mounted; `afterwards` may bring something out. */
function inNamespace(mount: string, name: string, args: readonly string[], dataFolder: string, afterwards = ':') {
  const line = `${mount} || exit 99; "$@"; status=$?; ${afterwards}; exit $status`
  return spawnSync('unshare', [...NAMESPACE, 'sh', '-c', line, 'sh', process.execPath, ...TSX, `scripts/${name}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...clean(), DATA_DIR: dataFolder },
  })
}
