/** Loaded packs for the tests of records: the real one, and small ones of made-up organizations. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../database'
import { load } from '../load'
import { DirectoryVocabulary } from '../vocabulary'
import type { Reader } from './reader'

export interface LoadedPack extends Reader {
  database: Database
  /** Where its database is. */
  folder: string
  remove(): void
}

/** The pack that ships, loaded into a database of its own. */
export const loadRealPack = () => loadPack('content')

/** A pack with the real taxonomy and nothing but the organizations given, each as the text of its file by its slug. */
export function loadMadeUpPack(organizations: Readonly<Record<string, string>>): LoadedPack {
  const content = mkdtempSync(join(tmpdir(), 'tierbook-pack-'))
  for (const file of ['taxonomy.yaml', 'labels.yaml', 'synonyms.yaml', 'exchange-rates.yaml'])
    cpSync(join('content', file), join(content, file))
  writeFileSync(join(content, 'report.yaml'), '[]')
  mkdirSync(join(content, 'lists'))
  mkdirSync(join(content, 'organizations'))
  for (const [slug, text] of Object.entries(organizations)) writeFileSync(join(content, 'organizations', `${slug}.yaml`), text)
  try {
    return loadPack(content)
  } finally {
    rmSync(content, { recursive: true })
  }
}

function loadPack(content: string): LoadedPack {
  const folder = mkdtempSync(join(tmpdir(), 'tierbook-data-'))
  const database = openDatabase(folder)
  load(database, [content])
  const vocabulary = new DirectoryVocabulary(database.sqlite)
  return {
    database,
    folder,
    vocabulary: () => vocabulary,
    remove() {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}
