import { directory } from '@/db/directory'
import { closestRankings } from '@/db/market/names'
import { readRanking } from '@/db/market/rankings'
import { rankingCsv } from '@/db/market/sheets'
import { answering, json, noSuchEntry } from '../../answering'
import { csvFile, readEnding } from '../../sheets'

const CLOSEST = 5

/** `GET /api/rankings/SLUG`, and `.csv` after it: one published ranking with its places. */
export const GET = answering(async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const here = directory()
  const { id, asCsv } = readEnding((await params).slug)
  const ranking = readRanking(here, id)
  if (ranking === null) {
    return noSuchEntry(
      'slug',
      id,
      closestRankings(here, id, CLOSEST).map(({ slug }) => slug),
    )
  }
  return asCsv ? csvFile(id, rankingCsv(ranking.entries), ranking.entries.length) : json(ranking)
})
