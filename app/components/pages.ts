/** The pages that stand by themselves: what each is called, and what else one may call it who looks for it. */
import { PICTURES, type Picture } from '../market/pictures'
import { ROOMS, type Room } from './rooms'

export interface Page {
  path: string
  name: string
  /** Other words for it, or for what stands there. */
  also: string
}

/** Beside the rooms and the pictures; the foot of every page leads to them. */
export const FURTHER_PAGES = [
  { path: '/top', name: 'Top lists' },
  { path: '/rankings', name: 'Published rankings' },
  { path: '/compare', name: 'Compare' },
  { path: '/market/introductions', name: 'Introductions' },
  { path: '/glossary', name: 'Glossary' },
  { path: '/coverage', name: 'Coverage' },
] as const

const ALSO: { readonly [path in Room['path'] | Picture['path'] | (typeof FURTHER_PAGES)[number]['path']]: string } = {
  '/': 'companies organizations home',
  '/products': 'systems',
  '/categories': 'lists of the report',
  '/market': 'market map, pictures, charts',
  '/market/places': 'places, map, locations, cities, states, countries',
  '/market/chain': 'channel, who sells for whom',
  '/market/revenue': 'largest companies, turnover, charts',
  '/market/years': 'growth, turnover, charts',
  '/market/history': 'history, acquisitions, takeovers, renamed companies, former names, events',
  '/report': 'table of contents, headings',
  '/top': 'largest companies, ranks',
  '/rankings': 'ranks, lists',
  '/compare': 'comparison, side by side, matrices, matrix, versus',
  '/market/introductions': 'who can introduce us, chains of relationships, warm contacts',
  '/glossary': 'terms, definitions, meanings, tier rule, availability levels, roles, segments',
  '/coverage': 'gaps, holes, missing, completeness',
}

const HEALTH: Page = { path: '/api/health', name: 'Health of this server', also: 'API, status, version, search engine, index' }

/** In the order in which the head, the market and the foot name them. */
export const PAGES: readonly Page[] = [
  ...ROOMS,
  // The first picture is the market's own page.
  ...PICTURES.filter(({ path }) => path !== '/market'),
  ...FURTHER_PAGES,
]
  .map(({ path, name }): Page => ({ path, name, also: ALSO[path] }))
  .concat(HEALTH)
