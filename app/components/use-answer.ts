'use client'
/** The answer to the question that the address holds: asked anew when it changes, the last one standing until the next is there. */
import { useEffect, useReducer, useRef, useState } from 'react'
import type { Answer, HitOf } from '@/db/answer'
import type { Collection, Question } from '@/db/question'
import { answerAddress, answeredAhead, askFor } from './ask-ahead'

export interface Asking<Hit> {
  answer: Answer<Hit>
  /** Whether it was shown before: a way back leads to it, and to the place in it where one was. */
  before: boolean
  /** Whether the answer shown is to an earlier question than the one that was asked. */
  pending: boolean
  /** Why the question got no answer, in words; null where it did or still may. */
  failure: string | null
  retry: () => void
}

/** How many answers are kept for the way back. */
const KEPT = 30

/**
 * @param initial The answer that came with the page, to the question of its address.
 * An answer that a later question has overtaken is dropped, whenever it comes.
 */
export function useAnswer<C extends Collection>(question: Question & { collection: C }, initial: Answer<HitOf<C>>): Asking<HitOf<C>> {
  const key = answerAddress(question)
  const [shown, setShown] = useState({ key, answer: initial, before: true })
  const [failed, setFailed] = useState<{ key: string; message: string } | null>(null)
  const [attempt, retry] = useReducer((count: number) => count + 1, 0)
  const kept = useRef(new Map([[key, initial]]))
  const current = useRef(key)
  // What is typed is mostly answered before it is asked here: question and answer are drawn at once then.
  const there = shown.key === key ? undefined : answeredAhead<Answer<HitOf<C>>>(key)
  if (there !== undefined) setShown({ key, answer: there, before: false })

  useEffect(() => {
    // What came with the page, or was shown already, is not asked for.
    if (current.current === key && attempt === 0) return
    current.current = key
    setFailed(null)
    const { answer: coming, there: known, controller } = askFor<Answer<HitOf<C>>>(key)
    if (known !== undefined) {
      keep(kept.current, key, known)
      // It may have come after the question was drawn.
      setShown((before) => (before.key === key ? before : { key, answer: known, before: false }))
      return
    }
    const show = (answer: Answer<HitOf<C>>) => setShown({ key, answer, before: false })
    const before = kept.current.get(key)
    if (before) setShown({ key, answer: before, before: true })
    coming.then(
      (answer) => {
        keep(kept.current, key, answer)
        show(answer)
      },
      (error: Error) => {
        if (!controller.signal.aborted) setFailed({ key, message: error.message })
      },
    )
    return () => controller.abort()
  }, [key, attempt])

  const failure = failed?.key === key ? failed.message : null
  const pending = shown.key !== key
  // From the question on, not from its failure: a connection can come back between the two.
  useEffect(() => {
    if (!pending) return
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [pending])

  return { answer: shown.answer, before: shown.before, pending, failure, retry }
}

function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size <= KEPT) return
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}
