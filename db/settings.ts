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
  }
}
