/** What the tests of the export share: a directory over a loaded pack, and an export read as a whole. */
import { parse } from 'csv-parse/sync'
import { type Directory, openDirectory } from '../directory'
import { type Collection, parseQuestion } from '../question'
import type { LoadedPack } from '../records/pack.test-helper'
import { exportCsv } from './csv'

export const openPack = (pack: LoadedPack): Directory =>
  openDirectory({ dataFolder: pack.folder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })

export const exportQuestion = (directory: Directory, collection: Collection, pairs: [string, string][]) =>
  parseQuestion(collection, pairs, directory.vocabulary(), 'export')

/** The whole file. */
export async function exportText(directory: Directory, collection: Collection, pairs: [string, string][] = []): Promise<string> {
  const { pieces } = await exportCsv(directory, exportQuestion(directory, collection, pairs))
  return [...pieces].join('')
}

/** The rows of a file as a strict reader of RFC 4180 sees them, by column. */
export const readCsv = (file: string): Record<string, string>[] => parse(file, { columns: true, record_delimiter: '\r\n', bom: true })
