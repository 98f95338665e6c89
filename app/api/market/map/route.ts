import { readMarketMap } from '@/db/market/map'
import { picturing } from '../picturing'

/** `GET /api/market/map` */
export const GET = picturing(readMarketMap)
