import { directory } from '@/db/directory'
import { narrow } from '@/db/market/filled'
import { MOST_PLACES } from '@/db/market/limits'
import { closestLists } from '@/db/market/names'
import { rankByRevenue } from '@/db/market/ranked'
import { topListCsv } from '@/db/market/sheets'
import { findTopList } from '@/db/market/top-lists'
import { answering, json, noSuchEntry } from '../../answering'
import { csvFile, readEnding } from '../../sheets'

const CLOSEST = 5

/** `GET /api/top/LIST`, and `.csv` after it: one top list, narrowed by the filters of organizations. */
export const GET = answering(async (request: Request, { params }: { params: Promise<{ list: string[] }> }) => {
  const here = directory()
  const { id, asCsv } = readEnding((await params).list.join('/'))
  const list = findTopList(here.vocabulary(), id)
  if (list === undefined) {
    return noSuchEntry(
      'list',
      id,
      closestLists(here, id, CLOSEST).map(({ slug }) => slug),
    )
  }
  const question = narrow(here, list, new URL(request.url).searchParams)
  const ranked = await rankByRevenue(here, question, Math.min(list.places ?? MOST_PLACES, MOST_PLACES))
  if (asCsv) return csvFile(id.replaceAll('/', '-'), topListCsv(ranked.companies), ranked.companies.length)
  return json({ ...list, filled: ranked.companies.length, ...ranked })
})
