/** A content pack in a database of its own, with an engine open on it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, ask, type OrganizationHit, type ProductHit } from '@/db/answer'
import { openDatabase } from '@/db/database'
import { type Directory, openDirectory } from '@/db/directory'
import { load } from '@/db/load'
import type { Question } from '@/db/question'
import type { SearchEngine } from '@/db/search/engine'

/** Opens an engine on a data folder whose database is filled; an engine that keeps an index elsewhere fills it here. */
export type OpenEngine = (dataFolder: string) => SearchEngine | Promise<SearchEngine>

export interface OpenPack {
  directory: Directory
  dataFolder: string
  /** Close everything and remove the folder. */
  close(): Promise<void>
}

/** Load a pack into a new data folder and open a directory on it with the engine under test. */
export async function openPack(pack: string, openEngine: OpenEngine): Promise<OpenPack> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tierbook-engine-'))
  const database = openDatabase(dataFolder)
  load(database, [pack])
  database.close()
  const opened = openDirectory({ dataFolder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })
  const engine = await openEngine(dataFolder)
  return {
    directory: { ...opened, engine },
    dataFolder,
    async close() {
      await engine.close()
      await opened.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

export type Found = Answer<OrganizationHit> | Answer<ProductHit>

/** Answer a question of either collection as the doors do. */
export const answer = (directory: Directory, { collection, ...rest }: Question): Promise<Found> =>
  collection === 'organizations' ? ask(directory, { ...rest, collection }) : ask(directory, { ...rest, collection })

/** The slugs of an answer's hits; a product's is that of its page. */
export const slugsOf = ({ hits }: Found) => hits.map((hit) => ('supplier' in hit ? `${hit.supplier}/${hit.slug}` : hit.slug))
