/** The directory's own engine, as the app opens it. */
import { EmbeddedEngine } from '@/db/search/embedded'
import type { Contender } from './subject'

export const contender: Contender = {
  notes: [],
  async build({ folder }) {
    const engine = new EmbeddedEngine(folder)
    await engine.status()
    return { ask: async (question) => (await engine.search(question)).total, close: () => engine.close() }
  },
}
