import type { Metadata } from 'next'
import { Asked, askedMetadata } from '../components/Asked'
import { PRODUCTS, type SearchParams } from '../components/place'

const NAME = 'Products'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return askedMetadata(PRODUCTS, await searchParams, NAME)
}

export default async function ProductsPage({ searchParams }: PageProps) {
  return <Asked place={PRODUCTS} params={await searchParams} name={NAME} />
}
