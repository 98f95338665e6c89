/**
 * The contract's order of relevance for what Meilisearch found. The server knows fewer typos and better fields, but not "one field that holds
 * all the words", nor one alias among several, nor how long each is; so the first of its hits are put in order here, with the rules of
 * the embedded engine. Overviews and summaries are read again only where the server may count a typo for writing words as one: to read them
 * would cost more than all the rest.
 */
import type { Hit } from 'meilisearch'
import { TextBuilder } from '../builder'
import { type EngineDocument, FIELD, LEVEL, levelOf } from '../fields'
import { Lexicon } from '../lexicon'
import { Matcher, maskOf, typosOf } from '../match'
import { NameReader } from '../names'
import { Streams } from '../streams'
import type { Text } from '../text'
import { squash } from '../words'
import type { Found } from './connection'
import type { Asked } from './queries'
import type { Source } from './source'
import { joinsWords } from './text'

/** How many of the server's first hits are put in order: as many as a page can hold. */
export const ORDERED_HITS = 200

const VALUES = FIELD.START | FIELD.NAME | FIELD.ALIAS | FIELD.PRODUCT

interface Placed {
  entry: EngineDocument
  typos: number
  level: number
  length: number
}

/**
 * Ids of hits in the contract's order.
 * @param hits With the server's ranking details.
 * @param named Further entries whose whole name was typed; those that do not hold the words of the text are left out.
 */
export function inContractOrder(
  { collection, text }: Pick<Asked, 'collection' | 'text'>,
  hits: readonly Hit<Found>[],
  named: readonly number[],
  source: Source,
): number[] {
  const said = new Map(hits.map((hit) => [hit.id, hit._rankingScoreDetails?.typo?.typoCount ?? 0]))
  const entries = source.entries(collection, [...said.keys(), ...named.filter((id) => !said.has(id))])
  const place = placer(entries, said, text, source)
  const placed = entries.flatMap((entry, at) => place(entry, at) ?? [])
  return placed.sort(byRelevance).map(({ entry }) => entry.id)
}

/** Places entries as the embedded engine would. @param said The typos that the server counts. */
function placer(entries: readonly EngineDocument[], said: ReadonlyMap<number, number>, asked: Text, { synonyms }: Source) {
  const { needs } = asked
  const isTold = !joinsWords(asked)
  const isRead = ({ id }: EngineDocument) => !isTold && said.get(id) !== 0
  const builder = new TextBuilder(synonyms())
  for (const entry of entries) builder.add(isRead(entry) ? entry : { ...entry, rest: [] })
  const text = builder.finish()
  const names = new NameReader(text.names, synonyms())
  const matches = new Matcher(text.postings, new Lexicon(text.words), new Streams(text.streams), names, entries.length).matchAll(needs)
  const squashed = squash(needs.map((need) => need.typed).join(' '))
  return (entry: EngineDocument, at: number): Placed | null => {
    const packed = matches?.packed[at] ?? 0
    const told = said.get(entry.id) ?? (packed === 0 ? undefined : typosOf(packed))
    if (told === undefined) return null
    const typos = packed === 0 ? told : isRead(entry) ? typosOf(packed) : Math.min(told, typosOf(packed))
    if (packed === 0 || typosOf(packed) > typos) return { entry, typos, level: LEVEL.REST, length: lengthOf(entry.rest) }
    const best = names.best(at, needs, squashed, typos)
    if (best) return { entry, typos, ...best }
    const level = levelOf(maskOf(packed) & ~VALUES)
    const texts = level === LEVEL.LABEL ? entry.labels : level === LEVEL.PEOPLE ? entry.people : entry.rest
    return { entry, typos, level, length: lengthOf(texts) }
  }
}

const lengthOf = (texts: readonly string[]) => texts.reduce((length, text) => length + text.length, 0)

function byRelevance(a: Placed, b: Placed): number {
  return a.typos - b.typos || a.level - b.level || a.length - b.length || byTies(a.entry, b.entry)
}

/** Of products the supplier comes before the product. */
function byTies(a: EngineDocument, b: EngineDocument): number {
  const [[inReportA, productsA], [inReportB, productsB]] = [a.standing, b.standing]
  return inReportB - inReportA || productsB - productsA || compareSlugs(a.slug, b.slug)
}

function compareSlugs(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((slug) => slug.replace('/', '\0'))
  return left < right ? -1 : left > right ? 1 : 0
}
