'use client'
/** Where few of many matches have the words as they were typed: how many, and the way to those alone. */
import { useEffect, useState } from 'react'
import type { Answer } from '@/db/answer'
import { MAX_TEXT, type Question } from '@/db/question'
import { allowance } from '@/db/search/words'
import { answerAddress } from './ask-ahead'
import { fetchJson } from './fetch-json'
import { count } from './format'
import { address, type Place, withText } from './place'

/** How long nothing may have been typed: nobody is to wait for this while the next letter is on its way. */
const PAUSE_MS = 600

interface AsWrittenProps {
  place: Place
  question: Question
  /** The text of the question as asWritten gives it. */
  written: string | null
  total: number
}

export function AsWritten({ place, question, written, total }: AsWrittenProps) {
  const narrowed = written === null ? null : withText(question, written)
  const asked = narrowed && answerAddress({ ...narrowed, size: 1 })
  const [found, setFound] = useState<{ asked: string; total: number } | null>(null)

  useEffect(() => {
    if (asked === null) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      // A way to fewer matches, no part of the answer: where it cannot be had nothing is missing.
      fetchJson<Answer<unknown>>(asked, controller.signal).then(
        (answer) => setFound({ asked, total: answer.total }),
        () => setFound(null),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked])

  const exact = found !== null && found.asked === asked ? found.total : 0
  if (narrowed === null || exact === 0 || exact * 2 > total) return null
  return (
    <a href={address(place, narrowed)} className="as-written" title={`Only those with “${question.q}” as written`}>
      {count(exact)} as written
    </a>
  )
}

/** A text with each of its words in quotes, which forgive no typo and end no word early; null where it has quotes or forgives none. */
export function asWritten(q: string): string | null {
  const words = q.split(/\s+/).filter((word) => word !== '')
  if (q.includes('"') || !words.some((word) => allowance(word) > 0)) return null
  const written = words.map((word) => `"${word}"`).join(' ')
  return written.length > MAX_TEXT ? null : written
}
