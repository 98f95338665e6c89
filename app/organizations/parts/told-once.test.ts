import { describe, expect, it } from 'vitest'
import type { Statement } from '@/db/records/relationships'
import { toldOnce } from './told-once'

const party = { name: 'Sequent', slug: 'sequent', url: '/organizations/sequent' }
const other = { slug: 'sequent', name: 'Sequent', url: '/organizations/sequent' }
const own = (note: string | null, source: number | null): Statement => ({
  by: null,
  type: 'acquired',
  to: 'Sequent',
  since: 1999,
  part: null,
  note,
  source,
})
const theirs = (note: string | null, source: number | null): Statement => ({ ...own(note, source), by: other, type: 'acquired-by' })
const told = (...statements: Statement[]) =>
  toldOnce({ party, statements }).map(({ statement, remark, source }) => [statement.by === null ? 'own' : 'theirs', remark, source])

describe('what two entries state', () => {
  it('stands once where both read it on the same page', () => {
    expect(told(own('volume manager extended by Sequent', 29), theirs('volume manager extended', 29))).toEqual([
      ['own', 'volume manager extended by Sequent', 29],
    ])
    expect(told(own(null, 2), theirs(null, 2))).toEqual([['own', null, 2]])
  })

  it('stands once with both pages', () => {
    expect(told(own('USD 3.5 billion; 30,000 people', 6), theirs('USD 3.5 billion', 77))).toEqual([
      ['own', 'USD 3.5 billion; 30,000 people', 6],
      ['theirs', null, 77],
    ])
  })

  it('keeps what the second adds, with its page', () => {
    expect(told(own('storage', 3), theirs('November 2001', 3))).toEqual([
      ['own', 'storage', 3],
      ['theirs', 'November 2001', 3],
    ])
  })

  it('keeps what was bought and another name', () => {
    expect(told({ ...own('closed', 1), to: 'Sequent Computers', part: 'its patents' })).toEqual([
      ['own', 'as Sequent Computers; its patents; closed', 1],
    ])
  })
})
