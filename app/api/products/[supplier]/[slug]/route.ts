import { directory } from '@/db/directory'
import { keyOf } from '@/db/records/links'
import { closestProducts } from '@/db/records/names'
import { readProduct } from '@/db/records/product'
import { readRivals } from '@/db/records/rivals'
import { answering, json, noSuchEntry } from '../../../answering'

const CLOSEST = 5

export const GET = answering(async (_request: Request, { params }: { params: Promise<{ supplier: string; slug: string }> }) => {
  const { supplier, slug } = await params
  const here = directory()
  const record = readProduct(here, supplier, slug)
  if (record !== null) return json({ ...record, rivals: readRivals(here, supplier, slug) })
  const closest = await closestProducts(here, supplier, slug, CLOSEST)
  return noSuchEntry('slug', `${supplier}/${slug}`, closest.map(keyOf))
})
