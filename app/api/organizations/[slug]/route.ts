import { directory } from '@/db/directory'
import { keyOf } from '@/db/records/links'
import { closestOrganizations } from '@/db/records/names'
import { readOrganization } from '@/db/records/organization'
import { readSimilar } from '@/db/records/similar'
import { answering, json, noSuchEntry } from '../../answering'

const CLOSEST = 5

export const GET = answering(async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params
  const here = directory()
  const record = readOrganization(here, slug)
  if (record !== null) return json({ ...record, similar: readSimilar(here, slug) })
  const closest = await closestOrganizations(here, slug, CLOSEST)
  return noSuchEntry('slug', slug, closest.map(keyOf))
})
