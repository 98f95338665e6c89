'use client'
/**
 * The address as the one place where the question stands. What is typed stands here as soon as it is answered, and in the browser's own bar a
 * moment later: moving that takes the browser and Next's router longer than many an answer takes the server.
 */
import { useSearchParams } from 'next/navigation'
import { type MouseEvent, useMemo, useSyncExternalStore } from 'react'
import { ANSWER_ID } from './ids'
import { address, askedInBrowser, excluding, isFilter, type Place, toggled } from './place'

type Step = 'pushState' | 'replaceState'

/** The bar follows when typing pauses for so long: a quick typist's keys are closer together. */
const FOLLOWS_AFTER_MS = 200

/** What is asked, as the pairs of an address; null until something changed it. Next writes to `location` late, and may write back what was before. */
let asked: string | null = null
/** What the bar does not show yet. */
let late: { to: string; step: Step; timer: ReturnType<typeof setTimeout> } | null = null
const listeners = new Set<() => void>()

/** A new question, to which Back leads back. */
export const pushAddress = (to: string) => goTo(to, 'pushState')

/** The same question said otherwise. */
export const replaceAddress = (to: string) => goTo(to, 'replaceState')

/** A question on the way to being typed. @param step Whether Back leads to the one before it; one that the bar has not followed to yet is passed over. */
export function typeAddress(to: string, step: Step): void {
  if (late) clearTimeout(late.timer)
  late = { to, step: late?.step ?? step, timer: setTimeout(settleAddress, FOLLOWS_AFTER_MS) }
  ask(to)
}

/** Let the bar wait: typing goes on. */
export function holdAddress(): void {
  if (late === null) return
  clearTimeout(late.timer)
  late.timer = setTimeout(settleAddress, FOLLOWS_AFTER_MS)
}

/** Let the bar follow to what was typed, now. */
export function settleAddress(): void {
  if (late === null) return
  const { to, step, timer } = late
  clearTimeout(timer)
  late = null
  window.history[step](null, '', to)
}

/** The pairs of what is asked now. */
export const askedPairs = () => new URLSearchParams(asked ?? location.search)

/** The pairs of what is asked, the same object while they are the same. */
export function useAsked(): URLSearchParams {
  const sent = useSearchParams()
  const pairs = useSyncExternalStore(
    listen,
    () => askedPairs().toString(),
    () => sent.toString(),
  )
  return useMemo(() => new URLSearchParams(pairs), [pairs])
}

function goTo(to: string, step: Step): void {
  settleAddress()
  window.history[step](null, '', to)
  ask(to)
}

function ask(to: string): void {
  asked = new URL(to, location.href).search
  tell()
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', followBack)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', followBack)
  }
}

/** Back leads away from what was typed, whether the bar has followed to it or not. */
function followBack(): void {
  if (late) clearTimeout(late.timer)
  late = null
  asked = location.search
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** Another page of the same answer, read from its top, by eye and by what a screen reader says next. */
export function turnPage(to: string): void {
  pushAddress(to)
  document.getElementById(ANSWER_ID)?.focus({ preventScroll: true })
  window.scrollTo({ top: 0 })
}

/**
 * Let the links of a page that lead to another question of the same place change the address alone; with the alt key the value of a facet is
 * left out instead. Whatever is meant for a new tab or a download, and every other link, goes its own way.
 */
export const askByLink = (place: Place) => (event: MouseEvent) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const url = new URL(link.href)
  if (url.origin !== location.origin || url.pathname !== place.path || url.hash !== '' || link.hasAttribute('download')) return
  const byFacet = facetAddress(place, link, event.altKey ? excluding : toggled)
  if (event.altKey && byFacet === null) return
  event.preventDefault()
  const page = (params: URLSearchParams) => params.get('page') ?? '1'
  const before = page(askedPairs())
  const next = byFacet ?? url.pathname + url.search
  if (link.rel === 'next' || link.rel === 'prev' || page(url.searchParams) !== before) turnPage(next)
  else pushAddress(next)
}

/** What is asked now with another choice of the value that a link of the facets stands for: the link itself may be a key behind. Null for other links. */
function facetAddress(place: Place, link: HTMLAnchorElement, choose: typeof toggled): string | null {
  const filter = link.closest<HTMLElement>('[data-filter]')?.dataset.filter
  const { value } = link.dataset
  if (filter === undefined || value === undefined || !isFilter(place.collection, filter)) return null
  return address(place, choose(askedInBrowser(place, askedPairs()), filter, value))
}
