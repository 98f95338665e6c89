/** What Next calls when the server starts and whenever it fails; both serve the pages that could not be made. */
import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  // While developing, Next's own page of an error says more.
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NODE_ENV === 'production') {
    const { answerFailedPages } = await import('@/app/missing/failed-pages')
    answerFailedPages()
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { noteFailure } = await import('@/app/missing/failed-pages')
    noteFailure(headers, error)
  }
}
