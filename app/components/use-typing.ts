'use client'
/** From keys to questions: the text goes into the address as it is typed, one step of the way back for all keys of one text. */
import { useEffect, useRef } from 'react'
import { pushAddress, replaceAddress } from './address-bar'
import { address, type Place, readQuestion, toggled, withText } from './place'
import type { Choice } from './use-suggestions'

/** Browsers ignore addresses that change more often than some twenty times a second for long. */
const LEAST_PAUSE = 60

const TRUSTING = { label: (_: unknown, value: string) => value, values: () => [] }

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
    const arrived = underWay.current.indexOf(askedText)
    if (arrived >= 0) {
      underWay.current.splice(0, arrived + 1)
      return
    }
    if (askedText === written.current) return
    written.current = askedText
    isTyping.current = false
    onText(askedText)
  }, [askedText, onText])
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])

  const write = (text: string) => {
    waiting.current = null
    if (place === undefined) return
    const q = text.trim()
    if (q === written.current.trim()) return
    const asked = readQuestion(place, new URLSearchParams(location.search), TRUSTING)
    written.current = q
    underWay.current.push(q)
    lastWrite.current = performance.now()
    const next = address(place, withText(asked, q))
    if (isTyping.current) replaceAddress(next)
    else pushAddress(next)
    isTyping.current = true
  }

  return {
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
      if (choice.kind === 'entry') location.assign(choice.url)
      else if (choice.kind === 'recent') {
        if (place === undefined) location.assign(`/?${new URLSearchParams({ q: choice.label })}`)
        else {
          const asked = readQuestion(place, new URLSearchParams(location.search), TRUSTING)
          pushAddress(address(place, withText(asked, choice.label)))
        }
      } else if (place === undefined || choice.collection !== place.collection) location.assign(choice.url)
      else {
        const asked = withText(readQuestion(place, new URLSearchParams(location.search), TRUSTING), '')
        const has = asked.filters[choice.name]?.includes(choice.value)
        pushAddress(address(place, has ? asked : toggled(asked, choice.name, choice.value)))
        onText('')
      }
    },
  }
}
