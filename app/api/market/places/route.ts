import { readPlaces } from '@/db/market/places'
import { picturing } from '../picturing'

/** `GET /api/market/places` */
export const GET = picturing(readPlaces)
