/**
 * What Next cannot answer well by itself. Addresses that name no entry get the page that says so, with close names and with the status
 * 404: `notFound()` in a page has a 404 whose content only a script can show, while a rewrite can give a page of our own that status.
 * A page cannot set the status of a question that cannot be answered either: its mistakes come with a 400, as from the API.
 * And an address of the API with an escape that stands for no text, which Next takes for a fault of the server, gets the API's own 404.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { noSuchEntry } from '@/app/api/answering'
import { type Place, tryReadQuestion } from '@/app/components/place'
import { tryReadAround } from '@/app/market/around/asked'
import { NAMES_WITHOUT_WANTED, tryReadKnown } from '@/app/market/introductions/asked'
import { placeAt } from '@/app/place-at'
import { directory } from '@/db/directory'
import { tryReadCompare } from '@/db/market/compare-question'
import { type Address, exists, isText, readAddress } from '@/db/records/addresses'
import { aroundUrl, introductionsUrl } from '@/db/records/links'

/** Next repeats a rewritten address in a header of the answer, of which clients read 16 kB and no more. */
const LONGEST_SHOWN = 1_000

const COMPARE = '/compare'
const AROUND = aroundUrl('')
/** Of one company, and of none yet. */
const INTRODUCTIONS = introductionsUrl('')
const INTRODUCING = introductionsUrl(null)

export function proxy(request: NextRequest): Response {
  const { pathname, searchParams } = request.nextUrl
  if (pathname.startsWith('/api/')) return isText(pathname) ? NextResponse.next() : noSuchEntry('path', pathname, [])
  const place = placeAt(pathname)
  const address = readAddress(pathname)
  if (address === null ? place !== undefined || pathname === COMPARE || pathname === INTRODUCING : isHere(address)) {
    return isAnswerable(pathname, place, searchParams) ? NextResponse.next() : NextResponse.next({ status: 400 })
  }
  const missing = new URL('/missing', request.url)
  missing.searchParams.set('path', pathname.slice(0, LONGEST_SHOWN))
  return NextResponse.rewrite(missing, { status: 404 })
}

/** Whether the page of an address can be asked for. */
const isHere = (address: Address) => trueOnFailure(() => exists(directory(), address))

/** Whether the question of a page can be answered; a page that is asked nothing always can. */
const isAnswerable = (path: string, place: Place | undefined, asked: URLSearchParams) =>
  trueOnFailure(() => {
    if (place !== undefined) return tryReadQuestion(place, asked, directory().vocabulary()).question !== undefined
    if (path === COMPARE) return tryReadCompare(directory(), asked).question !== undefined
    if (path === INTRODUCING) return tryReadKnown(directory(), asked, NAMES_WITHOUT_WANTED).question !== undefined
    if (path.startsWith(AROUND)) return tryReadAround(directory().vocabulary(), asked).question !== undefined
    return !path.startsWith(INTRODUCTIONS) || tryReadKnown(directory(), asked).question !== undefined
  })

/** Where the directory cannot be read the page fails as well, and shows that it did. */
function trueOnFailure(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return true
  }
}

export const config = {
  matcher: [
    '/',
    '/products',
    '/compare',
    '/market',
    '/market/:picture(places|chain|revenue|years|history|introductions)',
    '/market/:picture(around|introductions)/:path+',
    '/organizations/:path+',
    '/products/:path+',
    '/categories/:path+',
    '/top/:path+',
    '/rankings/:path+',
    '/glossary/:path+',
    '/missing',
    '/api/:path(.*%.*)',
  ],
}
