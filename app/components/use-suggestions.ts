'use client'
/** What a text that is being typed may mean, and what was searched for before. */
import { useEffect, useState } from 'react'
import type { Suggested, SuggestedFilter, Suggestion } from '@/db/suggest'
import { fetchJson } from './fetch-json'
import { areTexts, readRemembered, remember } from './remembered'

export type Choice =
  | { kind: 'recent'; label: string; detail: string }
  | ({ kind: 'entry' } & Suggestion)
  | ({ kind: 'filter' } & SuggestedFilter)

export interface ChoiceGroup {
  title: string
  choices: readonly Choice[]
}

/** The answer to a key is asked for first; suggestions wait for a moment in which no key comes. */
const PAUSE = 140

/** Of each group: the answer behind them should stay in sight. */
const MOST = 4

const NO_GROUPS: readonly ChoiceGroup[] = []

/** Suggestions for a text in groups, the same array until others come; empty for no text, and while there are none. */
export function useSuggestions(text: string): readonly ChoiceGroup[] {
  const q = text.trim()
  const [suggested, setSuggested] = useState<{ q: string; groups: readonly ChoiceGroup[] } | null>(null)
  useEffect(() => {
    if (q === '') return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      fetchJson<Suggested>(`/api/suggest?${new URLSearchParams({ q })}`, controller.signal).then(
        (answer) => setSuggested({ q, groups: groupsOf(answer) }),
        () => {
          // The answer itself says what is wrong; there is nothing to suggest meanwhile.
          if (!controller.signal.aborted) setSuggested(null)
        },
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [q])
  // Those of a text that this one goes on from are worth showing until its own come.
  return q !== '' && suggested !== null && q.startsWith(suggested.q) ? suggested.groups : NO_GROUPS
}

function groupsOf({ organizations, products, categories, filters }: Suggested): ChoiceGroup[] {
  const entries = (title: string, some: readonly Suggestion[]) => ({
    title,
    choices: some.slice(0, MOST).map((one) => ({ kind: 'entry' as const, ...one })),
  })
  return [
    // Few, and meant by whoever types one: two keys from here.
    { title: 'Filters', choices: filters.slice(0, MOST).map((filter) => ({ kind: 'filter' as const, ...filter })) },
    entries('Companies', organizations),
    entries('Products', products),
    entries('Lists of the report', categories),
  ].filter(({ choices }) => choices.length > 0)
}

const RECENT = 'recent'
const MOST_RECENT = 8

export const recentSearches = () => readRemembered(RECENT, areTexts, [])

export function recentGroup(): readonly ChoiceGroup[] {
  const choices = recentSearches().map((label) => ({ kind: 'recent' as const, label, detail: '' }))
  return choices.length === 0 ? [] : [{ title: 'Searched for before', choices }]
}

/** Note a text that was searched for; one that it completes is forgotten. */
export function rememberSearch(text: string): void {
  const q = text.trim()
  if (q === '') return
  const others = recentSearches().filter((other) => !q.toLowerCase().startsWith(other.toLowerCase()))
  remember(RECENT, [q, ...others].slice(0, MOST_RECENT))
}
