/** Loaded packs for the tests of records: the real one, and small ones of made-up organizations. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePack } from '../content/small-pack.test-helper'
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
  const entries = Object.entries(organizations).map(([slug, text]) => [`organizations/${slug}.yaml`, text])
  writePack({ 'report.yaml': '[]', ...Object.fromEntries(entries) }, content)
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
