/** SQLite FTS5 alone: match, count, first ids. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { TextFloor } from '@/db/bench/floor'
import type { Contender } from './subject'

export const contender: Contender = {
  notes: ['matches and counts only: no facets, filters, order, typos or synonyms; questions without text are not asked'],
  build({ folder, documents }) {
    const file = join(folder, 'floor.db')
    const floor = new TextFloor(file, documents())
    return {
      ask: ({ q, page, size }) => floor.ask(q, page, size),
      canAsk: ({ q }) => q !== '',
      diskBytes: () => statSync(file).size,
      close: () => floor.close(),
    }
  },
}
