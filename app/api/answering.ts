/** The one door of the API for errors: whatever a handler throws is answered as RFC 9457 has it. */
import { Problem } from '@/db/problem'
import { QuestionError, type QuestionMistake } from '@/db/question'
import { readSettings } from '@/db/settings'
import { databaseFile, explain } from '@/db/sqlite'

const TITLES = {
  400: 'The question cannot be answered as asked',
  404: 'There is nothing at this address',
  413: 'The question is too long',
  415: 'The question is in a form that is not read here',
  500: 'Tierbook made a mistake',
  503: 'The directory cannot be read now',
} as const

interface Details {
  detail?: string
  errors?: readonly QuestionMistake[]
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/**
 * Let a route handler throw: a QuestionError becomes a 400 with every mistake in it, a Problem a 503 with its remedy, anything else is
 * logged and becomes a 500 that tells nothing of the inside. A HEAD request gets the headers of the answer alone.
 */
export function answering<Context>(handler: Handler<Context>): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const response = await answer(handler, request, context)
    if (request.method !== 'HEAD') return response
    await response.body?.cancel()
    return new Response(null, response)
  }
}

async function answer<Context>(handler: Handler<Context>, request: Request, context: Context): Promise<Response> {
  try {
    return await handler(request, context)
  } catch (error) {
    const known = explain(error, databaseFile(readSettings().dataFolder))
    if (known instanceof QuestionError) return problem(400, { detail: known.message, errors: known.mistakes })
    if (known instanceof Problem) return problem(503, { detail: `${known.message} ${known.remedy}` })
    console.error(error)
    return problem(500, { detail: 'The terminal in which Tierbook runs says what happened.' })
  }
}

/** An answer that is an error, as `application/problem+json`. */
export function problem(status: keyof typeof TITLES, details: Details): Response {
  return json({ type: 'about:blank', title: TITLES[status], status, ...details }, { status, type: 'application/problem+json' })
}

/** An answer as JSON; it holds for the moment it was asked. */
export function json(body: unknown, { status = 200, type = 'application/json' } = {}): Response {
  return Response.json(body, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}

/** There is no entry of that name; the closest that there are. */
export function noSuchEntry(parameter: string, value: string, closest: readonly string[]): Response {
  const hint = closest.length > 0 ? ` Closest: ${closest.join(', ')}.` : ''
  const message = `The directory has no “${value}”.${hint}`
  return problem(404, { detail: message, errors: [{ parameter, value, message, allowed: [...closest] }] })
}
