/** The thread in which large indexes are built while others answer; `workerData` is the data folder, its one message what was built. */
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../sqlite'
import { buildIndexes } from './build'

const sqlite = openReader(String(workerData))
const built = sqlite.transaction(buildIndexes)(sqlite)
sqlite.close()
parentPort?.postMessage(built, [...new Set(buffersOf(built))])

/** The memory that a value's rows of numbers stand in: it is handed over, not copied. */
function* buffersOf(value: unknown): Generator<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) yield value.buffer
  } else if (value instanceof Map) {
    for (const inner of value.values()) yield* buffersOf(inner)
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* buffersOf(inner)
  }
}
