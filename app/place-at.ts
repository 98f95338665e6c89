/** Which question a path answers. Apart from the places themselves, for the browser knows those and not every address there is. */
import { readAddress } from '@/db/records/addresses'
import { categoryPlace, ORGANIZATIONS, type Place, PRODUCTS } from './components/place'

/** The place at a path, whether its list exists or not; undefined where no question is answered. */
export function placeAt(path: string): Place | undefined {
  const entry = readAddress(path)
  return entry?.kind === 'category' ? categoryPlace(entry.id) : [ORGANIZATIONS, PRODUCTS].find((place) => place.path === path)
}
