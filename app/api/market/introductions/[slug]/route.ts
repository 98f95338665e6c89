import { readKnown } from '@/app/market/introductions/asked'
import { directory } from '@/db/directory'
import { readIntroductions } from '@/db/market/introductions'
import { keyOf } from '@/db/records/links'
import { closestOrganizations } from '@/db/records/names'
import { answering, json, noSuchEntry } from '../../../answering'

const CLOSEST = 5

/** `GET /api/market/introductions/SLUG?from=`: chains from companies we know to another. */
export const GET = answering(async (request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params
  const here = directory()
  const { known } = readKnown(here, new URL(request.url).searchParams)
  const chains = readIntroductions(here, slug, known)
  return chains === null ? noSuchEntry('slug', slug, (await closestOrganizations(here, slug, CLOSEST)).map(keyOf)) : json({ chains })
})
