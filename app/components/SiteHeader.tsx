'use client'
/** The head of every page; the room one is in and the filters that a new text keeps are read from the address. Served whole without JavaScript. */
import { usePathname } from 'next/navigation'
import { runCommand } from './commands'
import { currentIn, ROOMS } from './rooms'
import { SearchBox } from './SearchBox'
import { ThemeSwitch } from './ThemeSwitch'
import type { Theme } from './theme'

export function SiteHeader({ theme }: { theme: Theme }) {
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
      <div className="site-tools">
        <button type="button" className="site-tool needs-script" onClick={() => runCommand('palette')}>
          Commands <span className="key">⌘K</span>
        </button>
        <ThemeSwitch initial={theme} />
        <button type="button" className="site-tool needs-script" aria-label="All keys" onClick={() => runCommand('keys')}>
          ?
        </button>
      </div>
    </header>
  )
}
