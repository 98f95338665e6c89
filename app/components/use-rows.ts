'use client'
/** Going from row to row, ticking rows and looking into one: the row one is at is the one that has the focus. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Answer } from '@/db/answer'
import { printQuestion, type Question } from '@/db/question'
import { turnPage } from './address-bar'
import { reach } from './fetch-json'
import { ANSWER_ID } from './ids'
import { address, exportPath, onPage, type Place } from './place'
import { useSelection } from './selection'
import { keysOf, type Sheet } from './sheet'
import { useReturn } from './use-return'

interface RowsOf<Hit> {
  place: Place
  question: Question
  answer: Answer<Hit>
  sheet: Sheet<Hit>
  root: RefObject<HTMLElement | null>
  /** Whether every row of the answer is drawn. */
  whole: boolean
}

export type Rows = ReturnType<typeof useRows>

export function useRows<Hit>({ place, question, answer, sheet, root, whole }: RowsOf<Hit>) {
  const keys = keysOf(sheet, answer)
  const { selected, mark, clear } = useSelection(question.collection)
  const [peeked, setPeeked] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const anchor = useRef<string | null>(null)
  const last = useRef<string | null>(null)
  const arrival = useRef<0 | -1 | null>(null)

  const rowOf = (key: string) => root.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`)
  const current = () => document.activeElement?.closest<HTMLElement>('tr[data-key]')?.dataset.key ?? null

  const focus = (key: string, options?: FocusOptions) => {
    const onBox = document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'checkbox'
    rowOf(key)
      ?.querySelector<HTMLElement>(onBox ? 'input[type="checkbox"]' : '.entry-name')
      ?.focus(options)
    last.current = key
  }
  useReturn({ root, current, focus })

  // A row of the next page can only be gone to, and looked into, once that page is there.
  useEffect(() => {
    if (!whole || answer.page !== question.page) return
    // Whoever went elsewhere meanwhile is left there.
    const isAwaited = document.activeElement?.id === ANSWER_ID
    if (arrival.current === null || !isAwaited) {
      arrival.current = null
      return
    }
    const row = [...(root.current?.querySelectorAll<HTMLElement>('tr[data-key]') ?? [])].at(arrival.current)
    arrival.current = null
    const key = row?.dataset.key
    if (key === undefined) return
    row?.querySelector<HTMLElement>('.entry-name')?.focus()
    last.current = key
    setPeeked((before) => (before === null ? null : key))
  }, [answer, whole, question.page, root])

  const tick = (key: string, ticked: boolean, range: boolean) => {
    const row = keys.indexOf(key)
    const from = range && anchor.current !== null ? keys.indexOf(anchor.current) : -1
    mark(from < 0 ? [key] : keys.slice(Math.min(from, row), Math.max(from, row) + 1), ticked)
    anchor.current = key
  }

  const move = (by: 1 | -1, extend: boolean) => {
    // While a page is on its way a key that is held down waits for it.
    if (arrival.current !== null && document.activeElement?.id === ANSWER_ID) return
    const here = current()
    const from = here === null ? -1 : keys.indexOf(here)
    const again = here === null && last.current !== null ? keys.indexOf(last.current) : -1
    const to = from >= 0 ? from + by : Math.max(0, again)
    const key = keys[to]
    if (key === undefined) {
      const page = question.page + by
      // While a page is on its way no other is turned to.
      if (answer.page !== question.page || page < 1 || (page - 1) * question.size >= answer.total) return
      arrival.current = by > 0 ? 0 : -1
      turnPage(address(place, onPage(question, page)))
      return
    }
    focus(key)
    if (peeked !== null) setPeeked(key)
    if (!extend || here === null) return
    mark([here, key], true)
    anchor.current = key
  }

  return {
    selected,
    clear,
    tick,
    move,
    /** The row that has the focus, by key. */
    current,
    /** Turn the tick of the row one is at. */
    tickCurrent: (range: boolean) => {
      const key = current()
      if (key !== null) tick(key, range || !selected.has(key), range)
    },
    peeked,
    /** Look into the row one is at, or the first; look away where it is the one looked into. */
    peek: () => {
      const key = current() ?? keys[0]
      if (key === undefined) return
      if (current() === null) focus(key)
      setPeeked(peeked === key ? null : key)
    },
    /** Look away; whoever was in the peek is back at its row. */
    unpeek: () => {
      if (peeked !== null && document.activeElement?.closest('.peek')) focus(peeked)
      setPeeked(null)
    },
    /** Every match of the question, those on other pages too. */
    selectAll: async () => {
      setFailure(null)
      try {
        mark(answer.total === keys.length ? keys : await everyKey(question), true)
      } catch (error) {
        setFailure(`Not all could be selected. ${(error as Error).message}`)
      }
    },
    /** Why not all could be selected. */
    failure,
  }
}

const KEY_COLUMNS = { organizations: 'slug', products: 'supplier,slug' } as const

/** The keys of every match, from the export: slugs are plain, so that a line is a key but for its comma. */
async function everyKey(question: Question): Promise<string[]> {
  const asked = printQuestion({ ...question, selection: [], columns: [] }, 'export')
  asked.set('columns', KEY_COLUMNS[question.collection])
  const text = await (await reach(`${exportPath(question.collection)}?${asked}`, {})).text()
  return text
    .split('\r\n')
    .slice(1)
    .flatMap((line) => (line === '' ? [] : [line.replace(',', '/')]))
}
