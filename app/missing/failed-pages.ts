/**
 * The one door of the pages for errors, as app/api/answering.ts is that of the API. What a page throws Next answers with a document that is
 * empty until a script fills it, and lets nothing of the app take part in that: not the page, the layout, nor proxy.ts, which comes before.
 * So the answer itself is watched: Node tells of each before Next begins it, and a page that comes out as a 500 leaves as one to be read.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readTheme, THEME_COOKIE } from '@/app/components/theme'
import { Problem } from '@/db/problem'
import { readSettings } from '@/db/settings'
import { databaseFile, explain } from '@/db/sqlite'
import { failurePage } from './failure-page'

/** What was thrown while a request was answered, known by the request's headers, which are all of it that Next hands on. */
const thrown = new WeakMap<object, unknown>()

/** Keep what a request failed of; the first error is the cause, and those after it are its echoes. */
export function noteFailure(headers: object, error: unknown): void {
  if (!thrown.has(headers)) thrown.set(headers, error)
}

/** From now on answer each page that fails with one that needs no script: 503 with the remedy for a Problem, else 500. */
export function answerFailedPages(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    watch(request, response)
  })
}

function watch(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, write, end } = response
  let failure: string | undefined

  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    if (!isFailedPage(response, head[0])) return Reflect.apply(writeHead, response, head)
    const problem = explain(thrown.get(request.headers), databaseFile(readSettings().dataFolder))
    const known = problem instanceof Problem ? problem : undefined
    failure = failurePage(themeOf(request), known)
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Length', Buffer.byteLength(failure))
    response.setHeader('Cache-Control', 'no-store')
    return Reflect.apply(writeHead, response, [known === undefined ? 500 : 503])
  }) as typeof writeHead
  /** Whether the body that Next writes is to be left out. The head decides it, and of a failed page is written before any of the body. */
  const isReplaced = () => {
    if (!response.headersSent && isFailedPage(response, response.statusCode)) response.writeHead(response.statusCode)
    return failure !== undefined
  }
  response.write = ((...chunk: Parameters<typeof write>) => isReplaced() || Reflect.apply(write, response, chunk)) as typeof write
  response.end = ((...chunk: Parameters<typeof end>) => Reflect.apply(end, response, isReplaced() ? [failure] : chunk)) as typeof end
}

const isFailedPage = (response: ServerResponse, status: number) =>
  status === 500 && String(response.getHeader('Content-Type')).startsWith('text/html')

function themeOf({ headers: { cookie = '' } }: IncomingMessage) {
  const [, value] =
    cookie
      .split(/; */)
      .map((pair) => pair.split('='))
      .find(([name]) => name === THEME_COOKIE) ?? []
  return readTheme(value)
}
