'use client'
/** The head of every page; the room one is in and the filters that a new text keeps are read from the address. Served whole without JavaScript. */
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { runCommand } from './commands'
import { TOOLS_ID } from './ids'
import { currentIn, ROOMS } from './rooms'
import { SearchBox } from './SearchBox'
import { ThemeSwitch } from './ThemeSwitch'
import type { Theme } from './theme'

interface SiteHeaderProps {
  theme: Theme
  /** How the palette's key is written. */
  paletteKey: string
}

export function SiteHeader({ theme, paletteKey }: SiteHeaderProps) {
  const path = usePathname()
  return (
    <header className="site-head">
      <a href="/" className="site-name">
        Tierbook
      </a>
      <nav aria-label="Main" className="site-rooms">
        {ROOMS.map((room) => (
          <a key={room.path} href={room.path} aria-current={currentIn(path, room)}>
            {room.name}
          </a>
        ))}
      </nav>
      <SearchBox path={path} />
      <button type="button" className="site-menu needs-script" popoverTarget={TOOLS_ID} aria-label="Menu">
        <span aria-hidden="true" />
      </button>
      <div id={TOOLS_ID} popover="auto" className="site-tools">
        <Tool id="palette">
          Commands <span className="key">{paletteKey}</span>
        </Tool>
        <ThemeSwitch initial={theme} />
        <Tool id="keys">
          <span className="min-[72rem]:sr-only">All keys</span> <span aria-hidden="true">?</span>
        </Tool>
      </div>
    </header>
  )
}

interface ToolProps {
  /** Of the command that it does. */
  id: string
  children: ReactNode
}

/** Where the tools stand in a menu it is closed first: a dialog stands below what the browser opens by itself. */
const Tool = ({ id, children }: ToolProps) => (
  <button
    type="button"
    className="site-tool needs-script"
    popoverTarget={TOOLS_ID}
    popoverTargetAction="hide"
    onClick={() => runCommand(id)}
  >
    {children}
  </button>
)
