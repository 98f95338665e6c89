/** A page for an address that leads nowhere: what is not here, and where to look for it. */
import type { ReactNode } from 'react'
import { ROOMS } from '@/app/components/rooms'
import { MAX_TEXT } from '@/db/question'

interface NotHereProps {
  title: string
  /** What the search box starts with. */
  text?: string
  children?: ReactNode
}

export function NotHere({ title, text = '', children }: NotHereProps) {
  return (
    <div className="mx-auto w-full max-w-[44rem] px-4 pt-12 pb-16">
      <p className="text-ink-3 tabular-nums">404</p>
      <h1 className="wrap-anywhere mt-1 font-semibold font-serif text-title leading-tight">{title}</h1>
      {children}
      <form action="/" className="mt-6">
        <label htmlFor="look-for" className="mb-1 block font-semibold text-ink-2 text-s">
          Look for it in the directory
        </label>
        <div className="flex gap-2">
          <input
            id="look-for"
            type="search"
            name="q"
            defaultValue={text}
            maxLength={MAX_TEXT}
            className="h-9 min-w-0 flex-1 rounded-[var(--radius)] border border-edge bg-raised px-2.5 text-base"
          />
          <button type="submit" className="button-main">
            Search
          </button>
        </div>
      </form>
      <p className="mt-6 text-ink-2">
        Or begin at <Rooms />.
      </p>
    </div>
  )
}

function Rooms() {
  return ROOMS.map(({ path, name }, index) => (
    <span key={path}>
      {index === 0 ? '' : index === ROOMS.length - 1 ? ' or ' : ', '}
      <a href={path} className="text-link">
        {name}
      </a>
    </span>
  ))
}
