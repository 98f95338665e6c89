import { directory } from '@/db/directory'
import { readTerm } from '@/db/market/glossary'
import { closestTerms } from '@/db/market/names'
import { answering, json, noSuchEntry } from '../../answering'

const CLOSEST = 5

/** `GET /api/glossary/KIND/ID`: one term with its companies. */
export const GET = answering(async (_request: Request, { params }: { params: Promise<{ term: string[] }> }) => {
  const id = (await params).term.join('/')
  const term = await readTerm(directory(), id)
  if (term !== null) return json(term)
  return noSuchEntry(
    'term',
    id,
    closestTerms(directory(), id, CLOSEST).map(({ slug }) => slug),
  )
})
