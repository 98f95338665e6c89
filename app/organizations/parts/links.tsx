/** The two ways in which an entry refers to something else. */
import type { ReactNode } from 'react'

interface LinkProps {
  href: string
  children: ReactNode
}

/** The name of an entry of the directory. */
export function NameLink({ href, children }: LinkProps) {
  return (
    <a href={href} className="font-semibold font-serif text-ink text-name hover:text-accent hover:underline">
      {children}
    </a>
  )
}

/** Words among words: a faint line tells that they lead somewhere. */
export function QuietLink({ href, children }: LinkProps) {
  const outside = /^https?:/.test(href)
  return (
    <a
      href={href}
      rel={outside ? 'noreferrer' : undefined}
      className="wrap-anywhere underline decoration-rule-strong underline-offset-2 hover:text-accent hover:decoration-current"
    >
      {children}
    </a>
  )
}
