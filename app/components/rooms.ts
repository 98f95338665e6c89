/** The rooms that every page leads to, each with what stands in it beside what its own address begins. */
export const ROOMS = [
  { path: '/', name: 'Directory', holds: ['/organizations'] },
  { path: '/products', name: 'Products', holds: [] },
  { path: '/categories', name: 'Categories', holds: [] },
  { path: '/market', name: 'Market', holds: ['/top', '/rankings', '/compare', '/glossary'] },
  { path: '/report', name: 'Report', holds: ['/coverage'] },
] as const

export type Room = (typeof ROOMS)[number]

/** Whether a path is the room itself or one of the pages in it. */
export function currentIn(path: string, room: Room): 'page' | 'true' | undefined {
  if (path === room.path) return 'page'
  return [room.path, ...room.holds].some((held) => path === held || path.startsWith(`${held}/`)) ? 'true' : undefined
}
