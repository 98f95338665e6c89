import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Directory, openDirectory } from '../directory'
import { type Collection, parseQuestion } from '../question'
import { organizationUrl } from './links'
import { type LoadedPack, loadMadeUpPack, loadRealPack } from './pack.test-helper'
import { readStanding } from './standing'

const organization = (slug: string, os: string) => `
slug: ${slug}
name: ${slug.toUpperCase()}
roles: [supplier]
segments: [software/clustering]
os: [${os}]
products: [{name: Thing, segment: software/clustering, os: [${os}], summary: A thing., sources: [a]}]
sources: {a: {url: "https://example.org/${slug}", title: A page}}
`

let pack: LoadedPack
let directory: Directory
beforeAll(() => {
  pack = loadMadeUpPack(
    Object.fromEntries(
      [
        ['alpha', 'linux'],
        ['beta', 'linux'],
        ['gamma', 'solaris'],
        ['delta', 'linux'],
      ].map(([slug = '', os = '']) => [slug, organization(slug, os)]),
    ),
  )
  directory = openDirectory({ dataFolder: pack.folder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })
})
afterAll(async () => {
  await directory.close()
  pack.remove()
})

const ask = (query: string, collection: Collection = 'organizations') =>
  parseQuestion(collection, new URLSearchParams(query), directory.vocabulary())

it('is between those before and after it in the order that was asked for', async () => {
  const link = (slug: string) => ({ slug, name: slug.toUpperCase(), url: `/organizations/${slug}` })
  const standing = (query: string, slug: string) => readStanding(directory, ask(query), { kind: 'organization', slug })
  expect(await standing('os=linux', 'beta')).toEqual({ position: 2, total: 3, previous: link('alpha'), next: link('delta') })
  expect(await standing('os=linux&sort=-name', 'delta')).toEqual({ position: 1, total: 3, previous: null, next: link('beta') })
  expect(await standing('os=linux&page=3&size=1', 'delta')).toEqual({ position: 3, total: 3, previous: link('beta'), next: null })
})

it('is nowhere in an answer that the entry is not in', async () => {
  expect(await readStanding(directory, ask('os=linux'), { kind: 'organization', slug: 'gamma' })).toBeNull()
  expect(await readStanding(directory, ask(''), { kind: 'organization', slug: 'nobody' })).toBeNull()
})

it('is known of products too', async () => {
  const standing = await readStanding(directory, ask('os=linux&sort=supplier', 'products'), {
    kind: 'product',
    supplier: 'beta',
    slug: 'thing',
  })
  expect(standing).toMatchObject({
    position: 2,
    total: 3,
    previous: { url: '/products/alpha/thing' },
    next: { url: '/products/delta/thing' },
  })
})

it('is right wherever the entry stands in a long answer', async () => {
  const real = loadRealPack()
  const whole = openDirectory({ dataFolder: real.folder, contentFolders: [], host: '127.0.0.1', port: 0, meilisearch: null })
  try {
    const question = parseQuestion('organizations', new URLSearchParams('sort=-name'), whole.vocabulary())
    const slug = whole.database.sqlite.prepare('SELECT slug FROM organizations WHERE id = ?').pluck()
    const slugs = [...(await whole.engine.matches(question))].map((id) => String(slug.get(id)))
    const url = (at: number) => (slugs[at] === undefined ? undefined : organizationUrl(slugs[at]))
    for (const at of [0, 1, 198, 199, 200, 201, slugs.length - 2, slugs.length - 1]) {
      const standing = await readStanding(whole, question, { kind: 'organization', slug: slugs[at] ?? '' })
      expect(standing, `at ${at}`).toMatchObject({ position: at + 1, total: slugs.length })
      expect([standing?.previous?.url, standing?.next?.url], `at ${at}`).toEqual([url(at - 1), url(at + 1)])
    }
  } finally {
    await whole.close()
    real.remove()
  }
})
