/** Where the companies of a question have their headquarters. */
import type { Directory } from '../directory'
import { chosenAndExcluded, type Question, UNKNOWN } from '../question'
import type { FacetValue } from '../search/engine'
import { directoryUrl, inForce, type Mark, markOf, narrowed } from './narrowing'

export interface PlaceMark extends Mark {
  /** As the filter `location` has it; of a country of which only regions were chosen the country alone. */
  value: string
  label: string
}

export interface Places {
  /** By count. */
  countries: PlaceMark[]
  /** The regions of the country that is drawn by itself. */
  regions: PlaceMark[]
  /** Companies of that country whose region is not known. */
  withoutRegion: number
  /** Companies whose headquarters are not known, where those are asked for. */
  unknown: Mark | null
}

/** The country whose regions are drawn. */
export const DRAWN_COUNTRY = 'US'

export async function readPlaces(directory: Directory, question: Question): Promise<Places> {
  const isShown = (value: string) => inForce(question, 'location', value)
  const { facets } = await directory.engine.search({ ...question, page: 1, size: 1 })
  const places = facets.location ?? []
  const countries = await Promise.all(
    places.filter(({ value }) => value !== UNKNOWN).map((country) => countryMark(directory, question, country)),
  )
  const home = places.find(({ value }) => value === DRAWN_COUNTRY)
  const regions = (home?.children ?? []).filter(({ value }) => isShown(value))
  const unknown = places.find(({ value }) => value === UNKNOWN && isShown(UNKNOWN))
  const whole = isShown(DRAWN_COUNTRY) ? (home?.count ?? 0) : 0
  return {
    countries: countries.filter((mark) => mark !== null).sort((a, b) => b.count - a.count),
    regions: regions.filter(({ count }) => count > 0).map((region) => placeMark(question, region)),
    withoutRegion: Math.max(0, whole - (home?.children ?? []).reduce((sum, { count }) => sum + count, 0)),
    unknown: unknown && unknown.count > 0 ? placeMark(question, unknown) : null,
  }
}

/** A country as far as it is in force: whole, some of its regions, all but some, or not at all. */
async function countryMark(directory: Directory, question: Question, country: FacetValue): Promise<PlaceMark | null> {
  const { chosen, excluded } = chosenAndExcluded(question.filters.location)
  const within = (values: readonly string[]) => values.filter((value) => value.startsWith(`${country.value}/`))
  const isWhole = inForce(question, 'location', country.value)
  if (isWhole && within(excluded).length === 0) return country.count === 0 ? null : placeMark(question, country)
  const location = isWhole ? [country.value] : within(chosen)
  if (location.length === 0 || excluded.includes(country.value)) return null
  const mark = await markOf(directory, narrowed(question, { location }))
  return mark.count === 0 ? null : { ...mark, value: country.value, label: country.label }
}

const placeMark = (question: Question, { value, label, count }: FacetValue): PlaceMark => ({
  value,
  label,
  count,
  url: directoryUrl(narrowed(question, { location: [value] })),
})
