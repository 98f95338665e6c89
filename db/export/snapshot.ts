/** One state of the data for as long as an export lasts: what others write meanwhile is not seen. */

import type { Directory } from '../directory'
import { Problem } from '../problem'
import type { Question } from '../question'
import { openReader, type Sqlite } from '../sqlite'
import type { DirectoryVocabulary } from '../vocabulary'
import { orderSelection, readSelection } from './selection'

/** How often the data may change while the question is answered before the asker is asked to come back. */
const ATTEMPTS = 10

export interface Snapshot {
  /** A connection of its own with a read transaction open; closing it ends both. */
  sqlite: Sqlite
  /** The rows to export in the order of the screen. */
  ids: Uint32Array
  vocabulary: DirectoryVocabulary
}

/**
 * The engine answers from its index, the rows come from SQLite: when nobody has written between the moment before the transaction
 * and the moment after the answer, both speak of one state; else it is done again.
 */
export async function takeSnapshot(directory: Directory, question: Question): Promise<Snapshot> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const version = directory.version()
    const sqlite = openReader(directory.settings.dataFolder)
    try {
      // SQLite fixes what a transaction sees at its first read.
      sqlite.exec('BEGIN; SELECT 1 FROM settings LIMIT 1')
      const vocabulary = directory.vocabulary()
      const ids = await wantedIds(directory, sqlite, question)
      if (directory.version() === version) return { sqlite, ids, vocabulary }
    } catch (error) {
      sqlite.close()
      throw error
    }
    sqlite.close()
  }
  throw new Problem(
    'The directory is being written to faster than the export can begin.',
    'Export again when the import or load that is under way has ended.',
  )
}

async function wantedIds(directory: Directory, sqlite: Sqlite, question: Question): Promise<Uint32Array> {
  if (question.selection.length === 0) return directory.engine.matches(question)
  const selected = await readSelection(directory, sqlite, question)
  return orderSelection(directory.engine, question, selected)
}
