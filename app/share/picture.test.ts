import { afterEach, expect, it, vi } from 'vitest'
import { picture } from './picture'

afterEach(() => vi.restoreAllMocks())

const TIER = { tier: 1, label: 'Tier 1', meaning: null, estimated: true, reason: '', rule: 1, source: null }
const LABELS = { line: 'Supplier', place: 'Mountain View, CA', tier: TIER, tierDetail: null }

async function bytesOf(name: string): Promise<Buffer> {
  const response = await picture({ ...LABELS, name, line: name })
  expect(response.headers.get('content-type')).toBe('image/png')
  return Buffer.from(await response.arrayBuffer())
}

/** Where a drawing has asked for something; what it draws with comes as data. */
function watchRequests(): () => string[] {
  const asked = vi.spyOn(globalThis, 'fetch')
  return () => asked.mock.calls.map(([address]) => String(address)).filter((address) => !address.startsWith('data:'))
}

it.each([
  ['an ordinary name', 'VERITAS Software'],
  ['accents', 'Société Générale de Łódź'],
  ['the longest name there could be', 'W'.repeat(400)],
  ['letters that the fonts lack, and pictures', '株式会社 日立製作所 😀 Hitachi'],
  ['nothing that can be drawn', '株式会社'],
])('%s is drawn as a PNG of 1200 by 630, and nobody is asked for anything', async (_, name) => {
  const asked = watchRequests()
  const bytes = await bytesOf(name)
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  expect(asked()).toEqual([])
})

it('asks nobody for any letter of the planes that names are written in', async () => {
  const asked = watchRequests()
  const ALL = 0x3000
  const AT_ONCE = 64
  for (let from = 0x20; from < ALL; from += AT_ONCE) {
    await bytesOf(Array.from({ length: AT_ONCE }, (_, index) => String.fromCodePoint(from + index)).join(''))
    expect(asked(), `from ${from.toString(16)}`).toEqual([])
  }
})
