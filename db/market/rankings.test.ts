import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { useDirectory } from './directory.test-helper'
import { closestLists, closestRankings } from './names'
import { readRanking, readRankings } from './rankings'

interface ListFile {
  slug: string
  entries: { rank: number; name: string; organization?: string; amount?: number }[]
}

const directory = useDirectory()
const files = readdirSync('content/lists').map((file) => parse(readFileSync(`content/lists/${file}`, 'utf8')) as ListFile)

describe('published rankings', () => {
  it('are those of the pack, place by place as their files have them', () => {
    expect(
      readRankings(directory())
        .map(({ slug }) => slug)
        .toSorted(),
    ).toEqual(files.map(({ slug }) => slug).toSorted())
    for (const { slug, entries } of files) {
      const ranking = readRanking(directory(), slug)
      expect(ranking?.entries.map(({ rank, name, amount }) => ({ rank, name, amount }))).toEqual(
        entries.toSorted((a, b) => a.rank - b.rank).map(({ rank, name, amount = null }) => ({ rank, name, amount })),
      )
      expect(ranking?.places).toBe(entries.length)
      expect(ranking?.linked).toBe(ranking?.entries.filter(({ organization }) => organization !== null).length)
    }
  })

  it('stand beside the other years of their series', () => {
    const ranking = readRanking(directory(), 'varbusiness-500-2003')
    expect(ranking?.editions.map(({ year }) => year)).toEqual([2001, 2002, 2003, 2004])
    for (const row of ranking?.sideBySide ?? []) {
      expect(row.places).toHaveLength(4)
      row.places.forEach((place, index) => {
        const edition = readRanking(directory(), ranking?.editions[index]?.slug ?? '')
        const printed = edition?.entries.find(
          ({ organization, name }) => (organization?.url ?? name) === (row.organization?.url ?? row.name),
        )
        expect(place?.rank).toBe(printed?.rank)
      })
    }
  })

  it('of one year alone stand beside nobody', () => {
    expect(readRanking(directory(), 'div100-2001')?.editions).toHaveLength(1)
    expect(readRanking(directory(), 'no-such-list')).toBeNull()
  })
})

describe('close names', () => {
  it('of rankings and lists are found by a part of their address or name', () => {
    expect(closestRankings(directory(), 'varbusines-500-2003', 3)[0]?.url).toBe('/rankings/varbusiness-500-2003')
    expect(closestLists(directory(), 'distributers', 3)[0]?.url).toBe('/top/distributors')
    expect(closestLists(directory(), 'clustering', 3).map(({ url }) => url)).toContain('/top/segment/software/clustering')
  })
})
