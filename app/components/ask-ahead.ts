'use client'
/** Asking before the address says what is asked, so that both are shown at once: who shows the answer takes it over from here. */
import { printQuestion, type Question } from '@/db/question'
import { fetchJson } from './fetch-json'

interface Asked<Answer> {
  address: string
  controller: AbortController
  answer: Promise<Answer>
  /** The answer once it is there. */
  there?: Answer
}

let ahead: Asked<unknown> | null = null

/** Where a question is answered. */
export const answerAddress = (question: Question) => `/api/${question.collection}?${printQuestion(question)}`

/** Ask a question that is about to stand in the address; the one asked ahead before it is dropped. @returns when it is answered or failed. */
export async function askAhead(question: Question): Promise<void> {
  ahead?.controller.abort()
  const controller = new AbortController()
  const address = answerAddress(question)
  const asked: Asked<unknown> = { address, controller, answer: fetchJson<unknown>(address, controller.signal) }
  ahead = asked
  try {
    asked.there = await asked.answer
  } catch {
    // Asked again by who shows the answer, and said there: the connection may be back by then.
    if (ahead === asked) ahead = null
  }
}

/** The answer of an address where it was asked ahead and is there already. */
export const answeredAhead = <Answer>(address: string): Answer | undefined =>
  ahead?.address === address ? (ahead.there as Answer | undefined) : undefined

/** An address that is asked, ahead or now, with what stops waiting for its answer. */
export function askFor<Answer>(address: string): Asked<Answer> {
  const taken = ahead
  ahead = null
  if (taken?.address === address) return taken as Asked<Answer>
  taken?.controller.abort()
  const controller = new AbortController()
  return { address, controller, answer: fetchJson<Answer>(address, controller.signal) }
}
