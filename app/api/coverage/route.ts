import { directory } from '@/db/directory'
import { readCoverage } from '@/db/market/coverage'
import { answering, json } from '../answering'

/** `GET /api/coverage`: how much of the report the directory holds. */
export const GET = answering(async () => json(await readCoverage(directory())))
