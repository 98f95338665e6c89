/** The two keys a directory needs, made once with the master key: one for searching, one for indexing, each for its indexes alone. */
import { createHash } from 'node:crypto'
import { Meilisearch, MeilisearchApiError } from 'meilisearch'

/** What searching takes. */
const SEARCH_ACTIONS = ['search']
/** What indexing, rebuilding and the doctor take. */
const ADMIN_ACTIONS = [
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'tasks.get',
  'stats.get',
]

export interface Keys {
  searchKey: string
  adminKey: string
}

/**
 * Make the keys, or get them where they are made already. One master key and one prefix always give the same two keys: a server that has
 * lost its data gets them back by the same call, and nothing that holds them need be changed.
 * @throws what the client throws where no server answers or the key is not the master key. */
export async function makeKeys(url: string, masterKey: string, prefix: string): Promise<Keys> {
  const client = new Meilisearch({ host: url, apiKey: masterKey })
  const make = async (name: string, actions: string[]) => {
    const uid = uidOf(`${prefix} ${name}`)
    try {
      const { key } = await client.createKey({ uid, name: `${prefix} ${name}`, actions, indexes: [`${prefix}*`], expiresAt: null })
      return key
    } catch (error) {
      if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'api_key_already_exists') throw error
      return (await client.getKey(uid)).key
    }
  }
  return { searchKey: await make('search', SEARCH_ACTIONS), adminKey: await make('indexing', ADMIN_ACTIONS) }
}

/** A name as a UUID, in the form the server asks for. */
function uidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
