import { readChain } from '@/db/market/chain'
import { picturing } from '../picturing'

/** `GET /api/market/chain` */
export const GET = picturing(readChain)
