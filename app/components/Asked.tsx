/** A page that answers: its question read, asked and shown; a question that cannot be answered shown as its mistakes. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ask } from '@/db/answer'
import { directory } from '@/db/directory'
import type { Collection, Question } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import type { Sheet } from './AnswerTable'
import { AnswerView } from './AnswerView'
import { Mistakes } from './Mistakes'
import { asksNothing, chosenFilters, type Place, queryPairs, type SearchParams, tryReadQuestion } from './place'
import { questionWords } from './words'

type HitOf<C extends Collection> = Awaited<ReturnType<typeof ask<C>>>['hits'][number]

interface AskedProps<C extends Collection> {
  place: Place<C>
  params: SearchParams
  sheetOf: (vocabulary: DirectoryVocabulary, question: Question) => Sheet<HitOf<C>>
  /** The page's own title, where it is not the number of matches. */
  title?: string
  /** What stands above the answer. */
  children?: ReactNode
  /** What stands above the whole list, while nothing is asked. */
  first?: ReactNode
}

export async function Asked<C extends Collection>({ place, params, sheetOf, title, children, first }: AskedProps<C>) {
  const vocabulary = directory().vocabulary()
  const { question, mistakes } = tryReadQuestion(place, queryPairs(params), vocabulary)
  if (!question) return <Mistakes {...{ place, params, mistakes, vocabulary }} />
  const answer = await ask<C>(directory(), question)
  return (
    <AnswerView {...{ place, question, answer, vocabulary, title }} sheet={sheetOf(vocabulary, question)}>
      {children}
      {asksNothing(place, question) && first}
    </AnswerView>
  )
}

/** The title of a page that answers, from what was asked; a question that cannot be answered is no page to be found by. */
export function askedMetadata(place: Place, params: SearchParams, name: string): Metadata {
  const vocabulary = directory().vocabulary()
  const { question } = tryReadQuestion(place, queryPairs(params), vocabulary)
  if (!question) return { title: { absolute: 'This question cannot be answered – Tierbook' }, robots: { index: false } }
  const words = questionWords(vocabulary, question.q, chosenFilters(place, question))
  return { title: { absolute: [...(words === '' ? [] : [words]), name, 'Tierbook'].join(' – ') } }
}
