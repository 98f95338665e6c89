'use client'
/** From keys to questions: the text goes into the address as it is typed, one step of the way back for all keys of one text. */
import { useEffect, useRef } from 'react'
import { askedPairs, holdAddress, pushAddress, settleAddress, typeAddress } from './address-bar'
import { askAhead } from './ask-ahead'
import { ANSWER_ID } from './ids'
import { address, askedInBrowser, choosing, isFilter, type Place, withText } from './place'
import type { Choice } from './use-suggestions'

/** Who types faster than this, or holds a key down, is asked for once per pause. */
const LEAST_PAUSE_MS = 60
/** For so long a text waits for its answer, to be shown together with it; after that it is said that one is waited for. */
const TOGETHER_MS = 60

const askedNow = (place: Place) => askedInBrowser(place, askedPairs())

/**
 * @param place Where the question is asked; undefined on a page that answers none.
 * @param askedText The text in the address; where it was changed by anything but typing, `onText` is told.
 */
export function useTyping(place: Place | undefined, askedText: string, onText: (text: string) => void) {
  const written = useRef(askedText)
  /** What was asked and is not shown yet. */
  const unshown = useRef<string | null>(null)
  const isTyping = useRef(false)
  /** Until the text is asked, and until it is shown without its answer. */
  const timers = useRef<{ ask?: ReturnType<typeof setTimeout>; show?: ReturnType<typeof setTimeout> }>({})
  const lastAsk = useRef(0)

  const stop = () => {
    clearTimeout(timers.current.ask)
    clearTimeout(timers.current.show)
    unshown.current = null
    isTyping.current = false
  }
  useEffect(() => {
    if (askedText === written.current) return
    stop()
    written.current = askedText
    onText(askedText)
  }, [askedText, onText])
  useEffect(() => {
    // The text of the address one comes back to may be the same as before, with another on its way.
    const back = () => {
      stop()
      written.current = place === undefined ? '' : (askedPairs().get('q') ?? '')
      onText(written.current)
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [place, onText])
  useEffect(() => stop, [])

  /** A place whose question cannot be answered shows what is wrong with it, and no answer that could follow the text. */
  const isAnswering = () => place !== undefined && document.getElementById(ANSWER_ID) !== null

  /** Let the address say what was asked last, unless it does. */
  const show = () => {
    clearTimeout(timers.current.show)
    const q = unshown.current
    if (place === undefined || q === null) return
    unshown.current = null
    typeAddress(address(place, withText(askedNow(place), q)), isTyping.current ? 'replaceState' : 'pushState')
    isTyping.current = true
  }

  const ask = (text: string) => {
    if (place === undefined || !isAnswering()) return
    const q = text.trim()
    if (q === written.current.trim()) return
    written.current = q
    unshown.current = q
    lastAsk.current = performance.now()
    holdAddress()
    clearTimeout(timers.current.show)
    timers.current.show = setTimeout(show, TOGETHER_MS)
    askAhead(withText(askedNow(place), q)).then(() => {
      if (unshown.current === q) show()
    })
  }

  return {
    isAnswering,
    /** A key was pressed. */
    type: (text: string) => {
      clearTimeout(timers.current.ask)
      const rest = lastAsk.current + LEAST_PAUSE_MS - performance.now()
      if (rest <= 0) ask(text)
      else timers.current.ask = setTimeout(() => ask(text), rest)
    },
    /** The text is finished: the next key begins another. */
    settle: (text: string) => {
      clearTimeout(timers.current.ask)
      ask(text)
      show()
      settleAddress()
      isTyping.current = false
    },
    /** Go where a suggestion leads: to an entry, to an earlier text, or to the same question with one more filter in place of the text. */
    choose: (choice: Choice) => {
      stop()
      settleAddress()
      if (choice.kind === 'entry') {
        location.assign(choice.url)
        return
      }
      const here = place !== undefined && isAnswering() ? place : undefined
      const leave = (text: string, to: string) => {
        written.current = text
        onText(text)
        pushAddress(to)
      }
      if (choice.kind === 'recent') {
        if (here === undefined) location.assign(`/?${new URLSearchParams({ q: choice.label })}`)
        else leave(choice.label, address(here, withText(askedNow(here), choice.label)))
      } else if (here !== undefined && isFilter(here.collection, choice.name)) {
        leave('', address(here, choosing(withText(askedNow(here), ''), choice.name, choice.value)))
      } else location.assign(choice.url)
    },
  }
}
