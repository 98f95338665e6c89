'use client'
/**
 * The head of every page: the name, the rooms, the search box. It is the one component of the browser's side, because a layout is not told
 * which page it frames: the room one is in and the filters that a new text keeps are read from the address. Served whole without JavaScript.
 */
import { usePathname } from 'next/navigation'
import { SearchBox } from './SearchBox'

const ROOMS = [
  { path: '/', name: 'Directory' },
  { path: '/products', name: 'Products' },
  { path: '/categories', name: 'Categories' },
  { path: '/report', name: 'Report' },
]

export function SiteHeader() {
  const path = usePathname()
  return (
    <header className="site-head">
      <a href="/" className="site-name">
        Tierbook
      </a>
      <nav aria-label="Main" className="site-rooms">
        {ROOMS.map((room) => (
          <a key={room.path} href={room.path} aria-current={currentIn(path, room.path)}>
            {room.name}
          </a>
        ))}
      </nav>
      <SearchBox path={path} />
    </header>
  )
}

function currentIn(path: string, room: string): 'page' | 'true' | undefined {
  if (path === room) return 'page'
  return room !== '/' && path.startsWith(`${room}/`) ? 'true' : undefined
}
