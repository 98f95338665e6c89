import { directory } from '@/db/directory'
import { compare } from '@/db/market/compare'
import { readCompare } from '@/db/market/compare-question'
import { answering, json } from '../answering'

/** `GET /api/compare?ids=`: products or companies side by side. */
export const GET = answering((request: Request) => {
  const { ids } = readCompare(directory(), new URL(request.url).searchParams)
  return json(compare(directory(), ids))
})
