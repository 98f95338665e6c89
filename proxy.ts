/**
 * Addresses that name no entry get the page that says so, with close names and with the status 404. Next answers `notFound()` in a page
 * with a 404 whose content only a script can show; a rewrite is its way to give a page of our own that status.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { directory } from '@/db/directory'
import { exists, readAddress } from '@/db/records/addresses'

export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const address = readAddress(pathname)
  if (address !== null && exists(directory(), address)) return NextResponse.next()
  const missing = new URL('/missing', request.url)
  missing.searchParams.set('path', pathname)
  return NextResponse.rewrite(missing, { status: 404 })
}

export const config = { matcher: ['/organizations/:path+', '/products/:path+', '/categories/:path+', '/missing'] }
