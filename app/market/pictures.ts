/** The pictures of the market, in the order in which their page offers them. */
import type { Place } from '../components/place'

export const PICTURES = [
  { path: '/market', name: 'Market map' },
  { path: '/market/places', name: 'Headquarters' },
  { path: '/market/chain', name: 'Value chain' },
  { path: '/market/revenue', name: 'Revenue ranks' },
  { path: '/market/years', name: 'Revenue by year' },
  { path: '/market/history', name: 'Mergers and names' },
] as const

export type Picture = (typeof PICTURES)[number]

/** A picture is of the companies that a question finds; the order and the page of the question make no difference to it. */
export const picturePlace = ({ path }: Pick<Picture, 'path'>): Place<'organizations'> => ({ path, collection: 'organizations' })
