/** A page for an address that leads nowhere: what is not here, and where to look for it. */
import type { ReactNode } from 'react'

interface NotHereProps {
  title: string
  children?: ReactNode
}

export function NotHere({ title, children }: NotHereProps) {
  return (
    <div className="mx-auto w-full max-w-[44rem] px-4 pt-12 pb-16">
      <p className="text-ink-3 text-s tabular-nums">404</p>
      <h1 className="mt-1 font-semibold font-serif text-title leading-tight">{title}</h1>
      {children}
      <p className="mt-6 text-ink-2">
        Search above, or begin at <Rooms />.
      </p>
    </div>
  )
}

const ROOMS = [
  ['/', 'the directory'],
  ['/products', 'the products'],
  ['/categories', 'the report’s lists'],
  ['/report', 'the report’s table of contents'],
] as const

function Rooms() {
  return ROOMS.map(([url, name], index) => (
    <span key={url}>
      {index === 0 ? '' : index === ROOMS.length - 1 ? ' or ' : ', '}
      <a href={url} className="text-link">
        {name}
      </a>
    </span>
  ))
}
