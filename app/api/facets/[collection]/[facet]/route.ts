import { directory } from '@/db/directory'
import { FILTERS, MAX_TEXT, parseQuestion, QuestionError } from '@/db/question'
import { answering, json, noSuchEntry } from '../../../answering'

/** The name of what is typed into the facet; everything else in the address is the question it belongs to. */
const TEXT = 'text'

/** `GET /api/facets/organizations/segment?text=clu&tier=1`: the values of one facet whose labels hold the typed words, counted as in the answer. */
export const GET = answering(async (request: Request, { params }: { params: Promise<{ collection: string; facet: string }> }) => {
  const { collection: asked, facet: name } = await params
  const collections = ['organizations', 'products'] as const
  const collection = collections.find((known) => known === asked)
  if (collection === undefined) return noSuchEntry('collection', asked, collections)
  const facets = FILTERS[collection]
  const facet = facets.find((known) => known === name)
  if (facet === undefined) return noSuchEntry('facet', name, facets)

  const here = directory()
  const pairs = new URL(request.url).searchParams
  const text = pairs.get(TEXT) ?? ''
  pairs.delete(TEXT)
  const question = parseQuestion(collection, pairs, here.vocabulary())
  if (text.length > MAX_TEXT) {
    const message = `The text has ${text.length} characters; ${MAX_TEXT} is the most.`
    throw new QuestionError([{ parameter: TEXT, value: `${text.slice(0, 79)}…`, message, allowed: [] }])
  }
  const from = (question.page - 1) * question.size
  const values = await here.engine.facetValues(question, facet, text, from + question.size)
  return json({ facet, text, values: values.slice(from) })
})
