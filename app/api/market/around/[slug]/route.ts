import { readAsked } from '@/app/market/around/asked'
import { directory } from '@/db/directory'
import { readAround } from '@/db/market/around'
import { keyOf } from '@/db/records/links'
import { closestOrganizations } from '@/db/records/names'
import { answering, json, noSuchEntry } from '../../../answering'

const CLOSEST = 5

/** `GET /api/market/around/SLUG`: whom a company is related to. */
export const GET = answering(async (request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params
  const here = directory()
  const { steps, types } = readAsked(here.vocabulary(), new URL(request.url).searchParams)
  const around = readAround(here, slug, steps, types)
  return around === null ? noSuchEntry('slug', slug, (await closestOrganizations(here, slug, CLOSEST)).map(keyOf)) : json(around)
})
