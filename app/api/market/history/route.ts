import { readHistory } from '@/db/market/history'
import { picturing } from '../picturing'

/** `GET /api/market/history` */
export const GET = picturing(readHistory)
