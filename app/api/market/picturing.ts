/** Every picture of the market is given by one handler. */
import { type Directory, directory } from '@/db/directory'
import { parseQuestion, type Question } from '@/db/question'
import { answering, json } from '../answering'

/** A picture of the companies that a question finds, as the figures it is drawn from; the order and the page of the question make no difference. */
export const picturing = (read: (directory: Directory, question: Question) => Promise<object>) =>
  answering(async (request: Request) => {
    const here = directory()
    return json(await read(here, parseQuestion('organizations', new URL(request.url).searchParams, here.vocabulary())))
  })
