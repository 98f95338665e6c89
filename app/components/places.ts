/** The place at a path as the browser knows it: by its form, for only the server knows which lists there are. */
import { categoryPlace, ORGANIZATIONS, type Place, PRODUCTS } from './place'

const LIST = /^\/categories\/([\w-]+)$/

export function placeOfPath(path: string): Place | undefined {
  const list = LIST.exec(path)?.[1]
  return list === undefined ? [ORGANIZATIONS, PRODUCTS].find((place) => place.path === path) : categoryPlace(list)
}
