/** Why a company is like another one, and a product competes with another one, in words. */
import type { Rival } from '@/db/records/rivals'
import type { Reasons } from '@/db/records/similar'
import { sentence } from './format'

/** How many things of one kind are named; the rest are there to be seen on the page itself. */
const NAMED = 2

/** "Clustering and failover software on Linux; both compete with Legato; also tier 2 and in California". */
export function similarWords({ competes, competitors, segments, categories, os, tier, region }: Reasons): string {
  const business = segments.length > 0 ? segments : categories
  const what = listed(business.slice(0, NAMED).map(({ label }) => lowered(label)))
  const where = os.length > 0 ? ` on ${listed(os.slice(0, NAMED).map(({ label }) => label))}` : ''
  const also = [tier === null ? null : lowered(tier.label), region === null ? null : `in ${region}`].filter((word) => word !== null)
  const parts = [
    what === '' ? '' : what + where,
    competes ? 'they compete' : '',
    competitors.length > 0 ? `both compete with ${listed(competitors.slice(0, NAMED).map(({ name }) => name))}` : '',
    also.length > 0 ? `also ${listed(also)}` : '',
  ]
  return sentence(parts.filter(Boolean).join('; '))
}

/** "VERITAS and Legato compete; also on Solaris and Linux; also HAL 3". Empty where only the segment is the same. */
export function rivalWords({ because, supplier, hal }: Rival, ownSupplier: string): string {
  const parts = [
    because.competes ? `${ownSupplier} and ${supplier.name} compete` : '',
    because.os.length > 0 ? `also on ${listed(because.os.slice(0, NAMED).map(({ label }) => label))}` : '',
    because.hal && hal !== null ? `also ${hal.label}` : '',
  ]
  return sentence(parts.filter(Boolean).join('; '))
}

/** A label inside of a sentence: "SAN software" stays, "Operating systems" does not. */
const lowered = (label: string) => (/^.[^A-Z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label)

const listed = (words: readonly string[]) => words.join(' and ')
