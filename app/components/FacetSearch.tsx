'use client'
/** Typing into a long facet: its values whose labels hold the words, counted under the question as the others are. */
import { useEffect, useState } from 'react'
import { type FilterName, MAX_TEXT, printQuestion, type Question } from '@/db/question'
import type { FacetValue } from '@/db/search/engine'
import { fetchJson } from './fetch-json'
import { FILTER_WORDS } from './words'

interface FacetSearchProps {
  name: FilterName
  question: Question
  /** Null while nothing is typed. */
  onFound: (values: readonly FacetValue[] | null) => void
}

export function FacetSearch({ name, question, onFound }: FacetSearchProps) {
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const asked = printQuestion({ ...question, page: 1, size: 50 })
  asked.set('text', text.trim())
  const address = `/api/facets/${question.collection}/${name}?${asked}`
  const empty = text.trim() === ''
  useEffect(() => {
    if (empty) {
      onFound(null)
      return
    }
    const controller = new AbortController()
    fetchJson<{ values: FacetValue[] }>(address, controller.signal).then(
      ({ values }) => {
        setFailure(null)
        onFound(values)
      },
      (error: Error) => {
        if (!controller.signal.aborted) setFailure(error.message)
      },
    )
    return () => controller.abort()
  }, [address, empty, onFound])
  return (
    <>
      <input
        type="search"
        className="facet-search needs-script"
        aria-label={`Find in ${FILTER_WORDS[name]}`}
        placeholder="Find"
        value={text}
        maxLength={MAX_TEXT}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {failure !== null && <p className="facet-none">{failure}</p>}
    </>
  )
}
