import { directory } from '@/db/directory'
import { readRankings } from '@/db/market/rankings'
import { answering, json } from '../answering'

/** `GET /api/rankings`: every published ranking. */
export const GET = answering(() => json({ rankings: readRankings(directory()) }))
