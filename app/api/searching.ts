/** Both collections are searched by one handler. */
import { ask } from '@/db/answer'
import { directory } from '@/db/directory'
import { type Collection, parseQuestion } from '@/db/question'
import { answering, json } from './answering'

/** `GET /api/organizations`, `GET /api/products`. */
export const searching = (collection: Collection) =>
  answering(async (request: Request) => {
    const here = directory()
    const question = parseQuestion(collection, new URL(request.url).searchParams, here.vocabulary())
    return json(await ask(here, { ...question, collection }))
  })
