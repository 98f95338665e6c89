/** The configuration, read from the environment in one place; README.md has the table. */
import { resolve } from 'node:path'
import { Problem } from './problem'

export interface Settings {
  /** Where the database and the index files live. */
  dataFolder: string
  /** The content folders to load, in order; empty where none was named: then those of the last load, else `content`. */
  contentFolders: string[]
  host: string
  port: number
  /** The server that answers searches; null where the embedded engine does. */
  meilisearch: MeilisearchSettings | null
}

export interface MeilisearchSettings {
  url: string
  /** May search the indexes of the prefix, and nothing else. */
  searchKey: string
  /** May fill them; null in a process that only searches. */
  adminKey: string | null
  /** What the names of the indexes begin with: several directories may share a server. */
  prefix: string
}

/** @param env The process environment; relative paths are taken from the working folder. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = env.PORT === undefined || env.PORT === '' ? 3000 : Number(env.PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem(
      `PORT is “${env.PORT}”, which is no port number.`,
      'Set PORT to a whole number from 0 to 65535, or leave it out for 3000.',
    )
  }
  return {
    // The build need not guess which files a path from the environment may lead to.
    dataFolder: resolve(/* turbopackIgnore: true */ env.DATA_DIR || 'data'),
    contentFolders: (env.CONTENT_DIR ?? '')
      .split(':')
      .filter(Boolean)
      .map((folder) => resolve(/* turbopackIgnore: true */ folder)),
    host: env.HOST || '127.0.0.1',
    port,
    meilisearch: readMeilisearch(env),
  }
}

function readMeilisearch(env: NodeJS.ProcessEnv): MeilisearchSettings | null {
  const url = env.MEILI_URL
  if (!url) return null
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Problem(`MEILI_URL is “${url}”, which is no address of a server.`, 'Set it to something like http://127.0.0.1:7700.')
  }
  const prefix = env.MEILI_PREFIX || 'tierbook'
  if (!/^[\w-]{1,100}$/.test(prefix)) {
    throw new Problem(
      `MEILI_PREFIX is “${prefix}”, which cannot begin the name of an index.`,
      'Use letters, digits, hyphens and underscores, or leave it out.',
    )
  }
  return { url, searchKey: env.MEILI_KEY ?? '', adminKey: env.MEILI_ADMIN_KEY || null, prefix }
}
