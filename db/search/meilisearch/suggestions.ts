/** Words close to one that nothing holds. The server keeps its words to itself, so they are read from entries that begin alike. */
import type { Suggestions } from '../engine'
import { Layer } from '../layer'
import { Layers } from '../layers'
import type { Need } from '../text'
import type { Asked } from './queries'
import type { Source } from './source'

/** How many close words are offered for each word that nothing holds, and for how many words. */
const CLOSE_WORDS = 3
const MOST_WORDS = 6
/** Letters of a word that must be right for it to be found here: a beginning that the server looks up. */
const BEGINNING = 3

/**
 * @param find The ids of entries that each text finds, whatever the filters.
 * @param count How many entries each text finds under the question's filters.
 */
export async function closeWords(
  { collection, text: { needs } }: Pick<Asked, 'collection' | 'text'>,
  source: Source,
  find: (texts: string[]) => Promise<number[][]>,
  count: (texts: string[]) => Promise<number[]>,
): Promise<Suggestions['words']> {
  const plain = needs.slice(0, MOST_WORDS).filter(isWord)
  if (plain.length === 0) return []
  const found = await find(plain.map(({ typed }) => typed.slice(0, BEGINNING)))
  const offers = plain.flatMap((need, at) => {
    const layer = Layer.of(source.entries(collection, found[at] ?? []), source.synonyms())
    return new Layers(layer, [], source.synonyms(), noKeys).closeWords(need, CLOSE_WORDS).map((instead) => ({
      word: need.typed,
      instead,
      q: needs.map((other) => (other === need ? instead : other.typed)).join(' '),
    }))
  })
  if (offers.length === 0) return []
  const totals = await count(offers.map(({ q }) => q))
  return offers.map((offer, at) => ({ ...offer, total: totals[at] ?? 0 })).filter(({ total }) => total > 0)
}

/** Only orders ask for the keys of rows. */
function noKeys(): never {
  throw new Error('These entries are not put in an order.')
}

const isWord = ({ alternatives: [first] }: Need) => first?.kind === 'word'
