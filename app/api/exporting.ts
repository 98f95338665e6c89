/** Both collections are exported by one handler. */
import { directory } from '@/db/directory'
import { csvStream, exportCsv } from '@/db/export/csv'
import { type Collection, parseQuestion } from '@/db/question'
import { answering, problem } from './answering'

const FORM = 'application/x-www-form-urlencoded'
/** A selection of half a million entries. */
const MOST_BYTES = 16 * 1024 * 1024

/** `GET /api/organizations.csv`, `GET /api/products.csv`. */
export const exporting = (collection: Collection) => answering((request: Request) => csv(collection, new URL(request.url).searchParams))

/** The same by POST, with the question as a form: a long selection has no room in an address. */
export const exportingForm = (collection: Collection) =>
  answering(async (request: Request) => {
    const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== FORM) return problem(415, { detail: `Send the question as ${FORM}.` })
    const form = await readUpTo(request, MOST_BYTES)
    if (form === null) return problem(413, { detail: `A form of up to ${MOST_BYTES} bytes is read.` })
    return csv(collection, new URLSearchParams(form))
  })

async function csv(collection: Collection, pairs: URLSearchParams): Promise<Response> {
  const here = directory()
  const exported = await exportCsv(here, parseQuestion(collection, pairs, here.vocabulary(), 'export'))
  return new Response(csvStream(exported), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${collection}.csv"`,
      'X-Total-Count': String(exported.total),
      'Cache-Control': 'no-store',
    },
  })
}

/** The text of a request's body; null where it is longer than that. */
async function readUpTo(request: Request, bytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
