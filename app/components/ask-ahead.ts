'use client'
/** Asking while the address is still on its way through the router, which takes longer than a frame: who shows the answer takes it over from here. */
import { printQuestion, type Question } from '@/db/question'
import { fetchJson } from './fetch-json'

interface Asked {
  address: string
  controller: AbortController
  answer: Promise<unknown>
}

let ahead: Asked | null = null

/** Where a question is answered. */
export const answerAddress = (question: Question) => `/api/${question.collection}?${printQuestion(question)}`

/** Ask a question that is about to stand in the address; the one asked ahead before it is dropped. */
export function askAhead(question: Question): void {
  ahead?.controller.abort()
  const controller = new AbortController()
  const address = answerAddress(question)
  const answer = fetchJson<unknown>(address, controller.signal)
  const asked = { address, controller, answer }
  ahead = asked
  // What failed before anyone took it over is asked again by who shows the answer: the connection may be back by then.
  answer.catch(() => {
    if (ahead === asked) ahead = null
  })
}

/** The answer of an address, asked ahead or now, with what stops waiting for it. */
export function askFor<Answer>(address: string): { answer: Promise<Answer>; controller: AbortController } {
  const taken = ahead
  ahead = null
  if (taken?.address === address) return { answer: taken.answer as Promise<Answer>, controller: taken.controller }
  taken?.controller.abort()
  const controller = new AbortController()
  return { answer: fetchJson<Answer>(address, controller.signal), controller }
}
