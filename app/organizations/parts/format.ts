/** How the facts of one record are written out; app/components/format.ts has what lists write too. */
import type { Feature } from '@/db/records/products-of'

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** The value of a feature with its unit: "4 nodes", "2 to 16 drives", "yes". */
export function featureValue({ value, unit }: Pick<Feature, 'value' | 'unit'>): string {
  const measured = (text: string) => (unit === null ? text : `${text} ${unit}`)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return measured(plain.format(value))
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(', ')
  const { min, max } = value
  if (min === undefined) return measured(`up to ${plain.format(max ?? 0)}`)
  if (max === undefined) return measured(`from ${plain.format(min)}`)
  return measured(min === max ? plain.format(min) : `${plain.format(min)} to ${plain.format(max)}`)
}

/** The first letter as a capital, the rest as it is. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What to print for an address: the host without "www.", and the path where there is one. */
export const shortAddress = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
