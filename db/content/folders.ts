/** The files of content folders as they lie on the disk. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { Problem } from '../problem'

/** The vocabulary files, at the root of a folder; the last folder that has one provides it. */
const VOCABULARY_FILES = ['taxonomy.yaml', 'labels.yaml', 'synonyms.yaml', 'exchange-rates.yaml', 'report.yaml'] as const
export type VocabularyFile = (typeof VOCABULARY_FILES)[number]
const ENTRY_FOLDERS = ['organizations', 'lists'] as const
export type EntryFolder = (typeof ENTRY_FOLDERS)[number]

export interface ContentFile {
  /** The path as a person would type it from the working folder. */
  shown: string
  /** The folder's own name. */
  pack: string
  /** The file's name. */
  name: string
  text: string
}

export interface Folders {
  folders: string[]
  vocabulary: { [name in VocabularyFile]?: ContentFile }
  organizations: ContentFile[]
  lists: ContentFile[]
  /** Of every byte that was read: equal fingerprints are equal content. */
  fingerprint: string
}

/**
 * Read the content files of folders, later folders after earlier ones.
 * @throws {Problem} when a folder is missing, is no folder, cannot be read or holds no content at all.
 */
export function readFolders(folders: readonly string[]): Folders {
  const read: Folders = { folders: [...folders], vocabulary: {}, organizations: [], lists: [], fingerprint: '' }
  const hash = createHash('sha256')
  for (const folder of folders) {
    const before = read.organizations.length + read.lists.length
    const vocabulary = namesIn(folder).filter((name) => VOCABULARY_FILES.some((known) => known === name))
    const take = (path: string): ContentFile => {
      const file = join(folder, path)
      const text = attempt(file, () => readFileSync(file, 'utf8'))
      hash.update(`${path}\0${text.length}\0${text}`)
      return { shown: shownPath(file), pack: basename(folder), name: basename(path), text }
    }
    for (const name of VOCABULARY_FILES) if (vocabulary.includes(name)) read.vocabulary[name] = take(name)
    for (const kind of ENTRY_FOLDERS) {
      if (!namesIn(folder).includes(kind)) continue
      for (const name of namesIn(join(folder, kind))) if (/\.ya?ml$/i.test(name)) read[kind].push(take(join(kind, name)))
    }
    if (vocabulary.length === 0 && read.organizations.length + read.lists.length === before) {
      throw new Problem(
        `The content folder ${folder} holds no content.`,
        'Put organizations/*.yaml, lists/*.yaml or a vocabulary file (taxonomy.yaml ...) into it, or name another folder.',
      )
    }
  }
  read.fingerprint = hash.digest('hex')
  return read
}

/** From the working folder where it lies in it, else as it is. */
function shownPath(file: string): string {
  const inside = relative('', file)
  return inside.startsWith('..') ? file : inside
}

function namesIn(folder: string): string[] {
  return attempt(folder, () => {
    if (!statSync(folder).isDirectory()) throw new Problem(`${folder} is no folder.`, 'Name the folder that holds the content pack.')
    return readdirSync(folder).sort()
  })
}

/** Do what touches the disk and say in our words why it failed. */
function attempt<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOENT') {
      throw new Problem(`There is no content folder ${path}.`, 'Name an existing folder, or run this from the folder of the project.', {
        cause: error,
      })
    }
    throw new Problem(`${path} cannot be read (${error.code}).`, 'Give this user the right to read it.', { cause: error })
  }
}
