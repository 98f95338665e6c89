/** The rule of the house is only as good as the lint rule that holds it: every way to break it must be caught. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const CAUGHT: Record<string, string[]> = {
  'db/records/a.ts': [
    "import next from 'next'",
    "import Link from 'next/link'",
    "import type { FC } from 'react'",
    "import { renderToString } from 'react-dom/server'",
    "import { Table } from '@/app/components/table'",
    "import { Table } from '../../app/components/table'",
    "import app from '@/app'",
    "export { Table } from '../../app/table'",
    "export const table = () => import('../../app/table')",
    "import { run } from '@/scripts/run'",
    "import { run } from '../../scripts/run'",
    "import '../../e2e/pages'",
  ],
  'app/report/page.tsx': [
    "import SQLite from 'better-sqlite3'",
    "import type { Database } from 'better-sqlite3'",
    "import { eq } from 'drizzle-orm'",
    "import { drizzle } from 'drizzle-orm/better-sqlite3'",
    "export const sqlite = () => import('better-sqlite3')",
    "import { organizations } from '@/db/schema'",
    "import { organizations } from '../../db/schema'",
    "import { run } from '@/scripts/run'",
    "import { run } from '../../e2e/pages'",
  ],
  'scripts/tools/a.ts': [
    "import SQLite from 'better-sqlite3'",
    "import { eq } from 'drizzle-orm'",
    "import { drizzle } from 'drizzle-orm/better-sqlite3'",
    "import { organizations } from '@/db/schema'",
    "import { Table } from '@/app/table'",
    "import { Table } from '../../app/table'",
    "import '../../e2e/pages'",
  ],
}

const ALLOWED: Record<string, string[]> = {
  'db/records/b.ts': [
    "import { eq } from 'drizzle-orm'",
    "import { organizations } from '../schema'",
    "import { appendix } from './appendix'",
  ],
  'app/report/b.tsx': [
    "import Link from 'next/link'",
    "import { directory } from '@/db/directory'",
    "import { Table } from '@/app/components/table'",
  ],
  'scripts/tools/b.ts': ["import { openDirectory } from '@/db/directory'", "import { run } from '../run'"],
}

describe('the rule of the house', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierbook-house-'))
  let caught: string[] = []

  beforeAll(() => {
    copyFileSync('biome.json', join(folder, 'biome.json'))
    for (const [path, lines] of [...Object.entries(CAUGHT), ...Object.entries(ALLOWED)]) {
      for (const [index, line] of lines.entries()) {
        const file = join(folder, numbered(path, index))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, `${line}\n`)
      }
    }
    caught = lint(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(cases(CAUGHT))('catches %s: %s', (_path, _line, file) => expect(caught).toContain(file))
  it.each(cases(ALLOWED))('allows %s: %s', (_path, _line, file) => expect(caught).not.toContain(file))

  it('is not walked around: neither pages nor scripts use the connection that a directory holds', () => {
    const sources = ['app', 'scripts'].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
    )
    const guilty = sources
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
      .filter((path) => /\.(sqlite|drizzle)\b/.test(readFileSync(path, 'utf8')))
    expect(guilty).toEqual([])
  })
})

const numbered = (path: string, index: number) => path.replace(/(\.\w+)$/, `${index}$1`)

const cases = (rooms: Record<string, string[]>) =>
  Object.entries(rooms).flatMap(([path, lines]) => lines.map((line, index) => [path, line, numbered(path, index)] as const))

/** The files of a folder that the rule finds fault with. */
function lint(folder: string): string[] {
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=json', '.']
  let output: string
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    // Biome found something, as it should, and says so with its exit code too.
    if (!(error instanceof Error && 'stdout' in error)) throw error
    output = String(error.stdout)
  }
  const report = JSON.parse(output) as { diagnostics: { location: { path: string } }[] }
  return report.diagnostics.map((diagnostic) => diagnostic.location.path)
}
