import { answering, noSuchEntry } from '@/app/api/answering'
import { headquarters } from '@/app/components/format'
import { directory } from '@/db/directory'
import { readOrganization } from '@/db/records/organization'
import { picture } from '../../picture'

export const GET = answering(async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params
  const record = readOrganization(directory(), slug)
  if (record === null) return noSuchEntry('slug', slug, [])
  return picture({
    name: record.name,
    line: record.roles.map((role) => role.label).join(' · '),
    place: record.headquarters === null ? '' : headquarters(record.headquarters, directory().vocabulary()),
    tier: record.tier,
    tierDetail: record.tier.meaning,
  })
})
