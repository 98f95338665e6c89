/** docs/contract.md promises names; db/question.ts keeps them. Neither may change without the other. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLUMNS, DEFAULT_SIZE, FILTERS, MAX_SIZE, MAX_TEXT, SORTS } from '@/db/question'

const page = readFileSync('docs/contract.md', 'utf8')

/** The cells of every table row under a heading of the page, the header row and the rule below it left out. */
function rows(heading: string): string[][] {
  const section = page.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|---'))
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const names = (cell: string | undefined) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1])

const row = (heading: string, first: string) => rows(heading).find(([cell]) => cell === first)

describe('docs/contract.md', () => {
  it.each(['organizations', 'products'] as const)('names every filter of %s', (collection) => {
    const column = collection === 'organizations' ? 1 : 2
    const documented = rows('Filters').filter((cells) => cells[column] === 'yes')
    expect(documented.map((cells) => names(cells[0])[0]).sort()).toEqual([...FILTERS[collection]].sort())
  })

  it.each(['organizations', 'products'] as const)('names every order of %s', (collection) => {
    expect(names(row('Order, pages, columns', collection)?.[1])).toEqual(SORTS[collection])
  })

  it.each(['organizations', 'products'] as const)('names every column of %s in order', (collection) => {
    expect(names(row('CSV', collection)?.[1])).toEqual(COLUMNS[collection])
  })

  it('states the limits', () => {
    expect(page).toContain(`up to ${MAX_TEXT} characters`)
    expect(row('Order, pages, columns', '`size`')?.[2]).toBe(`entries on a page, 1 to ${MAX_SIZE}; ${DEFAULT_SIZE} unless given`)
  })
})
