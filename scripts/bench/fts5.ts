/** SQLite FTS5 alone: match, count, first ids. */
import { join } from 'node:path'
import { TextFloor } from '@/db/bench/floor'
import type { Contender } from './subject'

export const contender: Contender = {
  notes: ['matches and counts only: no facets, filters, order, typos or synonyms; questions without text are not asked'],
  build({ folder, documents }) {
    const floor = new TextFloor(join(folder, 'floor.db'), documents())
    return {
      ask: ({ q, page, size }) => floor.ask(q, page, size),
      canAsk: ({ q }) => q !== '',
      close: () => floor.close(),
    }
  },
}
