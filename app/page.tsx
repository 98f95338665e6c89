import type { Metadata } from 'next'
import { Asked, askedMetadata } from './components/Asked'
import { FirstVisit } from './components/FirstVisit'
import { ORGANIZATIONS, type SearchParams } from './components/place'

const NAME = 'Directory'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return askedMetadata(ORGANIZATIONS, await searchParams, NAME)
}

export default async function DirectoryPage({ searchParams }: PageProps) {
  return <Asked place={ORGANIZATIONS} params={await searchParams} name={NAME} first={<FirstVisit />} />
}
