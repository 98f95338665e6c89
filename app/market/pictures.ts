/** The pictures of the market, in the order in which their page offers them. */
export const PICTURES = [
  { path: '/market', name: 'Market map' },
  { path: '/market/places', name: 'Headquarters' },
  { path: '/market/chain', name: 'Value chain' },
  { path: '/market/revenue', name: 'Revenue ranks' },
  { path: '/market/years', name: 'Revenue by year' },
  { path: '/market/history', name: 'Mergers and names' },
] as const

export type Picture = (typeof PICTURES)[number]
