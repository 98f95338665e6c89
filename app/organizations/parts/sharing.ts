/** What a link to an entry shows elsewhere: a title, a sentence or two, a picture. */
import type { Metadata } from 'next'
import { headers } from 'next/headers'

interface Shared {
  title: string
  text: string
  url: string
  /** What the picture is of. */
  pictured: string
}

/** Longer descriptions are cut by those who show them, in the middle of a word. */
const LONGEST = 220

/**
 * The metadata of an entry's page. Its canonical address has no query string: the question that an address may carry is the visitor's.
 * A picture's address has to be whole. It is made from the host that was asked for, for nothing else knows by which name, port or proxy the
 * installation is reached; there is nothing to set that could be wrong.
 */
export async function sharedMetadata({ title, text, url, pictured }: Shared): Promise<Metadata> {
  const description = firstSentences(text, LONGEST)
  const image = { url: `/share${url}`, width: 1200, height: 630, type: 'image/png', alt: pictured }
  return {
    metadataBase: await requestOrigin(),
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', siteName: 'Tierbook', title, description, url, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}

/** Where the visitor reached this server. */
export async function requestOrigin(): Promise<URL> {
  const given = await headers()
  const host = first(given.get('x-forwarded-host') ?? given.get('host'))
  const scheme = first(given.get('x-forwarded-proto')) === 'https' ? 'https' : 'http'
  return URL.parse(`${scheme}://${host}`) ?? new URL('http://localhost')
}

/** What the outermost of several proxies says. */
const first = (header: string | null) => header?.split(',', 1)[0]?.trim()

/** As many whole sentences as fit; of a first one that is too long, as many words. */
export function firstSentences(text: string, most: number): string {
  if (text.length <= most) return text
  const fitting = text.slice(0, most + 1)
  const end = Math.max(...['. ', '! ', '? '].map((mark) => fitting.lastIndexOf(mark)))
  return end > 0 ? fitting.slice(0, end + 1) : `${fitting.slice(0, fitting.lastIndexOf(' ')).replace(/[,;:]$/, '')} …`
}
