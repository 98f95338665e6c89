/** Which question a path answers. Apart from the places themselves, for the browser knows those and not every address there is. */
import { readAddress } from '@/db/records/addresses'
import { topListUrl } from '@/db/records/links'
import { categoryPlace, ORGANIZATIONS, type Place, PRODUCTS } from './components/place'
import { PICTURES, picturePlace } from './market/pictures'

/** The place at a path, whether its list exists or not; undefined where no question is answered. */
export function placeAt(path: string): Place | undefined {
  const entry = readAddress(path)
  if (entry?.kind === 'category') return categoryPlace(entry.id)
  if (entry?.kind === 'top-list') return { path: topListUrl(entry.id), collection: 'organizations' }
  return [ORGANIZATIONS, PRODUCTS, ...PICTURES.map(picturePlace)].find((place) => place.path === path)
}
