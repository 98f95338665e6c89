import { expect, it } from 'vitest'
import type { Term } from '@/db/question'
import type { Rival } from '@/db/records/rivals'
import type { Reasons } from '@/db/records/similar'
import { rivalWords, similarWords } from './similar-words'

const terms = (...labels: string[]): Term[] => labels.map((label) => ({ value: label, label }))
const link = (name: string) => ({ slug: name, name, url: `/organizations/${name}` })
const NOTHING: Reasons = {
  competes: false,
  competitors: [],
  segments: [],
  categories: [],
  os: [],
  roles: [],
  tier: null,
  region: null,
}

it.each<[Partial<Reasons>, string]>([
  [{ segments: terms('Clustering and failover software'), os: terms('Linux') }, 'Clustering and failover software on Linux'],
  [
    { segments: terms('Tape and RAIT', 'SAN software', 'Databases'), tier: { value: '2', label: 'Tier 2' }, region: 'Ohio' },
    'Tape and RAIT and SAN software; also tier 2 and in Ohio',
  ],
  [{ segments: terms('LAN/WAN equipment', 'Operating systems') }, 'LAN/WAN equipment and operating systems'],
  [{ categories: terms('Rural carriers'), region: 'Iowa' }, 'Rural carriers; also in Iowa'],
  [{ competes: true }, 'They compete'],
  [{ segments: terms('Databases'), competitors: [link('Oracle')] }, 'Databases; both compete with Oracle'],
])('%j reads well', (reasons, words) => {
  expect(similarWords({ ...NOTHING, ...reasons })).toBe(words)
})

it('says why a product competes', () => {
  const rival: Rival = {
    ...link('Octopus'),
    supplier: link('Qualix'),
    tier: null,
    tierEstimated: false,
    os: [],
    hal: { value: '3', label: 'HAL 3' },
    because: { competes: true, os: terms('Solaris', 'Linux', 'AIX'), hal: true },
  }
  expect(rivalWords(rival, 'VERITAS')).toBe('VERITAS and Qualix compete; also on Solaris and Linux; also HAL 3')
  expect(rivalWords({ ...rival, because: { competes: false, os: [], hal: false } }, 'VERITAS')).toBe('')
})
