/**
 * What Next cannot answer well by itself. Addresses that name no entry get the page that says so, with close names and with the status
 * 404: `notFound()` in a page has a 404 whose content only a script can show, while a rewrite can give a page of our own that status.
 * And an address of the API with an escape that stands for no text, which Next takes for a fault of the server, gets the API's own 404.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { noSuchEntry } from '@/app/api/answering'
import { directory } from '@/db/directory'
import { type Address, exists, isText, readAddress } from '@/db/records/addresses'

export function proxy(request: NextRequest): Response {
  const { pathname } = request.nextUrl
  if (pathname.startsWith('/api/')) return isText(pathname) ? NextResponse.next() : noSuchEntry('path', pathname, [])
  const address = readAddress(pathname)
  if (address !== null && isHere(address)) return NextResponse.next()
  const missing = new URL('/missing', request.url)
  missing.searchParams.set('path', pathname)
  return NextResponse.rewrite(missing, { status: 404 })
}

/** Whether the page of an address can be asked for; where the directory cannot be read the page fails as well, and shows that it did. */
function isHere(address: Address): boolean {
  try {
    return exists(directory(), address)
  } catch {
    return true
  }
}

export const config = { matcher: ['/organizations/:path+', '/products/:path+', '/categories/:path+', '/missing', '/api/:path(.*%.*)'] }
