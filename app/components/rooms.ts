/** The pages that every page leads to. */
export const ROOMS = [
  { path: '/', name: 'Directory' },
  { path: '/products', name: 'Products' },
  { path: '/categories', name: 'Categories' },
  { path: '/market', name: 'Market' },
  { path: '/report', name: 'Report' },
] as const
