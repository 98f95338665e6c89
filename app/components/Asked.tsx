/** A page that answers: its question read, asked and shown; a question that cannot be answered shown as its mistakes. */
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ask } from '@/db/answer'
import { directory } from '@/db/directory'
import type { Collection } from '@/db/question'
import { Answering } from './Answering'
import { Mistakes } from './Mistakes'
import { type Place, queryPairs, type SearchParams, tryReadQuestion } from './place'
import { readSheetChoice, sheetCookie } from './sheet-choice'
import { wordingData } from './wording'
import { askedTitle } from './words'

interface AskedProps<C extends Collection> {
  place: Place<C>
  params: SearchParams
  /** How the page is called in the title of its tab. */
  name: string
  /** The page's own title, where it is not the number of matches. */
  title?: string
  /** What stands above the answer. */
  children?: ReactNode
  /** What stands above the whole list, while nothing is asked. */
  first?: ReactNode
}

export async function Asked<C extends Collection>({ place, params, name, title, children, first }: AskedProps<C>) {
  const vocabulary = directory().vocabulary()
  const { question, mistakes } = tryReadQuestion(place, queryPairs(params), vocabulary)
  if (!question) return <Mistakes {...{ place, params, mistakes }} wording={vocabulary} />
  const { collection } = place
  return (
    <Answering
      {...{ place, name, title, first }}
      initial={await ask<C>(directory(), question)}
      wording={wordingData(vocabulary, collection)}
      choice={readSheetChoice(collection, (await cookies()).get(sheetCookie(collection))?.value)}
    >
      {children}
    </Answering>
  )
}

/** The title of a page that answers, from what was asked; a question that cannot be answered is no page to be found by. */
export function askedMetadata(place: Place, params: SearchParams, name: string): Metadata {
  const vocabulary = directory().vocabulary()
  const { question } = tryReadQuestion(place, queryPairs(params), vocabulary)
  if (!question) return { title: { absolute: 'This question cannot be answered – Tierbook' }, robots: { index: false } }
  return { title: { absolute: askedTitle(place, question, vocabulary, name) } }
}
