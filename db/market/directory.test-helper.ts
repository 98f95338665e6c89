/** A running directory for the tests of a file: the pack that ships, or made-up companies. */
import { afterAll, beforeAll } from 'vitest'
import { type Directory, openDirectory } from '../directory'
import { type FilterName, parseQuestion, type Question } from '../question'
import { type LoadedPack, loadMadeUpPack, loadRealPack } from '../records/pack.test-helper'

/** @param organizations Made-up ones, as loadMadeUpPack takes them; none for the pack that ships. @returns the directory, once tests run. */
export function useDirectory(organizations?: Readonly<Record<string, string>>): () => Directory {
  let pack: LoadedPack
  let directory: Directory
  beforeAll(() => {
    pack = organizations === undefined ? loadRealPack() : loadMadeUpPack(organizations)
    directory = openDirectory({ dataFolder: pack.folder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })
  })
  afterAll(async () => {
    await directory.close()
    pack.remove()
  })
  return () => directory
}

/** The file of a made-up organization. @param more Further lines of it; the source `s` is cited by its website. */
export const organization = (slug: string, name: string, roles: string, more = '') => `
slug: ${slug}
name: ${name}
roles: [${roles}]
segments: [software/clustering]
os: []
sources: {s: {url: "https://example.org/${slug}", title: Page of ${name}, publisher: Example, date: "2003"}}
website: {url: "https://example.org", source: s}
${more}`

/** A question of organizations by its query string. */
export const asked = (directory: Directory, query: string): Question =>
  parseQuestion('organizations', new URLSearchParams(query), directory.vocabulary())

/** How many organizations the engine finds with these values of filters. */
export async function totalOf(directory: Directory, filters: { readonly [name in FilterName]?: string }): Promise<number> {
  return (await directory.engine.search(asked(directory, `${new URLSearchParams(filters)}`))).total
}

/** How many organizations the directory finds at an address that a mark leads to. */
export async function totalAt(directory: Directory, url: string): Promise<number> {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  if (pathname !== '/') throw new Error(`${url} is not of the directory`)
  return (await directory.engine.search(parseQuestion('organizations', searchParams, directory.vocabulary()))).total
}
