import type { Metadata } from 'next'
import { Mistakes } from '@/app/components/Mistakes'
import { ORGANIZATIONS, queryPairs, type SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { findCompanies } from '@/db/market/addable'
import { MOST_CHAIN } from '@/db/market/introductions'
import { readNamed } from '@/db/market/named'
import { introductionsUrl } from '@/db/records/links'
import { NAMES_WITHOUT_WANTED, tryReadKnown } from './asked'
import { FindCompany } from './find-company'
import { Known } from './known'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Introductions',
  description: 'Who, of the companies we know, can introduce us to another.',
}

/** Whom we know, and the question whom we want to reach; the answer is a page of its own. */
export default async function IntroductionsPage({ searchParams }: PageProps) {
  const asked = await searchParams
  const here = directory()
  const { question, mistakes } = tryReadKnown(here, queryPairs(asked), NAMES_WITHOUT_WANTED)
  if (!question) {
    const place = { ...ORGANIZATIONS, path: introductionsUrl(null) }
    return <Mistakes {...{ place, params: asked, mistakes }} wording={here.vocabulary()} />
  }
  const { known, add, to } = question
  const found = to === '' ? [] : await findCompanies(here, known, to)
  return (
    <div className="sheet">
      <header>
        <h1>Introductions</h1>
        <p className="sheet-lead">
          Who can introduce us to a company: chains from companies we know to the one we want to reach, in up to {MOST_CHAIN} steps of who
          sells for, distributes, integrates, supplies or owns whom, each with its source.
        </p>
      </header>
      <Known wanted={null} known={readNamed(here, known)} add={add} />
      <section aria-labelledby="wanted">
        <h2 id="wanted">Whom do we want to reach?</h2>
        <FindCompany
          action={introductionsUrl(null)}
          known={known}
          name="to"
          text={to}
          label="A company we want to reach"
          found={found.map((company) => ({ ...company, url: introductionsUrl(company.slug, known) }))}
          leads="Who can introduce us to"
        />
      </section>
    </div>
  )
}
