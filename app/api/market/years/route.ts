import { readYears } from '@/db/market/years'
import { picturing } from '../picturing'

/** `GET /api/market/years` */
export const GET = picturing(readYears)
