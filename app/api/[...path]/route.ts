import { answering, problem } from '../answering'

/** An address of the API that does not exist is answered as the API answers, not with a page. */
export const GET = answering(() =>
  problem(404, {
    detail:
      'The API has /api/organizations, /api/products, /api/organizations.csv, /api/products.csv, /api/facets/COLLECTION/FACET, /api/suggest and /api/health.',
  }),
)
