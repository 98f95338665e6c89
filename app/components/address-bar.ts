'use client'
/** The address of the page as the one place where the question stands; Next tells its hooks of each change. */
import type { MouseEvent } from 'react'
import { ANSWER_ID } from './ids'
import type { Place } from './place'

/** A new question, to which Back leads back. */
export const pushAddress = (address: string) => window.history.pushState(null, '', address)

/** The same question said otherwise, or one on the way to being typed. */
export const replaceAddress = (address: string) => window.history.replaceState(null, '', address)

/** Another page of the same answer, read from its top, by eye and by what a screen reader says next. */
export function turnPage(address: string): void {
  pushAddress(address)
  document.getElementById(ANSWER_ID)?.focus({ preventScroll: true })
  window.scrollTo({ top: 0 })
}

/**
 * Let the links of a page that lead to another question of the same place change the address alone. A link can carry a second question for
 * the alt key (`data-alt`). Whatever is meant for a new tab or a download, and every other link, goes its own way.
 */
export const askByLink = (place: Place) => (event: MouseEvent) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const url = new URL(link.href)
  if (url.origin !== location.origin || url.pathname !== place.path || url.hash !== '' || link.hasAttribute('download')) return
  const instead = link.dataset.alt
  if (event.altKey && instead === undefined) return
  event.preventDefault()
  const address = event.altKey && instead !== undefined ? instead : url.pathname + url.search
  const page = (params: URLSearchParams) => params.get('page') ?? '1'
  if (link.rel === 'next' || link.rel === 'prev' || page(url.searchParams) !== page(new URLSearchParams(location.search))) turnPage(address)
  else pushAddress(address)
}
