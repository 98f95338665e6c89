/** The answer to a question as CSV: every match in the order of the screen, streamed from one state of the data. */

import type { Directory } from '../directory'
import type { Question } from '../question'
import type { Sqlite } from '../sqlite'
import type { DirectoryVocabulary } from '../vocabulary'
import { line } from './cells'
import { type Column, columnsOf, FROM, type Stored } from './columns'
import { takeSnapshot } from './snapshot'

/** Rows read at once: some 10 ms of work, after which others get their turn. */
const CHUNK = 250
const BYTE_ORDER_MARK = '\ufeff'

export interface CsvExport {
  /** How many rows follow the header. */
  total: number
  /** The file in pieces; a piece is made when it is asked for. Can be gone through once. */
  pieces: Iterable<string>
  /** Let go of the data; called by `pieces` at its end, and by whoever stops before. */
  close(): void
}

/**
 * Export what a question finds, or the selection it names.
 * @throws {QuestionError} when the selection names an entry that does not exist; {Problem} when others write faster than the question is answered.
 */
export async function exportCsv(directory: Directory, question: Question): Promise<CsvExport> {
  const { sqlite, ids, vocabulary } = await takeSnapshot(directory, question)
  const close = () => {
    if (sqlite.open) sqlite.close()
  }
  return { total: ids.length, pieces: writePieces(sqlite, ids, question, vocabulary, close), close }
}

function* writePieces(
  sqlite: Sqlite,
  ids: Uint32Array,
  question: Question,
  vocabulary: DirectoryVocabulary,
  close: () => void,
): Generator<string, void, void> {
  try {
    yield (question.bom ? BYTE_ORDER_MARK : '') + line(question.columns)
    const columns = columnsOf(question.collection, question.columns)
    const reads = [...new Set(columns.flatMap((column) => column.reads))]
    const read = sqlite
      .prepare<[string], (Stored | null)[]>(`SELECT ${reads.join(', ')} FROM ${FROM[question.collection]} ORDER BY wanted.key`)
      .raw()
    const cells = columns.map((column) => cellWriter(column, reads, vocabulary))
    for (let at = 0; at < ids.length; at += CHUNK) {
      const wanted = JSON.stringify(Array.from(ids.subarray(at, at + CHUNK)))
      yield read
        .all(wanted)
        .map((row) => line(cells.map((cell) => cell(row))))
        .join('')
    }
  } finally {
    close()
  }
}

/** Finds a column's values in a row and writes its cell: empty where nothing is known. */
function cellWriter(column: Column, reads: readonly string[], vocabulary: DirectoryVocabulary) {
  const places = column.reads.map((read) => reads.indexOf(read))
  return (row: readonly (Stored | null)[]) => {
    const values: Stored[] = []
    for (const place of places) {
      const value = row[place] ?? null
      if (value !== null) values.push(value)
    }
    return values.length === 0 ? '' : column.write(values, vocabulary)
  }
}

/** An export as a stream of bytes: a piece is read when the reader wants it, and the data is let go of when the reader leaves. */
export function csvStream(csv: CsvExport): ReadableStream<Uint8Array> {
  const pieces = csv.pieces[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      cancel: () => csv.close(),
    },
    { highWaterMark: 0 },
  )
}
