/** What several statements of one relationship say together, each thing once. */
import type { Relationship, Statement } from '@/db/records/relationships'

/** What a statement adds to those before it. */
export interface Told {
  statement: Statement
  /** Its remark; null where there is none, or where those before it hold every word. */
  remark: string | null
  /** The number of its source; null where that has been cited. */
  source: number | null
}

/** Both companies often state a relationship, and from the same page: what the second adds is left, and one that adds nothing is left out. */
export function toldOnce({ party, statements }: Pick<Relationship, 'party' | 'statements'>): Told[] {
  const words = new Set<string>()
  const cited = new Set<number>()
  return statements.flatMap((statement, index): Told[] => {
    const remark = remarkOf(party, statement)
    const own = wordsOf(remark)
    const isNews = own.some((word) => !words.has(word))
    const source = statement.source === null || cited.has(statement.source) ? null : statement.source
    for (const word of own) words.add(word)
    if (source !== null) cited.add(source)
    if (isNews) return [{ statement, remark, source: statement.source }]
    return index === 0 || source !== null ? [{ statement, remark: null, source }] : []
  })
}

/** What was bought, the note of a statement, and the name it uses for the other party where that is another one. */
function remarkOf(party: Relationship['party'], { by, to, part, note }: Statement): string {
  const as = by === null && to !== party.name ? `as ${to}` : null
  return [as, part, note].filter(Boolean).join('; ')
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
