/** Getting a synthetic directory ready to be measured, and opening it where it is measured. */
import { join } from 'node:path'
import { openDatabase } from '../database'
import { load } from '../load'
import { parseQuestion, type Question } from '../question'
import { documents } from '../search/documents'
import type { EngineDocument } from '../search/fields'
import { readSynonyms, type Synonyms } from '../search/synonyms'
import { openDatabaseFile, type Sqlite } from '../sqlite'
import { DirectoryVocabulary } from '../vocabulary'
import { type QuestionKind, recordQuestions } from './queries'
import { measureShape } from './shape'
import { type Made, makeSynthetic, openOwn } from './synthetic'

export const SEED = 2003

export interface Prepared extends Made {
  size: number
  /** The data folder of the synthetic directory. */
  folder: string
}

/**
 * Load the content into a database of the bench's own, measure it and make a synthetic directory of each size, smallest first.
 * @param benchFolder Where all of it is kept for the next time.
 * @throws {ContentError | Problem} as loading and opening do.
 */
export function* prepare(
  benchFolder: string,
  contentFolders: readonly string[],
  sizes: readonly number[],
  seed: number,
): Generator<Prepared> {
  const pack = openOwn(join(benchFolder, 'pack'), openDatabase)
  try {
    load(pack, contentFolders)
    const shape = measureShape(pack.sqlite)
    for (const size of sizes) {
      const folder = join(benchFolder, String(size))
      yield { size, folder, ...makeSynthetic(folder, size, seed, shape, pack.file) }
    }
  } finally {
    pack.close()
  }
}

export interface BenchDirectory {
  folder: string
  sqlite: Sqlite
  vocabulary: DirectoryVocabulary
  synonyms: Synonyms
  questions: { kind: QuestionKind; question: Question }[]
  /** The organizations as every engine indexes them, in relevance's last order. */
  documents(): Iterable<EngineDocument>
  close(): void
}

/** Open a synthetic directory with the questions that are asked of it. */
export function openBench(folder: string, seed: number): BenchDirectory {
  const { sqlite, close } = openDatabaseFile(folder)
  const vocabulary = new DirectoryVocabulary(sqlite)
  const questions = recordQuestions(sqlite, seed).map(({ kind, pairs }) => ({
    kind,
    question: parseQuestion('organizations', pairs, vocabulary),
  }))
  return {
    folder,
    sqlite,
    vocabulary,
    synonyms: readSynonyms(sqlite),
    questions,
    documents: () => documents('organizations', sqlite, vocabulary),
    close,
  }
}
