import { directory } from '@/db/directory'
import { readFilledLists } from '@/db/market/filled'
import { answering, json } from '../answering'

/** `GET /api/top`: every top list with how far it is filled. */
export const GET = answering(async () => json(await readFilledLists(directory())))
