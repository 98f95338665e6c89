'use client'
/** The strip of the trail, whose links follow the keys that their `aria-keyshortcuts` name; the hints show once the keys do. */
import { type ReactNode, useEffect, useRef, useState } from 'react'

const ELSEWHERE = 'input, textarea, select, [contenteditable], dialog, [role="dialog"], [popover]'

export function TrailKeys({ children }: { children: ReactNode }) {
  const strip = useRef<HTMLElement>(null)
  const [listening, setListening] = useState(false)
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return
      const links = [...(strip.current?.querySelectorAll<HTMLAnchorElement>('a[aria-keyshortcuts]') ?? [])]
      const link = links.find((candidate) => candidate.getAttribute('aria-keyshortcuts')?.split(' ').includes(event.key))
      if (link === undefined) return
      event.preventDefault()
      link.click()
    }
    document.addEventListener('keydown', follow)
    setListening(true)
    return () => document.removeEventListener('keydown', follow)
  }, [])
  return (
    <nav ref={strip} aria-label="The answer this comes from" className="trail" data-listening={listening || undefined}>
      {children}
    </nav>
  )
}
