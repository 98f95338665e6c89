/**
 * What Next cannot answer well by itself. Addresses that name no entry get the page that says so, with close names and with the status
 * 404: `notFound()` in a page has a 404 whose content only a script can show, while a rewrite can give a page of our own that status.
 * A page cannot set the status of a question that cannot be answered either: its mistakes come with a 400, as from the API.
 * And an address of the API with an escape that stands for no text, which Next takes for a fault of the server, gets the API's own 404.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { noSuchEntry } from '@/app/api/answering'
import { type Place, tryReadQuestion } from '@/app/components/place'
import { placeAt } from '@/app/place-at'
import { directory } from '@/db/directory'
import { type Address, exists, isText, readAddress } from '@/db/records/addresses'

/** Next repeats a rewritten address in a header of the answer, of which clients read 16 kB and no more. */
const LONGEST_SHOWN = 1_000

export function proxy(request: NextRequest): Response {
  const { pathname, searchParams } = request.nextUrl
  if (pathname.startsWith('/api/')) return isText(pathname) ? NextResponse.next() : noSuchEntry('path', pathname, [])
  const place = placeAt(pathname)
  const address = readAddress(pathname)
  if (address === null ? place !== undefined : isHere(address)) {
    return place === undefined || isAnswerable(place, searchParams) ? NextResponse.next() : NextResponse.next({ status: 400 })
  }
  const missing = new URL('/missing', request.url)
  missing.searchParams.set('path', pathname.slice(0, LONGEST_SHOWN))
  return NextResponse.rewrite(missing, { status: 404 })
}

/** Whether the page of an address can be asked for. */
const isHere = (address: Address) => trueOnFailure(() => exists(directory(), address))

const isAnswerable = (place: Place, asked: URLSearchParams) =>
  trueOnFailure(() => tryReadQuestion(place, asked, directory().vocabulary()).question !== undefined)

/** Where the directory cannot be read the page fails as well, and shows that it did. */
function trueOnFailure(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return true
  }
}

export const config = {
  matcher: ['/', '/products', '/organizations/:path+', '/products/:path+', '/categories/:path+', '/missing', '/api/:path(.*%.*)'],
}
