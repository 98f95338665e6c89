/**
 * The contract's order of relevance for what Meilisearch found. The server knows fewer typos and better fields, but not "one field that holds
 * all the words", nor one alias among several, nor how long each is; so the first of its hits are put in order here, with the rules of
 * the embedded engine. Where the server found an entry without a typo, its overview and summaries are not read again: that would cost more
 * than all the rest.
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

/** How many of the server's first hits are put in order: as many as a page can hold. */
export const ORDERED_HITS = 200

const VALUES = FIELD.START | FIELD.NAME | FIELD.ALIAS | FIELD.PRODUCT

interface Placed {
  entry: EngineDocument
  typos: number
  level: number
  length: number
}

/** Ids of hits in the contract's order. @param hits With the server's ranking details. */
export function inContractOrder(
  { collection, text }: Pick<Asked, 'collection' | 'text'>,
  hits: readonly Hit<Found>[],
  source: Source,
): number[] {
  const typosOfHit = new Map(hits.map((hit) => [hit.id, hit._rankingScoreDetails?.typo?.typoCount ?? 0]))
  const entries = source.entries(collection, [...typosOfHit.keys()])
  const place = placer(entries, typosOfHit, text, source)
  const placed = entries.map(place)
  return placed.sort(byRelevance).map(({ entry }) => entry.id)
}

/** Places entries as the embedded engine would. @param said The typos that the server counts, which writes words as one only at a price. */
function placer(entries: readonly EngineDocument[], said: ReadonlyMap<number, number>, { needs }: Text, { synonyms }: Source) {
  const builder = new TextBuilder(synonyms())
  for (const entry of entries) builder.add(said.get(entry.id) === 0 ? { ...entry, rest: [] } : entry)
  const text = builder.finish()
  const names = new NameReader(text.names, synonyms())
  const matches = new Matcher(text.postings, new Lexicon(text.words), new Streams(text.streams), names, entries.length).matchAll(needs)
  const squashed = squash(needs.map((need) => need.typed).join(' '))
  return (entry: EngineDocument, at: number): Placed => {
    const packed = matches?.packed[at] ?? 0
    const typos = said.get(entry.id) === 0 || packed === 0 ? (said.get(entry.id) ?? 0) : typosOf(packed)
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
