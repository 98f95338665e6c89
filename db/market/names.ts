/** "Did you mean" for the pages that lists, rankings and terms have. */
import type { Directory } from '../directory'
import type { Link } from '../records/links'
import { closest } from '../search/closest'
import { EXPLAINED, type ExplainedName, termsOf } from './glossary-terms'
import { readRankings } from './rankings'
import { everyList, reportLists } from './top-lists'

type Vocabulary = Pick<Directory, 'vocabulary'>

export function closestLists({ vocabulary }: Vocabulary, typed: string, most: number): Link[] {
  const words = vocabulary()
  const lists = [...reportLists(words), ...everyList(words).flatMap((filter) => filter.lists)]
  return nearest(
    typed,
    lists.map(({ id, title, url }) => ({ slug: id, name: title, url })),
    most,
  )
}

export function closestTerms({ vocabulary }: Vocabulary, typed: string, most: number): Link[] {
  const terms = (Object.keys(EXPLAINED) as ExplainedName[]).flatMap((name) => termsOf(vocabulary(), name))
  return nearest(
    typed,
    terms.map(({ id, label, url }) => ({ slug: id, name: label, url })),
    most,
  )
}

export function closestRankings(directory: Pick<Directory, 'database' | 'vocabulary'>, typed: string, most: number): Link[] {
  return nearest(
    typed,
    readRankings(directory).map(({ slug, title, url }) => ({ slug, name: title, url })),
    most,
  )
}

/** Those whose address is like what was typed, then those whose last part or name is. */
function nearest(typed: string, links: readonly Link[], most: number): Link[] {
  const lastPart = (id: string) => id.split('/').at(-1) ?? id
  const found = [
    ...pick(typed, links, ({ slug }) => slug, most),
    ...pick(lastPart(typed), links, ({ slug }) => lastPart(slug), most),
    ...pick(lastPart(typed).replaceAll('-', ' '), links, ({ name }) => name, most),
  ]
  return [...new Map(found.map((link) => [link.url, link])).values()].slice(0, most)
}

function pick(typed: string, links: readonly Link[], nameOf: (link: Link) => string, most: number): Link[] {
  const names = closest(typed, links.map(nameOf), most)
  return [...new Set(names)].flatMap((name) => links.filter((link) => nameOf(link) === name))
}
