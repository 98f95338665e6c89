'use client'
/** From keys to questions: the text goes into the address as it is typed, one step of the way back for all keys of one text. */
import { useEffect, useRef } from 'react'
import { pushAddress, replaceAddress } from './address-bar'
import { askAhead } from './ask-ahead'
import { ANSWER_ID } from './ids'
import { address, askedInBrowser, choosing, isFilter, type Place, withText } from './place'
import type { Choice } from './use-suggestions'

/** Browsers ignore addresses that change more often than some twenty times a second for long. */
const LEAST_PAUSE = 60

/** What the address asks at this moment: the router's hooks may be a key behind. */
const askedNow = (place: Place) => askedInBrowser(place, new URLSearchParams(location.search))

/**
 * @param place Where the question is asked; undefined on a page that answers none.
 * @param askedText The text in the address; where it was changed by anything but typing, `onText` is told.
 */
export function useTyping(place: Place | undefined, askedText: string, onText: (text: string) => void) {
  const written = useRef(askedText)
  // Texts on their way through the address: when one arrives here, more may have been typed since.
  const underWay = useRef<string[]>([])
  const isTyping = useRef(false)
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const lastWrite = useRef(0)

  useEffect(() => {
    if (askedText === written.current) {
      underWay.current = []
      return
    }
    const arrived = underWay.current.indexOf(askedText)
    if (arrived >= 0) {
      underWay.current.splice(0, arrived + 1)
      return
    }
    underWay.current = []
    written.current = askedText
    isTyping.current = false
    onText(askedText)
  }, [askedText, onText])
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])

  /** A place whose question cannot be answered shows what is wrong with it, and no answer that could follow the text. */
  const isAnswering = () => place !== undefined && document.getElementById(ANSWER_ID) !== null

  const write = (text: string) => {
    waiting.current = null
    if (place === undefined || !isAnswering()) return
    const q = text.trim()
    if (q === written.current.trim()) return
    const asked = askedNow(place)
    written.current = q
    underWay.current.push(q)
    lastWrite.current = performance.now()
    const question = withText(asked, q)
    askAhead(question)
    const next = address(place, question)
    if (isTyping.current) replaceAddress(next)
    else pushAddress(next)
    isTyping.current = true
  }

  return {
    isAnswering,
    /** A key was pressed. */
    type: (text: string) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      const rest = lastWrite.current + LEAST_PAUSE - performance.now()
      if (rest <= 0) write(text)
      else waiting.current = { text, timer: setTimeout(() => write(text), rest) }
    },
    /** The text is finished: the next key begins another. */
    settle: (text: string) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      write(text)
      isTyping.current = false
    },
    /** Go where a suggestion leads: to an entry, to an earlier text, or to the same question with one more filter in place of the text. */
    choose: (choice: Choice) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      if (choice.kind === 'entry') {
        location.assign(choice.url)
        return
      }
      const here = place !== undefined && isAnswering() ? place : undefined
      if (choice.kind === 'recent') {
        if (here === undefined) location.assign(`/?${new URLSearchParams({ q: choice.label })}`)
        else pushAddress(address(here, withText(askedNow(here), choice.label)))
      } else if (here !== undefined && isFilter(here.collection, choice.name)) {
        const asked = withText(askedNow(here), '')
        pushAddress(address(here, choosing(asked, choice.name, choice.value)))
        onText('')
      } else location.assign(choice.url)
    },
  }
}
