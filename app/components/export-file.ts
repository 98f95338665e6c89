'use client'
/** Getting an export in the browser: its first rows to look at, or all of it with how far it has come. */
import { parse } from 'csv-parse/browser/esm/sync'
import { printQuestion, type Question } from '@/db/question'
import { reach, whole } from './fetch-json'
import { exportPath } from './place'

/** What is ticked beyond this many has no room in an address. */
export const LONGEST_ADDRESS = 100

/** Ask for the file of a question; its `X-Total-Count` says how many rows it has. @throws {Error} as fetchJson does. */
function ask(question: Question, signal: AbortSignal): Promise<Response> {
  const pairs = printQuestion(question, 'export')
  const path = exportPath(question.collection)
  return question.selection.length > LONGEST_ADDRESS
    ? reach(path, { method: 'POST', body: pairs, signal })
    : reach(`${path}?${pairs}`, { signal })
}

const totalOf = (response: Response) => Number(response.headers.get('X-Total-Count'))

export interface Preview {
  head: readonly string[]
  rows: readonly (readonly string[])[]
  total: number
}

/** The first rows of the very file that an export gives; the rest of it is not waited for. */
export async function previewExport(question: Question, most: number, signal: AbortSignal): Promise<Preview> {
  const response = await ask(question, signal)
  const total = totalOf(response)
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  const wanted = Math.min(most, total) + 1
  let text = ''
  for (;;) {
    const { done, value } = await whole(reader.read())
    text += value ?? ''
    const records = done || text.split('\r\n').length > wanted ? firstRecords(text, wanted, done) : []
    if (records.length < wanted && !done) continue
    await reader.cancel()
    const [head = [], ...rows] = records
    return { head, rows, total }
  }
}

/** Records that are whole; a text that ends within one gives those before it. */
function firstRecords(text: string, most: number, whole: boolean): string[][] {
  try {
    return parse(text, { to: most, bom: true }) as string[][]
  } catch (error) {
    if (whole) throw error
    return []
  }
}

/** The whole file. @param onRows Told how many of how many rows have come. */
export async function downloadExport(
  question: Question,
  onRows: (rows: number, total: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await ask(question, signal)
  const total = totalOf(response)
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  for (;;) {
    const { done, value } = await whole(reader.read())
    if (done) return new Blob(chunks, { type: 'text/csv;charset=utf-8' })
    chunks.push(value)
    for (const byte of value) if (byte === CARRIAGE_RETURN) lines++
    onRows(Math.min(total, Math.max(0, lines - 1)), total)
  }
}

/** Each line ends in one. */
const CARRIAGE_RETURN = 13

/** Hand a file to the browser as a download. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
