import type { Metadata } from 'next'
import type { SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { readMarketMap } from '@/db/market/map'
import { MarketMapFigure } from './market-map'
import { PicturePage } from './picture-page'
import { WaysIn } from './ways-in'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Market',
  description: 'Who sells what, by size: the market map, and everything that leads on from it.',
}

export default async function MarketPage({ searchParams }: PageProps) {
  return (
    <PicturePage
      path="/market"
      title="The market"
      lead="What is sold, by how large those are who sell it. Every square is a question to the directory."
      params={await searchParams}
      draw={async (question) => <MarketMapFigure map={await readMarketMap(directory(), question)} />}
    >
      <WaysIn />
    </PicturePage>
  )
}
