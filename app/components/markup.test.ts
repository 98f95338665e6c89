/** What the components say of an answer over the pack that ships, as a browser without a script gets it. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, expect, test } from 'vitest'
import { ask } from '@/db/answer'
import { openPack } from '@/db/export/export.test-helper'
import { loadRealPack } from '@/db/records/pack.test-helper'
import { AnswerView } from './AnswerView'
import { Highlighted } from './Highlighted'
import { Mistakes } from './Mistakes'
import { organizationSheet } from './organization-sheet'
import { ORGANIZATIONS, queryPairs, readQuestion, type SearchParams, tryReadQuestion } from './place'
import { Several } from './Several'
import { drawingOf } from './sheet'
import { columnsOf, readSheetChoice } from './sheet-choice'

const pack = loadRealPack()
const directory = openPack(pack)
afterAll(async () => {
  await directory.close()
  pack.remove()
})
const vocabulary = directory.vocabulary()

async function pageOf(params: SearchParams): Promise<string> {
  const question = readQuestion(ORGANIZATIONS, queryPairs(params), vocabulary)
  const answer = await ask(directory, question)
  const wording = vocabulary
  const sheet = organizationSheet(wording, question)
  const columns = columnsOf(question, readSheetChoice('organizations', undefined))
  const drawing = drawingOf(sheet, columns, answer.hits)
  const rail = { question, facets: answer.facets, wording }
  const nothing = () => {}
  const live = {
    ...{ pending: false, first: true, failure: null, selected: new Set<string>(), widths: {} },
    ...{ onRetry: nothing, onExport: nothing, onColumns: nothing, onSelectAll: nothing, onClearSelection: nothing, onTick: nothing },
    ...{ onShowSelected: nothing, onWidths: nothing },
  }
  return renderToStaticMarkup(
    createElement(AnswerView<(typeof answer.hits)[number]>, {
      place: ORGANIZATIONS,
      question,
      drawn: question,
      answer,
      drawing,
      below: drawing,
      rail,
      railBelow: rail,
      wording,
      ...live,
    }),
  )
}

/** The names of the links that lead to an address. */
const linksTo = (page: string, address: string) =>
  [...page.matchAll(/<a ([^>]*?href="([^"]*)"[^>]*)>(.*?)<\/a>/gs)]
    .filter(([, , href]) => href?.replaceAll('&amp;', '&') === address)
    .map(([, attributes, , text]) => /aria-label="([^"]*)"/.exec(attributes ?? '')?.[1] ?? text?.replaceAll(/<[^>]*>/g, '').trim())

test('each value of a facet says its name, its count and what choosing it does', async () => {
  const page = await pageOf({ tier: '0' })
  expect(linksTo(page, '/?tier=0&tier=1')).toEqual([expect.stringMatching(/^1 · USD 1 bn to under 10 bn, \d+ companies, add filter$/)])
  expect(linksTo(page, '/')).toContainEqual(expect.stringMatching(/^0 · USD 10 bn and more, \d+ companies, chosen, remove filter$/))
  expect(linksTo(page, '/')).toContainEqual(expect.stringContaining('Remove Tier Tier 0'))
})

test('a group opens where something in it is chosen, and does not repeat itself', async () => {
  const closed = await pageOf({})
  expect(closed).not.toContain('<details open')
  expect(linksTo(closed, '/?os=linux%2Flinux')).toEqual([])
  expect(await pageOf({ segment: 'software/clustering' })).toContain('<details open')
})

test('heads turn the order round, and figures are read from the largest down first', async () => {
  expect(linksTo(await pageOf({}), '/?sort=-name')).toContain('Name ↑')
  expect(linksTo(await pageOf({}), '/?sort=-revenue')).toContain('Revenue USD m')
  expect(await pageOf({ sort: '-revenue' })).toContain('aria-sort="descending"')
})

test('the selection and the whole are exported in the order of the screen', async () => {
  const page = await pageOf({ q: 'storage', sort: '-revenue', page: '2' })
  expect(linksTo(page, '/api/organizations.csv?q=storage&sort=-revenue')).toEqual(['Export CSV'])
  expect(page).toContain('<input type="hidden" name="sort" value="-revenue"/>')
  expect(page).not.toContain('name="page"')
})

test('a page past the end leads to the last one', async () => {
  const { total } = await ask(directory, readQuestion(ORGANIZATIONS, queryPairs({ q: 'storage', size: '1' }), vocabulary))
  const page = await pageOf({ q: 'storage', size: '1', page: String(total + 1) })
  expect(linksTo(page, `/?q=storage&page=${total}&size=1`)).toContain(`page ${total}`)
})

test('a mistake is mended by what exists, and by leaving it out; all else that was asked stays', () => {
  const params = { tier: ['1', '9'], os: 'linux', colour: 'red' }
  const { mistakes = [] } = tryReadQuestion(ORGANIZATIONS, queryPairs(params), vocabulary)
  const page = renderToStaticMarkup(createElement(Mistakes, { place: ORGANIZATIONS, params, mistakes, wording: vocabulary }))
  expect(linksTo(page, '/?tier=1&tier=unrated&os=linux&colour=red')).toEqual(['Not rated'])
  expect(linksTo(page, '/?tier=1&os=linux&colour=red')).toEqual(['Leave it out'])
  expect(linksTo(page, '/?tier=1&tier=9&os=linux')).toEqual(['Leave it out'])
})

test('a text that was cut starts shortly before what was found, entities whole', () => {
  const html = (text: string) => renderToStaticMarkup(createElement(Highlighted, { html: text, cut: true }))
  expect(html('sold by A &amp; B until <mark>IBM</mark> bought it')).toBe('<span>… B until <mark>IBM</mark> bought it</span>')
  expect(html('the <mark>IBM</mark> line')).toBe('<span>the <mark>IBM</mark> line</span>')
})

test('a cell that has no room for all of its values has all of them for those who hear it', () => {
  const cell = renderToStaticMarkup(createElement(Several, { labels: ['Carrier', 'ISP', 'VAR'] }))
  expect(cell.replaceAll(/<[^>]*>/g, '')).toBe('Carrier, ISP, VAR+2')
  expect(cell).toContain('role="img" aria-label=", ISP, VAR">+2<')
  expect(renderToStaticMarkup(createElement(Several, { labels: ['Carrier'] }))).toBe('Carrier')
  expect(renderToStaticMarkup(createElement(Several, { labels: [] }))).toContain('not known')
})
