/** The process in which the main pages are measured in the built app over a synthetic directory; prints one line of JSON. */
import { Problem } from '@/db/problem'
import { run } from '../run'
import { serving } from './serving'

/** How often each page is asked after its first time. */
const TURNS = 10

/** What any request costs: nearly nothing is done for this one. */
const FLOOR = '/api/health'
const ROOMS = ['/', '/?q=server', '/products']
const MARKET = [
  '/market',
  '/market/places',
  '/market/chain',
  '/market/revenue',
  '/market/years',
  '/market/history',
  '/top',
  '/top/role/var',
  '/rankings',
  '/compare',
  '/glossary',
  '/coverage',
  '/report',
]

export interface MeasuredPage {
  path: string
  /** Milliseconds to the last byte: the first time, and each time after it. */
  first: number
  times: number[]
  /** Not compressed. */
  bytes: number
}

export interface MeasuredPages {
  floor: MeasuredPage
  pages: MeasuredPage[]
}

async function measure(base: string): Promise<MeasuredPages> {
  const floor = await measurePage(base, FLOOR)
  const pages: MeasuredPage[] = []
  for (const path of [...ROOMS, await entryOf(base), ...MARKET]) pages.push(await measurePage(base, path))
  return { floor, pages }
}

async function measurePage(base: string, path: string): Promise<MeasuredPage> {
  const first = await ask(base, path)
  const times: number[] = []
  while (times.length < TURNS) times.push((await ask(base, path)).taken)
  return { path, first: first.taken, times, bytes: first.bytes }
}

async function ask(base: string, path: string): Promise<{ taken: number; bytes: number }> {
  const start = performance.now()
  const response = await fetch(base + path)
  const { byteLength: bytes } = await response.arrayBuffer()
  if (!response.ok) throw new Problem(`${path} answers ${response.status}.`, 'Open it in a browser to see what it says.')
  return { taken: performance.now() - start, bytes }
}

/** The entry that a search finds first. */
async function entryOf(base: string): Promise<string> {
  const { hits } = (await (await fetch(`${base}/api/organizations?q=server&size=1`)).json()) as { hits: { url: string }[] }
  const [hit] = hits
  if (hit === undefined) throw new Problem('The directory has no entry to measure.', 'Ask for a larger size with --sizes.')
  return hit.url
}

await run(async ([folder]) => {
  if (folder === undefined) throw new Error('No folder.')
  process.stdout.write(`${JSON.stringify(await serving(folder, measure))}\n`)
})
