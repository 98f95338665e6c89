/** The production build: made when the sources that go into it are others than those of the last one. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@/db/problem'
import { NEXT, startNode } from './child'

/** Whatever a build reads, where the project has it. */
const SOURCE_FOLDERS = ['app', 'db', 'public']
const SOURCE_FILES = ['proxy.ts', 'instrumentation.ts', 'next.config.js', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json']

/** Inside the build, so that they come and go together. */
const FINGERPRINT_FILE = join('.next', 'sources.sha256')

/**
 * Make sure that `.next` holds a build of the sources as they stand.
 * @param begin Called before a build, which takes a while and prints its own progress.
 * @returns Whether it had to be built.
 * @throws {Problem} when the build fails; what Next says about it stands above.
 */
export async function ensureBuild(begin: () => void = () => {}): Promise<boolean> {
  const fingerprint = fingerprintSources()
  if (readLastFingerprint() === fingerprint) return false
  begin()
  // Without its fingerprint a build that breaks off is never taken for a whole one.
  rmSync(FINGERPRINT_FILE, { force: true })
  const { code, stopped } = await startNode([NEXT, 'build']).ended
  if (stopped) process.exit(1)
  if (code !== 0) throw new Problem('The app could not be built.', 'Mend what the lines above name and start again.')
  writeFileSync(FINGERPRINT_FILE, fingerprint)
  return true
}

/** One hash over the path and the bytes of every file that goes into a build; tests do not. */
function fingerprintSources(): string {
  const hash = createHash('sha256')
  for (const file of [...SOURCE_FOLDERS.flatMap(filesOf), ...SOURCE_FILES].sort()) {
    hash
      .update(`${file}\0`)
      .update(unlessMissing(() => readFileSync(file), Buffer.of()))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesOf(folder: string): string[] {
  return unlessMissing(() => readdirSync(folder, { recursive: true, withFileTypes: true }), [])
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

const readLastFingerprint = () => unlessMissing(() => readFileSync(FINGERPRINT_FILE, 'utf8'), undefined)

function unlessMissing<T>(read: () => T, fallback: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fallback
    throw error
  }
}
