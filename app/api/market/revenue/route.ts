import { MOST_RANKED } from '@/db/market/limits'
import { rankByRevenue } from '@/db/market/ranked'
import { picturing } from '../picturing'

/** `GET /api/market/revenue` */
export const GET = picturing((directory, question) => rankByRevenue(directory, question, MOST_RANKED))
