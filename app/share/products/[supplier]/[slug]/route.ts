import { answering, noSuchEntry } from '@/app/api/answering'
import { directory } from '@/db/directory'
import { readProduct } from '@/db/records/product'
import { picture } from '../../../picture'

export const GET = answering(async (_request: Request, { params }: { params: Promise<{ supplier: string; slug: string }> }) => {
  const { supplier, slug } = await params
  const record = readProduct(directory(), supplier, slug)
  if (record === null) return noSuchEntry('slug', `${supplier}/${slug}`, [])
  return picture({
    name: record.name,
    line: `by ${record.supplier.name}`,
    place: record.segment.label,
    tier: record.supplier.tier,
    tierDetail: record.supplier.name,
  })
})
