/** A question's filters as Meilisearch reads them. */
import { chosenAndExcluded, type FilterName, type Question } from '../../question'

/**
 * A value of a filter as documents carry it: everything but small letters, digits, `/` and `-` as percent-encoded bytes. The server takes
 * values that differ in case or accents for one, and its filter language has no way to write a backslash before a quote; so no value
 * that could be misread reaches it.
 */
export const encodeValue = (value: string) =>
  value.replace(UNSAFE, (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
const UNSAFE = /[^a-z0-9/-]/gu

/** The value that was encoded. */
export const decodeValue = (value: string) => decodeURIComponent(value)

/** The one way a value gets into a filter. */
const quoted = (value: string) => `"${encodeValue(value)}"`

/** Entries that have any of the values. */
export const anyOf = (filter: FilterName, values: readonly string[]) => `${filter} IN [${values.map(quoted).join(', ')}]`

/** The conditions that all have to hold. @param without A filter to leave out, for its own counts. */
export function printFilters(filters: Question['filters'], without?: FilterName): string[] {
  const conditions: string[] = []
  for (const [name, values] of Object.entries(filters) as [FilterName, readonly string[]][]) {
    if (name === without) continue
    const { chosen, excluded } = chosenAndExcluded(values)
    if (chosen.length > 0) conditions.push(anyOf(name, chosen))
    if (excluded.length > 0) conditions.push(`NOT (${anyOf(name, excluded)})`)
  }
  return conditions
}
