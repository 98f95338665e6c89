import { directory } from '@/db/directory'
import { parseQuestion } from '@/db/question'
import { suggest } from '@/db/suggest'
import { answering, json } from '../answering'

export const GET = answering(async (request: Request) => {
  const here = directory()
  const { q } = parseQuestion('organizations', new URL(request.url).searchParams, here.vocabulary(), 'suggest')
  return json(await suggest(here, q))
})
