/** Asking the API from the browser: an answer, or an error whose message can be shown as it stands. */

/**
 * @returns what the address answers.
 * @throws {Error} with the server's own words for what was wrong, or ours where it cannot be reached.
 */
export async function fetchJson<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const response = await reach(address, signal === undefined ? {} : { signal })
  return (await whole(response.json())) as Answer
}

const UNREACHABLE = 'Tierbook cannot be reached: its server is not running, or the connection is lost.'

/** The rest of a response, whose connection may be lost as well. @throws {Error} in our words. */
export async function whole<Body>(body: Promise<Body>): Promise<Body> {
  try {
    return await body
  } catch (error) {
    throw new Error(UNREACHABLE, { cause: error })
  }
}

/** A response that is no error. @throws {Error} as fetchJson does. */
export async function reach(address: string, options: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, options)
  } catch (error) {
    throw options.signal?.aborted ? error : new Error(UNREACHABLE, { cause: error })
  }
  if (response.ok) return response
  throw new Error(await wordsOf(response))
}

async function wordsOf(response: Response): Promise<string> {
  if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    const { title, detail } = (await response.json()) as { title: string; detail?: string }
    return detail ?? title
  }
  return `The server answered with an error (${response.status}).`
}
