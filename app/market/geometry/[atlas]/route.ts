import { type AtlasName, readAtlas } from '../../geometry'

const NAMES: Readonly<Record<string, AtlasName>> = { 'us.svg': 'us', 'world.svg': 'world' }
const A_DAY = 86_400

/** The shapes of a map as a picture, each by its id and all together as `land`: pages use them from here, so that they are fetched once and kept. */
export async function GET(_request: Request, { params }: { params: Promise<{ atlas: string }> }): Promise<Response> {
  const name = NAMES[(await params).atlas]
  if (name === undefined) return new Response('There is no such map.', { status: 404 })
  const { width, height, shapes } = readAtlas(name)
  const paths = shapes.map(({ id, path }) => (path === null ? '' : `<path id="${id}" d="${path}"/>`)).join('\n')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n<g id="land">\n${paths}\n</g>\n</svg>\n`
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': `public, max-age=${A_DAY}` } })
}
