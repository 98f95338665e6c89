'use client'
/** Coming back from an entry to the answer it was opened from: the row one left has the focus, so that the next key goes on from there. */
import { type RefObject, useEffect } from 'react'
import { areTexts, readRemembered, remember } from './remembered'

interface Returning {
  root: RefObject<HTMLElement | null>
  /** The key of the row one is at. */
  current: () => string | null
  /** Go to a row, where there is one of that key. */
  focus: (key: string, options?: FocusOptions) => void
}

export function useReturn({ root, current, focus }: Returning): void {
  useEffect(() => {
    // Whoever opens a page anew, or is somewhere on it already, is left there.
    if (document.activeElement === document.body) {
      const opened = openedFrom(root.current)
      const left = isWayBack() ? leftAt(here()) : undefined
      if (opened !== undefined) focus(opened)
      // The browser has scrolled back by itself.
      else if (left !== undefined) focus(left, { preventScroll: true })
    }
    const leave = () => {
      const key = current()
      if (key !== null) noteLeft(here(), key)
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [])
}

const here = () => location.pathname + location.search

const isWayBack = () =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'back_forward')

/** The row of the entry whose link “back to the answer” led here: of the entries that carry this very question. */
function openedFrom(root: HTMLElement | null): string | undefined {
  if (isWayBack() || !URL.canParse(document.referrer)) return undefined
  const { origin, pathname, search } = new URL(document.referrer)
  if (origin !== location.origin || search === '') return undefined
  const link = root?.querySelector(`.entry-name[href="${CSS.escape(pathname + search)}"]`)
  return link?.closest<HTMLElement>('tr[data-key]')?.dataset.key
}

const LEFT = 'rows.left'
/** How many answers are kept in mind: those that were left last. */
const MOST_LEFT = 30

type Left = readonly [address: string, key: string]

const areLeft = (stored: unknown): stored is Left[] => Array.isArray(stored) && stored.every((one) => areTexts(one) && one.length === 2)

const allLeft = () => readRemembered(LEFT, areLeft, [], 'tab')

const leftAt = (address: string) => allLeft().find(([known]) => known === address)?.[1]

function noteLeft(address: string, key: string): void {
  const others = allLeft().filter(([known]) => known !== address)
  remember(LEFT, [[address, key], ...others].slice(0, MOST_LEFT), 'tab')
}
