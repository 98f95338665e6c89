/** What a record lacks, said as such. */
import { sentence } from './format'

/** How the names of facts read on screen; other gaps are words already. */
const NAMES: Readonly<Record<string, string>> = {
  hal: 'High Availability Level',
  os: 'operating systems',
  parent: 'parent company',
  introduced: 'year of introduction',
  ticker: 'ticker symbol',
  financials: 'financial figures',
}

/** @param gaps What was looked for and not found. @param absent Facts that nothing is said of. */
export function WhatIsNotKnown({ gaps, absent }: { gaps: readonly string[]; absent: readonly string[] }) {
  return (
    <>
      {gaps.length > 0 && <p className="text-ink-2 text-s">{sentence(list(gaps))}.</p>}
      {absent.length > 0 && <p className="text-ink-2 text-s">Stated by no source here: {list(absent)}.</p>}
    </>
  )
}

const list = (names: readonly string[]) => names.map((name) => NAMES[name] ?? name).join('; ')
