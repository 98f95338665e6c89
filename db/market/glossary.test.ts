import { describe, expect, it } from 'vitest'
import { exists, readAddress } from '../records/addresses'
import { totalOf, useDirectory } from './directory.test-helper'
import { readGlossary, readTerm } from './glossary'

const directory = useDirectory()

describe('the glossary', () => {
  it('explains every level, tier, segment, system, role and list of the taxonomy', async () => {
    const vocabulary = directory().vocabulary()
    const terms = (kind: Parameters<typeof vocabulary.terms>[0]) => vocabulary.terms(kind).length
    const sizes = Object.fromEntries((await readGlossary(directory())).map(({ name, terms }) => [name, terms.length]))
    expect(sizes).toEqual({
      hal: terms('hal'),
      tier: terms('tier'),
      segment: terms('segment-group') + terms('segment'),
      os: terms('os-family') + terms('os'),
      role: terms('role'),
      category: terms('category'),
    })
  })

  it('counts what the directory finds, and has a page of each', async () => {
    for (const { name, terms } of await readGlossary(directory())) {
      for (const { url, value, organizations } of terms) {
        expect(organizations, url).toBe(await totalOf(directory(), { [name]: value }))
        const address = readAddress(url)
        expect(address && exists(directory(), address), url).toBe(true)
      }
    }
  })

  it('tells of a term what is in it, how large its companies are and which they are', async () => {
    const software = await readTerm(directory(), 'segment/software')
    expect(software?.children.length).toBeGreaterThan(5)
    expect(software?.totals.products).toBeGreaterThan(0)
    for (const { value, count } of software?.tiers ?? [])
      expect(count).toBe(await totalOf(directory(), { segment: 'software', tier: value }))
    const clustering = await readTerm(directory(), 'segment/software/clustering')
    expect(clustering?.within?.url).toBe('/glossary/segment/software')
    expect(clustering?.children).toEqual([])
    expect((await readTerm(directory(), 'hal/3'))?.meaning).toBe('Availability clusters')
    expect((await readTerm(directory(), 'role/var'))?.totals.products).toBeNull()
  })

  it('has nothing else', async () => {
    for (const id of ['', 'hal', 'hal/6', 'segment/clustering', 'tier/unrated', 'status/shipping']) {
      expect(await readTerm(directory(), id), id).toBeNull()
    }
  })
})
