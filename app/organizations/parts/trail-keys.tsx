'use client'
/** Follows a link of the trail when one of the keys that its `aria-keyshortcuts` names is pressed outside of fields and dialogs. */
import { useEffect } from 'react'

const ELSEWHERE = 'input, textarea, select, [contenteditable], dialog, [role="dialog"], [popover]'

export function TrailKeys() {
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return
      const link = [...document.querySelectorAll<HTMLAnchorElement>('.trail a[aria-keyshortcuts]')].find((candidate) =>
        candidate.getAttribute('aria-keyshortcuts')?.split(' ').includes(event.key),
      )
      if (link === undefined) return
      event.preventDefault()
      link.click()
    }
    document.addEventListener('keydown', follow)
    return () => document.removeEventListener('keydown', follow)
  }, [])
  return null
}
